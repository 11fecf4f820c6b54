/** Commands on drivers. A name that cannot be used is refused, any value is kept as typed. Pure: (scenario, input) -> Result<Patch>. */
import { makeIdSource } from '../../core/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { isFormula, sameName } from '../../formula/ast.ts';
import { renameInFormula } from '../../formula/references.ts';
import { type Driver, type DriverField, driversText, findDriverFault, readDrivers } from '../drivers.ts';
import { formulaFields } from '../formulaPlaces.ts';
import { canonicalNote, notedField, withNote } from '../notes.ts';
import { getField, type Patch, type PatchOp } from '../patch.ts';
import { canonicalText } from '../typed.ts';
import { type Scenario, SHEETS } from '../types.ts';

/** One field of a driver, as it was typed; `n:value` is the note on its value. */
export interface DriverEdit {
  readonly driver: string;
  readonly field: DriverField | `n:${DriverField}`;
  readonly typed: string;
}
export type NewDriver = Partial<Record<DriverEdit['field'], string>>;

/**
 * Sets fields, new names also in every formula that uses the drivers; then adds drivers at `index`, or at the end. All names change at
 * once, so two may change places. A formula that is typed along with them may use either name: the old one only where nobody has it now.
 */
export const editDrivers = (
  scenario: Scenario,
  input: { readonly edits: readonly DriverEdit[]; readonly added?: readonly NewDriver[]; readonly index?: number },
): Result<Patch> => {
  const before = readDrivers(scenario.drivers);
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const edited = [...before];
  const typedValues = new Set<string>();
  for (const { driver: id, field, typed } of input.edits) {
    const place = places.get(id) ?? -1;
    const driver = edited[place];
    if (driver === undefined) return fail('COMMAND_REFUSED', id);
    edited[place] = setDriverField(driver, field, typed);
    if (field === 'value') typedValues.add(id);
  }
  const names = renamesOf(before, edited);
  const used = new Set(names.size === 0 ? [] : edited.map(({ name }) => sameName(name)));
  const free = new Map([...names].filter(([name]) => !used.has(name)));
  const drivers =
    names.size === 0
      ? edited
      : edited.map((driver): Driver => ({ ...driver, value: renameInFormula(driver.value, typedValues.has(driver.id) ? free : names) }));
  const result = setDrivers(scenario, drivers.toSpliced(input.index ?? drivers.length, 0, ...newDrivers(drivers, input.added ?? [])));
  return result.ok ? ok([...result.value, ...renameInLines(scenario, names)]) : result;
};

/** Old name in small letters -> new name. */
const renamesOf = (before: readonly Driver[], after: readonly Driver[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [place, { name }] of before.entries()) {
    const next = after[place]?.name ?? name;
    if (next !== name) names.set(sameName(name), next);
  }
  return names;
};

const setDriverField = (driver: Driver, field: DriverEdit['field'], typed: string): Driver => {
  const noted = notedField(field);
  return noted === null ? { ...driver, [field]: canonicalField(field, typed) } : withNote(driver, noted, canonicalNote(typed));
};

export const removeDrivers = (scenario: Scenario, input: { readonly drivers: readonly string[] }): Result<Patch> =>
  setDrivers(
    scenario,
    readDrivers(scenario.drivers).filter(({ id }) => !input.drivers.includes(id)),
  );

/** Together above another; null: at the end. */
export const moveDrivers = (
  scenario: Scenario,
  input: { readonly drivers: readonly string[]; readonly before: string | null },
): Result<Patch> => {
  const all = readDrivers(scenario.drivers);
  const moved = all.filter(({ id }) => input.drivers.includes(id));
  const rest = all.filter(({ id }) => !input.drivers.includes(id));
  const at = input.before === null ? rest.length : rest.findIndex(({ id }) => id === input.before);
  return at < 0 ? fail('COMMAND_REFUSED', input.before) : setDrivers(scenario, rest.toSpliced(at, 0, ...moved));
};

const canonicalField = (field: string, typed: string): string => {
  if (field === 'value') return isFormula(typed.trim()) ? typed.normalize('NFKC').trim() : (canonicalText('usage', 'growth', typed) ?? '');
  return field === 'name' ? typed.normalize('NFKC').trim().replace(/\s+/g, '_') : typed;
};

const newDrivers = (drivers: readonly Driver[], added: readonly NewDriver[]): readonly Driver[] => {
  const makeId = makeIdSource(
    'd',
    drivers.map(({ id }) => id),
  );
  const taken = new Set(drivers.map(({ name }) => sameName(name)));
  for (const { name } of added) if (name !== undefined) taken.add(sameName(canonicalField('name', name)));
  let number = 0;
  /** driver_1, driver_2, … */
  const freeName = (): string => {
    do number += 1;
    while (taken.has(`driver_${number}`));
    return `driver_${number}`;
  };
  return added.map((fields) => {
    const blank: Driver = { id: makeId(), name: fields.name === undefined ? freeName() : '', value: '', unit: '', note: '' };
    return Object.entries(fields).reduce((driver, [field, typed]) => setDriverField(driver, field as DriverEdit['field'], typed), blank);
  });
};

const setDrivers = (scenario: Scenario, drivers: readonly Driver[]): Result<Patch> => {
  const fault = findDriverFault(drivers);
  if (fault !== null)
    return fail('DRIVER_NAME_INVALID', `drivers[${fault.index}].${fault.field}`, { value: drivers[fault.index]?.name ?? '' });
  const after = driversText(drivers);
  return ok(after === scenario.drivers ? [] : [{ op: 'scenario.set', field: 'drivers', before: scenario.drivers, after }]);
};

const renameInLines = (scenario: Scenario, names: ReadonlyMap<string, string>): readonly PatchOp[] => {
  const ops: PatchOp[] = [];
  if (names.size === 0) return ops;
  for (const option of scenario.options) {
    for (const sheet of SHEETS) {
      for (const line of option[sheet]) {
        for (const field of formulaFields(sheet, line)) {
          const before = getField(line, field);
          const after = before === null ? null : renameInFormula(before, names);
          if (before !== after) ops.push({ op: 'line.set', option: option.id, sheet, line: line.id, field, before, after });
        }
      }
    }
  }
  return ops;
};
