/** Commands on drivers. A name that cannot be used is refused, any value is kept as typed. Pure: (scenario, input) -> Result<Patch>. */
import { nextId } from '../../core/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { isFormula, sameName } from '../../formula/ast.ts';
import { renameInFormula } from '../../formula/references.ts';
import { type Driver, type DriverField, driversText, findDriverFault, readDrivers } from '../drivers.ts';
import { formulaFields } from '../formulaPlaces.ts';
import { applyPatch, getField, type Patch, type PatchOp } from '../patch.ts';
import { canonicalText } from '../typed.ts';
import { type Scenario, SHEETS } from '../types.ts';

/** One field of a driver, as it was typed. */
export interface DriverEdit {
  readonly driver: string;
  readonly field: DriverField;
  readonly typed: string;
}
export type NewDriver = Partial<Record<DriverField, string>>;

/** Sets fields, a new name also in every formula that uses the driver; then adds drivers at `index`, or at the end. */
export const editDrivers = (
  scenario: Scenario,
  input: { readonly edits: readonly DriverEdit[]; readonly added?: readonly NewDriver[]; readonly index?: number },
): Result<Patch> => {
  let changed = scenario;
  const patch: PatchOp[] = [];
  const apply = (part: Patch): void => {
    for (const op of part) patch.push(op);
    changed = applyPatch(changed, part);
  };
  for (const edit of input.edits) {
    const result = editDriver(changed, edit);
    if (!result.ok) return result;
    apply(result.value);
  }
  const before = readDrivers(changed.drivers);
  const drivers = [...before];
  const index = input.index ?? before.length;
  for (const [at, fields] of (input.added ?? []).entries()) drivers.splice(index + at, 0, newDriver(drivers, fields));
  const result = setDrivers(changed, drivers);
  if (!result.ok) return result;
  apply(result.value);
  return ok(patch);
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

const editDriver = (scenario: Scenario, { driver: id, field, typed }: DriverEdit): Result<Patch> => {
  const drivers = readDrivers(scenario.drivers);
  const driver = drivers.find((candidate) => candidate.id === id);
  if (driver === undefined) return fail('COMMAND_REFUSED', id);
  const text = canonicalField(field, typed);
  if (text === driver[field]) return ok([]);
  const edited = drivers.map((each) => (each === driver ? { ...driver, [field]: text } : each));
  if (field !== 'name') return setDrivers(scenario, edited);
  const renamed = edited.map((each) => ({ ...each, value: renameInFormula(each.value, driver.name, text) }));
  const result = setDrivers(scenario, renamed);
  return result.ok ? ok([...result.value, ...renameInLines(scenario, driver.name, text)]) : result;
};

const canonicalField = (field: DriverField, typed: string): string => {
  if (field === 'value') return isFormula(typed.trim()) ? typed.normalize('NFKC').trim() : (canonicalText('usage', 'growth', typed) ?? '');
  return field === 'name' ? typed.normalize('NFKC').trim().replace(/\s+/g, '_') : typed;
};

const newDriver = (drivers: readonly Driver[], fields: NewDriver): Driver => ({
  id: nextId(
    'd',
    drivers.map(({ id }) => id),
  ),
  name: fields.name === undefined ? freeName(drivers) : canonicalField('name', fields.name),
  value: canonicalField('value', fields.value ?? ''),
  unit: fields.unit ?? '',
  note: fields.note ?? '',
});

/** driver_1, driver_2, … */
const freeName = (drivers: readonly Driver[]): string => {
  const taken = new Set(drivers.map(({ name }) => sameName(name)));
  let number = 1;
  while (taken.has(`driver_${number}`)) number += 1;
  return `driver_${number}`;
};

const setDrivers = (scenario: Scenario, drivers: readonly Driver[]): Result<Patch> => {
  const fault = findDriverFault(drivers);
  if (fault !== null)
    return fail('DRIVER_NAME_INVALID', `drivers[${fault.index}].${fault.field}`, { value: drivers[fault.index]?.name ?? '' });
  const after = driversText(drivers);
  return ok(after === scenario.drivers ? [] : [{ op: 'scenario.set', field: 'drivers', before: scenario.drivers, after }]);
};

const renameInLines = (scenario: Scenario, from: string, to: string): readonly PatchOp[] => {
  const ops: PatchOp[] = [];
  for (const option of scenario.options) {
    for (const sheet of SHEETS) {
      for (const line of option[sheet]) {
        for (const field of formulaFields(sheet, line)) {
          const before = getField(line, field);
          const after = before === null ? null : renameInFormula(before, from, to);
          if (before !== after) ops.push({ op: 'line.set', option: option.id, sheet, line: line.id, field, before, after });
        }
      }
    }
  }
  return ops;
};
