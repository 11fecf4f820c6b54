/** A whole scenario <-> its rows. Edits go through savePatch.ts. */
import {
  type CellNotes,
  isNeverNull,
  type Line,
  type LineOf,
  type Month,
  type Option,
  type Scenario,
  SHEETS,
  type SheetId,
  type UsageLine,
} from '../../shared/scenario/types.ts';
import type { Connection } from './connection.ts';
import type { EditionKey } from './editions.ts';
import { LINE_SQL } from './lineSql.ts';
import { planInsert } from './ranks.ts';

export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly price_book: string;
  readonly price_book_hash: string | null;
  readonly overrides: string | null;
  readonly drivers: string | null;
  readonly start_month: string;
  readonly months: number;
  readonly revision: number;
  readonly view: string | null;
  readonly updated_at: string;
}
const SELECT = `SELECT id, name, note, price_book, price_book_hash, overrides, drivers, start_month, months, revision, view, updated_at
  FROM scenarios WHERE id = ? AND deleted_at IS NULL`;

/** undefined where there is none, or it is deleted. */
export const findScenarioRow = (connection: Connection, id: string): ScenarioRow | undefined =>
  connection.query<ScenarioRow>(SELECT).get(id);

export const readScenario = (connection: Connection, row: ScenarioRow): Scenario => ({
  name: row.name,
  note: row.note,
  priceBook: row.price_book,
  priceBookHash: row.price_book_hash,
  priceBookInline: null,
  overrides: row.overrides,
  drivers: row.drivers,
  startMonth: row.start_month,
  months: row.months,
  options: connection
    .query<OptionRow>('SELECT row, id, name FROM options WHERE scenario = ? ORDER BY position')
    .all(row.id)
    .map((option) => readOption(connection, option)),
});

interface OptionRow {
  readonly row: number;
  readonly id: string;
  readonly name: string;
}

const readOption = (connection: Connection, { row, id, name }: OptionRow): Option => ({
  id,
  name,
  nodes: readLines(connection, row, 'nodes'),
  usage: readUsage(connection, row),
  packs: readLines(connection, row, 'packs'),
});

const readLines = <S extends 'nodes' | 'packs'>(connection: Connection, option: number, sheet: S): readonly LineOf[S][] =>
  addNotes(connection, option, sheet, connection.query<LineOf[S]>(LINE_SQL[sheet].select).all(option));

/** The fresh row becomes the line: copying 100,000 of them would take as long as reading them. */
const readUsage = (connection: Connection, option: number): readonly UsageLine[] => {
  const overrides = readOverrides(connection, option);
  const lines = connection
    .query<Omit<UsageLine, 'monthly'>>(LINE_SQL.usage.select)
    .all(option)
    .map((line) => Object.assign(line, { monthly: overrides.get(line.id) ?? {} }));
  return addNotes(connection, option, 'usage', lines);
};

/** Notes are read by themselves: few lines have any. */
const addNotes = <L extends Line>(connection: Connection, option: number, sheet: SheetId, lines: readonly L[]): readonly L[] => {
  const rows = connection.query<{ readonly id: string; readonly notes: string }>(LINE_SQL[sheet].notes).all(option);
  if (rows.length === 0) return lines;
  const notes = new Map(rows.map((row) => [row.id, parseNotes(row.notes)]));
  return lines.map((line) => {
    const found = notes.get(line.id);
    return found === undefined ? line : { ...line, notes: found };
  });
};

/** What `insertLine` and `setNote` write. */
export const parseNotes = (text: string): CellNotes => JSON.parse(text) as CellNotes;

/** Id of a line -> month -> quantity. */
const readOverrides = (connection: Connection, option: number): ReadonlyMap<string, Readonly<Record<Month, string>>> => {
  const rows = connection
    .query<{ readonly id: string; readonly month: Month; readonly quantity: string }>(
      `SELECT l.id, o.month, o.quantity FROM usage_lines l JOIN usage_overrides o ON o.line = l.row
       WHERE l.option = ? ORDER BY o.line, o.month`,
    )
    .all(option);
  const found = new Map<string, Record<Month, string>>();
  for (const { id, month, quantity } of rows) {
    const months = found.get(id) ?? {};
    months[month] = quantity;
    found.set(id, months);
  }
  return found;
};

interface NewScenario {
  readonly id: string;
  readonly scenario: Scenario;
  /** the stored edition that it is priced with */
  readonly edition: EditionKey;
  readonly now: Date;
}

/** Inside a transaction of the caller. */
export const insertScenario = (connection: Connection, { id, scenario, edition, now }: NewScenario): void => {
  connection.run(
    `INSERT INTO scenarios (id, name, note, price_book, price_book_hash, overrides, drivers, start_month, months, revision, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
    id,
    scenario.name,
    scenario.note,
    edition.edition,
    edition.hash,
    scenario.overrides,
    scenario.drivers,
    scenario.startMonth,
    scenario.months,
    now.toISOString(),
    now.toISOString(),
  );
  for (const [position, option] of scenario.options.entries()) insertOption(connection, { scenario: id, position, option });
};

interface NewOption {
  readonly scenario: string;
  readonly position: number;
  readonly option: Option;
}

/** With all its lines; later options keep their positions. */
export const insertOption = (connection: Connection, { scenario, position, option }: NewOption): void => {
  const { row } = connection.run(
    'INSERT INTO options (scenario, id, position, name) VALUES (?, ?, ?, ?)',
    scenario,
    option.id,
    position,
    option.name,
  );
  for (const sheet of SHEETS) {
    const { ranks } = planInsert([], 0, option[sheet].length);
    for (const [index, line] of option[sheet].entries()) insertLine(connection, { option: row, sheet, line, rank: ranks[index] ?? 0 });
  }
};

interface NewLine {
  readonly option: number;
  readonly sheet: SheetId;
  readonly line: Line;
  readonly rank: number;
}

/** Returns the database row. */
export const insertLine = (connection: Connection, { option, sheet, line, rank }: NewLine): number => {
  const { fields, insert } = LINE_SQL[sheet];
  const values = fields.map((field) => readText(line, field));
  const notes = line.notes === undefined ? null : JSON.stringify(line.notes);
  const { row } = connection.run(insert, option, line.id, rank, notes, ...values);
  if ('monthly' in line) {
    for (const [month, quantity] of Object.entries(line.monthly)) setOverride(connection, row, month, quantity);
  }
  return row;
};

export const setOverride = (connection: Connection, line: number, month: string, quantity: string): void => {
  connection.run('INSERT INTO usage_overrides (line, month, quantity) VALUES (?, ?, ?)', line, month, quantity);
};

const readText = (line: Line, field: string): string | null => {
  const value: unknown = Reflect.get(line, field);
  return typeof value === 'string' ? value : isNeverNull(field) ? '' : null;
};
