/**
 * The one place where a patch becomes SQL. One patch is one transaction; afterwards the rows hold what applyPatch
 * (shared/scenario/patch.ts) makes of the scenario in memory, for every kind of operation (test/main/store).
 */
import type { Result } from '../../shared/core/result.ts';
import { isOverridesText } from '../../shared/pricebook/overrides.ts';
import { isDriversText } from '../../shared/scenario/drivers.ts';
import type { HistoryMove } from '../../shared/scenario/history.ts';
import { cellNotes, isNotable, notedField, type WithNotes, withNote } from '../../shared/scenario/notes.ts';
import type { Patch, PatchOp } from '../../shared/scenario/patch.ts';
import { isNeverNull, LINE_FIELDS, type ScenarioField, type SheetId } from '../../shared/scenario/types.ts';
import { isMonth } from '../../shared/time/calendar.ts';
import { type Connection, refuse, transact } from './connection.ts';
import { findEditionKey } from './editions.ts';
import { saveMoves } from './history.ts';
import { type LineRun, takeRun } from './lineRuns.ts';
import { LINE_SQL } from './lineSql.ts';
import type { LineOrder } from './order.ts';
import { findScenarioRow, insertLine, insertOption, parseNotes, type ScenarioRow, setOverride } from './scenarioRows.ts';

interface SaveInput {
  readonly id: string;
  /** of the scenario that the patch was made for */
  readonly revision: number;
  readonly patch: Patch;
  /** what it does to undo and redo */
  readonly history: readonly HistoryMove[];
  readonly now: Date;
}
interface Target {
  readonly connection: Connection;
  readonly order: LineOrder;
  readonly scenario: ScenarioRow;
}
type Op<K extends PatchOp['op']> = Extract<PatchOp, { readonly op: K }>;

/**
 * Applies the patch and counts the revision up; all or nothing.
 * Errors: SCENARIO_NOT_FOUND; REVISION_CONFLICT where the patch was made for another state of the scenario; REQUEST_INVALID for a
 * field that does not exist or a value that it cannot hold; EDITION_NOT_FOUND, EDITION_CHANGED; STORE_FAILED.
 */
export const savePatch = (connection: Connection, order: LineOrder, input: SaveInput): Result<{ readonly revision: number }> => {
  order.focus(input.id);
  let saved: Result<{ readonly revision: number }> | null = null;
  try {
    saved = transact(connection, () => applyAll(connection, order, input));
    return saved;
  } finally {
    if (saved?.ok !== true) order.forget();
  }
};

const applyAll = (
  connection: Connection,
  order: LineOrder,
  { id, revision, patch, history, now }: SaveInput,
): { readonly revision: number } => {
  const scenario = findScenarioRow(connection, id) ?? refuse('SCENARIO_NOT_FOUND', id, { id });
  if (scenario.revision !== revision) {
    return refuse('REVISION_CONFLICT', id, { stored: String(scenario.revision), given: String(revision) });
  }
  const target: Target = { connection, order, scenario };
  for (let at = 0; at < patch.length; ) at += applyNext(target, patch, at);
  checkEdition(target);
  if (countOptions(connection, id) === 0) refuse('COMMAND_REFUSED', id, { reason: 'last-option' });
  saveMoves(connection, { scenario: id, patch, moves: history });
  const next = revision + 1;
  connection.run('UPDATE scenarios SET revision = ?, updated_at = ? WHERE id = ?', next, now.toISOString(), id);
  return { revision: next };
};

/** Applies the operation at `at`, with those that go with it, and returns how many that were. */
const applyNext = (target: Target, patch: Patch, at: number): number => {
  const op = patch[at];
  switch (op?.op) {
    case undefined:
      return 1;
    case 'scenario.set':
      setScenario(target, op);
      return 1;
    case 'option.insert':
      putOption(target, op);
      return 1;
    case 'option.remove':
      removeOption(target, op);
      return 1;
    case 'option.set':
      mustChange(
        target.connection.run(
          'UPDATE options SET name = ? WHERE scenario = ? AND id = ? AND name = ?',
          op.after,
          target.scenario.id,
          op.option,
          op.before,
        ),
        `option ${op.option}`,
      );
      return 1;
    case 'line.insert':
    case 'line.remove': {
      const run = takeRun(patch, at, op);
      if (op.op === 'line.insert') insertLines(target, run);
      else removeLines(target, run);
      return run.length;
    }
    case 'line.set':
      setLine(target, op);
      return 1;
  }
};

const COLUMNS: Readonly<Record<ScenarioField, string>> = {
  name: 'name',
  note: 'note',
  priceBook: 'price_book',
  priceBookHash: 'price_book_hash',
  overrides: 'overrides',
  drivers: 'drivers',
  startMonth: 'start_month',
  months: 'months',
};

const setScenario = ({ connection, scenario }: Target, { field, before, after }: Op<'scenario.set'>): void => {
  if (!fitsScenarioField(field, after)) refuse('REQUEST_INVALID', field, { field });
  if (field === 'priceBook' && findEditionKey(connection, String(after)) === null) {
    refuse('EDITION_NOT_FOUND', String(after), { edition: String(after) });
  }
  const column = COLUMNS[field];
  mustChange(connection.run(`UPDATE scenarios SET ${column} = ? WHERE id = ? AND ${column} IS ?`, after, scenario.id, before), field);
};

const fitsScenarioField = (field: ScenarioField, value: string | number | null): boolean => {
  if (field === 'months') return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 120;
  if (field === 'startMonth') return typeof value === 'string' && isMonth(value);
  if (field === 'overrides') return value === null || (typeof value === 'string' && isOverridesText(value));
  if (field === 'drivers') return value === null || (typeof value === 'string' && isDriversText(value));
  return typeof value === 'string' || (field === 'priceBookHash' && value === null);
};

/** Edition and hash are set one after the other; at the end they must belong together. */
const checkEdition = ({ connection, scenario }: Target): void => {
  const { price_book: edition, price_book_hash: hash } = findScenarioRow(connection, scenario.id) ?? scenario;
  if (hash !== null && findEditionKey(connection, edition)?.hash !== hash) refuse('EDITION_CHANGED', edition, { edition });
};

const putOption = ({ connection, scenario }: Target, { index, option }: Op<'option.insert'>): void => {
  if (index > countOptions(connection, scenario.id)) misfit(`option at ${index}`);
  connection.run('UPDATE options SET position = position + 1 WHERE scenario = ? AND position >= ?', scenario.id, index);
  insertOption(connection, { scenario: scenario.id, position: index, option });
};

const removeOption = ({ connection, order, scenario }: Target, { index, option }: Op<'option.remove'>): void => {
  const row = optionRow({ connection, scenario }, option.id);
  mustChange(connection.run('DELETE FROM options WHERE row = ? AND position = ?', row, index), `option ${option.id} at ${index}`);
  connection.run('UPDATE options SET position = position - 1 WHERE scenario = ? AND position > ?', scenario.id, index);
  order.optionRemoved(row);
};

const countOptions = (connection: Connection, scenario: string): number =>
  connection.query<{ readonly n: number }>('SELECT count(*) AS n FROM options WHERE scenario = ?').get(scenario)?.n ?? 0;

const optionRow = ({ connection, scenario }: Pick<Target, 'connection' | 'scenario'>, id: string): number =>
  connection.query<{ readonly row: number }>('SELECT row FROM options WHERE scenario = ? AND id = ?').get(scenario.id, id)?.row ??
  misfit(`option ${id}`);

const insertLines = ({ connection, order, scenario }: Target, { sheet, index, lines, ...run }: LineRun): void => {
  const option = optionRow({ connection, scenario }, run.option);
  const ranks = order.makeRoom(option, sheet, index, lines.length) ?? misfit(`line at ${index}`);
  const rows = lines.map((line, at) => {
    if (!fitsSheet(sheet, line)) refuse('REQUEST_INVALID', line.id, { sheet });
    return insertLine(connection, { option, sheet, line, rank: ranks[at] ?? 0 });
  });
  order.inserted(option, sheet, { index, rows, ranks });
};

const fitsSheet = (sheet: SheetId, line: WithNotes): boolean =>
  'monthly' in line === (sheet === 'usage') &&
  LINE_FIELDS[sheet].every((field) => Object.hasOwn(line, field)) &&
  Object.entries(line.notes ?? {}).every(([field, text]) => text !== '' && isNotable(sheet, field));

const removeLines = ({ connection, order, scenario }: Target, { sheet, index, lines, ...run }: LineRun): void => {
  const option = optionRow({ connection, scenario }, run.option);
  for (const [at, { id }] of lines.entries()) {
    const what = `line ${id} at ${index + at}`;
    const row = order.rowAt(option, sheet, index + at) ?? misfit(what);
    mustChange(connection.run(LINE_SQL[sheet].remove, row, id), what);
  }
  order.removed(option, sheet, { index, count: lines.length });
};

const setLine = (target: Target, op: Op<'line.set'>): void => {
  if (op.field.startsWith('m:')) {
    setMonth(target, op);
    return;
  }
  const noted = notedField(op.field);
  if (noted !== null) {
    setNote(target, op, noted);
    return;
  }
  const { connection, scenario } = target;
  const sql = LINE_SQL[op.sheet].set.get(op.field) ?? refuse('REQUEST_INVALID', op.line, { field: op.field });
  const text = (value: string | null): string | null => value ?? (isNeverNull(op.field) ? '' : null);
  const option = optionRow({ connection, scenario }, op.option);
  mustChange(connection.run(sql, text(op.after), option, op.line, text(op.before)), `${op.field} of line ${op.line}`);
};

const setMonth = ({ connection, scenario }: Target, { option, sheet, line, field, before, after }: Op<'line.set'>): void => {
  const month = field.slice(2);
  if (sheet !== 'usage' || !isMonth(month)) refuse('REQUEST_INVALID', line, { field });
  const found = connection.query<{ readonly row: number }>(LINE_SQL.usage.find).get(optionRow({ connection, scenario }, option), line);
  const row = found?.row ?? misfit(`line ${line}`);
  const what = `${field} of line ${line}`;
  if (before !== null) {
    mustChange(connection.run('DELETE FROM usage_overrides WHERE line = ? AND month = ? AND quantity = ?', row, month, before), what);
  } else if (hasOverride(connection, row, month)) misfit(what);
  if (after !== null) setOverride(connection, row, month, after);
};

const setNote = ({ connection, scenario }: Target, { option, sheet, line, before, after }: Op<'line.set'>, field: string): void => {
  if (!isNotable(sheet, field)) refuse('REQUEST_INVALID', line, { field });
  const found = connection
    .query<{ readonly row: number; readonly notes: string | null }>(LINE_SQL[sheet].findNotes)
    .get(optionRow({ connection, scenario }, option), line);
  const { row, notes } = found ?? misfit(`line ${line}`);
  const owner: WithNotes = notes === null ? {} : { notes: parseNotes(notes) };
  if ((cellNotes(owner)[field] ?? null) !== before) misfit(`note on ${field} of line ${line}`);
  const next = withNote(owner, field, after).notes;
  connection.run(LINE_SQL[sheet].setNotes, next === undefined ? null : JSON.stringify(next), row);
};

const hasOverride = (connection: Connection, line: number, month: string): boolean =>
  connection.query('SELECT 1 FROM usage_overrides WHERE line = ? AND month = ?').get(line, month) !== undefined;

/** A patch that does not meet what it says it met was made for another state: nothing of it is kept. */
const misfit = (what: string): never => refuse('REVISION_CONFLICT', what, { what });
const mustChange = ({ changes }: { readonly changes: number }, what: string): void => {
  if (changes !== 1) misfit(what);
};
