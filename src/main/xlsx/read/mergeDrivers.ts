/**
 * The scenario with what a colleague changed on the Drivers sheet.
 *
 * Rule: as of lines: a cell that says what the export said keeps the exact value or formula. A formula also stays where its cell says what
 * it comes to with the values that were changed: Excel has computed it anew. A new name is taken over by every formula that uses it; a row
 * without a known id is a new driver, a missing row a removed one, and drivers stand in the order of their rows.
 * Errors: DRIVER_NAME_INVALID at the cell of the name.
 */
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { isFormula, sameName } from '../../../shared/formula/ast.ts';
import { referencesOf } from '../../../shared/formula/references.ts';
import { cellText, shownNumber } from '../../../shared/importing/cellText.ts';
import { type DriverEdit, editDrivers, removeDrivers } from '../../../shared/scenario/commands/drivers.ts';
import { type Driver, driversText, readDrivers } from '../../../shared/scenario/drivers.ts';
import { applyPatch, type Patch } from '../../../shared/scenario/patch.ts';
import type { Scenario } from '../../../shared/scenario/types.ts';
import { makeDriverCells } from '../driverCells.ts';
import type { CellValue } from '../model.ts';
import { exactNumber, shownText } from '../sanitise.ts';
import type { DriverRow } from './driverRows.ts';

export const mergeDrivers = (exported: Scenario, rows: readonly DriverRow[] | null): Result<Scenario> => {
  if (rows === null) return ok(exported);
  const { known, added } = matchRows(exported, rows);
  let scenario = exported;
  /** The first edit that is refused says where. */
  const apply = (patch: Result<Patch>, place: string | undefined): Result<void> => {
    if (!patch.ok) return fail(patch.error.code, place ?? null, patch.error.params);
    scenario = applyPatch(scenario, patch.value);
    return ok(undefined);
  };
  const gone = readDrivers(exported.drivers).filter((driver) => !known.has(driver.id));
  const removed = apply(removeDrivers(scenario, { drivers: gone.map(({ id }) => id) }), undefined);
  if (!removed.ok) return removed;
  scenario = withValues(exported, scenario, known);
  for (const edit of textEdits(exported, known)) {
    const done = apply(editDrivers(scenario, { edits: [edit] }), known.get(edit.driver)?.place);
    if (!done.ok) return done;
  }
  for (const { name, value, unit, note, place } of added) {
    const fields = { ...(name === '' ? {} : { name }), value, unit: unit ?? '', note: note ?? '' };
    const done = apply(editDrivers(scenario, { edits: [], added: [fields] }), place);
    if (!done.ok) return done;
  }
  return ok(inOrder(scenario, rows, known));
};

interface Matched {
  /** rows by the id of the driver that they are */
  readonly known: ReadonlyMap<string, DriverRow>;
  readonly added: readonly DriverRow[];
}

const matchRows = (exported: Scenario, rows: readonly DriverRow[]): Matched => {
  const ids = new Map(readDrivers(exported.drivers).map(({ id }) => [shownText(id), id]));
  const known = new Map<string, DriverRow>();
  const added: DriverRow[] = [];
  for (const row of rows) {
    const id = ids.get(row.id);
    if (id === undefined || known.has(id)) added.push(row);
    else known.set(id, row);
  }
  return { known, added };
};

/** Changed names, units and notes. */
const textEdits = (exported: Scenario, known: Matched['known']): readonly DriverEdit[] =>
  readDrivers(exported.drivers).flatMap((driver) => {
    const row = known.get(driver.id);
    if (row === undefined) return [];
    return (['name', 'unit', 'note'] as const).flatMap((field): readonly DriverEdit[] => {
      const text = row[field];
      return text === null || text === shownText(driver[field]) ? [] : [{ driver: driver.id, field, typed: text }];
    });
  });

/** What the cells of values say, as text, by id. */
const shownValues = (drivers: string | null): ReadonlyMap<string, string> =>
  new Map(makeDriverCells(drivers).drivers.map(({ driver, value }) => [driver.id, shownValue(value)]));

const shownValue = (value: CellValue | null): string => {
  if (value === null) return '';
  if (value.kind === 'decimal') return shownDecimal(value.decimal);
  if (value.kind === 'formula') return 'decimal' in value.result ? shownDecimal(value.result.decimal) : value.result.text;
  if (value.kind === 'date') return value.date;
  return exactNumber(value.text) === null ? shownText(value.text) : value.text;
};

const shownDecimal = (decimal: string): string => cellText('decimal', shownNumber(Number(decimal))) ?? '';

/** Values that were typed, then formulas that were typed over; a formula that only follows them stays. */
const withValues = (exported: Scenario, base: Scenario, known: Matched['known']): Scenario => {
  const before = shownValues(exported.drivers);
  const typed = (driver: Driver): string | null => {
    const text = known.get(driver.id)?.value;
    return text === undefined || text === before.get(driver.id) ? null : text;
  };
  const set = (scenario: Scenario, drivers: readonly Driver[]): Scenario => {
    const edits = drivers.map((driver): DriverEdit => ({ driver: driver.id, field: 'value', typed: typed(driver) ?? '' }));
    const patch = editDrivers(scenario, { edits });
    return patch.ok ? applyPatch(scenario, patch.value) : scenario;
  };
  const changed = readDrivers(base.drivers).filter((driver) => typed(driver) !== null);
  let scenario = set(
    base,
    changed.filter(({ value }) => !isFormula(value)),
  );
  let doubtful = changed.filter(({ value }) => isFormula(value));
  while (doubtful.length > 0) {
    const now = shownValues(scenario.drivers);
    doubtful = doubtful.filter((driver) => now.get(driver.id) !== typed(driver));
    // One that names another doubtful one may follow it: those without are typed over.
    const names = new Set(doubtful.map(({ name }) => sameName(name)));
    const sure = doubtful.filter(({ value }) => !referencesOf(value).names.some((name) => names.has(name)));
    const over = sure.length === 0 ? doubtful : sure;
    scenario = set(scenario, over);
    doubtful = doubtful.filter((driver) => !over.includes(driver));
  }
  return scenario;
};

/** The drivers in the order of their rows; new ones stand behind their row's neighbours. */
const inOrder = (scenario: Scenario, rows: readonly DriverRow[], known: Matched['known']): Scenario => {
  const drivers = readDrivers(scenario.drivers);
  const places = new Map([...known].map(([id, row]) => [id, rows.indexOf(row)]));
  const taken = new Set(known.values());
  const added = rows.flatMap((row, index) => (taken.has(row) ? [] : [index]));
  const created = drivers.filter(({ id }) => !places.has(id));
  for (const [at, { id }] of created.entries()) places.set(id, added[at] ?? rows.length);
  const text = driversText(drivers.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)));
  return text === scenario.drivers ? scenario : { ...scenario, drivers: text };
};
