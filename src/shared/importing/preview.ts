/** What the user sees of an import before it is taken: rows as they would be read, each problem by its place, names that are not known. */
import type { PriceBook } from '../pricebook/types.ts';
import type { Line, Option, Scenario } from '../scenario/types.ts';
import { listMonths } from '../time/calendar.ts';
import { shownCell } from './cellText.ts';
import { guessMapping, type Mapping, matchHeaders, type RememberedMapping, recallMapping, shapeOf } from './mapping.ts';
import type { ImportProblem, RowState } from './problems.ts';
import { type ImportedRows, readLines, type UnknownItem } from './readLines.ts';
import { type NewPrice, readPrices } from './readPrices.ts';
import { itemKnower } from './skuMatch.ts';
import type { Table } from './table.ts';

/** Who takes the rows. */
export interface ImportContext {
  readonly priceBook: PriceBook;
  /** without lines of usage: only horizon, rules, drivers, nodes and packs matter */
  readonly scenario: Scenario;
  /** id of the option that takes the lines */
  readonly option: string;
  /** ids of the lines that it has here */
  readonly taken: readonly string[];
}
export interface PreviewRow {
  /** 1-based, as in the file */
  readonly row: number;
  readonly state: RowState;
  /** as the file shows them, one for each column */
  readonly cells: readonly string[];
}
export interface ImportPreview {
  readonly mapping: Mapping;
  /** two files of one shape have the same: a mapping is remembered by it */
  readonly shape: string;
  /** of the header row, one for each column */
  readonly headers: readonly string[];
  readonly good: number;
  readonly bad: number;
  readonly skipped: number;
  /** the first ones, and the first bad ones below them */
  readonly rows: readonly PreviewRow[];
  /** the first ones; `problemCount` counts all */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly unknown: readonly UnknownItem[];
}
export type Taken = { readonly shape: string } & (
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'prices'; readonly prices: readonly NewPrice[] }
);

const FIRST_ROWS = 100;
const BAD_ROWS = 100;
const MOST_UNKNOWN = 100;
const MOST_COLUMNS = 60;

/** What was made of such a file before, else the best guess; null where no sheet has columns that are known. */
export const suggestMapping = (
  tables: readonly Table[],
  context: ImportContext,
  remembered: readonly RememberedMapping[],
): Mapping | null => recallMapping(tables, remembered) ?? guessMapping(tables, horizonOf(context), itemKnower(context.priceBook));

/** The columns of a header row for a target, as far as its headers say. */
export const suggestColumns = (tables: readonly Table[], mapping: Mapping, context: ImportContext): Mapping => ({
  ...mapping,
  columns: matchHeaders(mapping.target, findTable(tables, mapping).rows[mapping.headerRow - 1] ?? [], horizonOf(context)),
});

const horizonOf = ({ scenario }: ImportContext): readonly string[] => listMonths(scenario.startMonth, scenario.months);

/** `mostProblems`: how many are listed. */
export const previewImport = (tables: readonly Table[], mapping: Mapping, context: ImportContext, mostProblems: number): ImportPreview => {
  const table = findTable(tables, mapping);
  const { rows, unknown } = readRows(table, mapping, context);
  const headers = table.rows[mapping.headerRow - 1] ?? [];
  const width = Math.min(
    MOST_COLUMNS,
    table.rows.slice(0, FIRST_ROWS).reduce((most, { length }) => Math.max(most, length), headers.length),
  );
  const cellsOf = (row: number): readonly string[] =>
    Array.from({ length: width }, (_, at) => shownCell(table.rows[row - 1]?.[at] ?? null));
  const counted = (state: RowState): number => rows.reduce((sum, row) => sum + (row.state === state ? 1 : 0), 0);
  const bad = rows.slice(FIRST_ROWS).filter(({ state }) => state === 'bad');
  const problems = rows.flatMap((row) => row.problems);
  return {
    mapping,
    shape: shapeOf(headers),
    headers: cellsOf(mapping.headerRow),
    good: counted('good'),
    bad: counted('bad'),
    skipped: counted('skipped'),
    rows: [...rows.slice(0, FIRST_ROWS), ...bad.slice(0, BAD_ROWS)].map(({ row, state }) => ({ row, state, cells: cellsOf(row) })),
    problems: problems.slice(0, mostProblems),
    problemCount: problems.length,
    unknown: unknown.slice(0, MOST_UNKNOWN),
  };
};

/** What the good rows are. */
export const takeImport = (tables: readonly Table[], mapping: Mapping, context: ImportContext): Taken => {
  const table = findTable(tables, mapping);
  const { rows } = readRows(table, mapping, context);
  const shape = shapeOf(table.rows[mapping.headerRow - 1] ?? []);
  const made = rows.flatMap((row) => (row.state === 'good' && row.made !== null ? [row.made] : []));
  if (mapping.target === 'prices') return { shape, kind: 'prices', prices: made.filter((item): item is NewPrice => !('id' in item)) };
  return { shape, kind: 'lines', lines: made.filter((item): item is Line => 'id' in item) };
};

/** All rows with all problems: what the command line lists. */
export const readRows = (table: Table, mapping: Mapping, context: ImportContext): ImportedRows<Line | NewPrice> => {
  const { target } = mapping;
  const { priceBook, scenario, taken } = context;
  if (target === 'prices') return readPrices({ table, mapping, priceBook });
  return readLines({ table, mapping: { ...mapping, target }, priceBook, scenario, option: optionOf(context), taken });
};

const optionOf = ({ scenario, option }: ImportContext): Option => {
  const found = scenario.options.find(({ id }) => id === option) ?? scenario.options[0];
  if (found === undefined) throw new Error('a scenario has an option');
  return found;
};

/** The first sheet where the mapping names one that is not there: a remembered mapping, another file. */
export const findTable = (tables: readonly Table[], { table }: Mapping): Table =>
  tables.find(({ name }) => name === table) ?? tables[0] ?? { name: table, rows: [] };
