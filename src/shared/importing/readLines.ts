/**
 * The rows of a sheet as lines of an option, each with its problems: those of its cells, and those that billing finds.
 *
 * Rule: a row with an error is bad and gives no line; warnings and assumptions stay with a good one.
 */
import { computeOptionBill } from '../billing/computeBill.ts';
import { makeIdSource } from '../core/ids.ts';
import type { Issue, IssueCode } from '../core/issue.ts';
import { indexPriceBook } from '../pricebook/find.ts';
import type { PriceBook } from '../pricebook/types.ts';
import { makeLine } from '../scenario/blank.ts';
import { ID_PREFIX } from '../scenario/commands/lines.ts';
import { setField } from '../scenario/patch.ts';
import type { Line, Option, Scenario, SheetId } from '../scenario/types.ts';
import type { Mapping } from './mapping.ts';
import type { ImportProblem, RowState } from './problems.ts';
import { type MappedRow, mapRows } from './rows.ts';
import { makeSkuMatcher } from './skuMatch.ts';
import type { Table } from './table.ts';

export interface ImportedRow<Made> {
  /** 1-based, as in the file */
  readonly row: number;
  readonly state: RowState;
  /** null for a skipped row */
  readonly made: Made | null;
  readonly problems: readonly ImportProblem[];
}
/** A name of the file that is no item of the price book. */
export interface UnknownItem {
  readonly item: string;
  readonly rows: number;
  /** SKUs that are most like it */
  readonly suggestions: readonly string[];
}
export interface ImportedRows<Made> {
  readonly rows: readonly ImportedRow<Made>[];
  readonly unknown: readonly UnknownItem[];
}

export interface LinesInput {
  readonly table: Table;
  readonly mapping: Mapping & { readonly target: SheetId };
  readonly priceBook: PriceBook;
  /** the scenario that takes the lines, for its horizon, rules and drivers */
  readonly scenario: Scenario;
  /** the option that takes them: its nodes can be named */
  readonly option: Option;
  /** ids that lines of the option have */
  readonly taken: readonly string[];
}

export const readLines = ({ table, mapping, priceBook, scenario, option, taken }: LinesInput): ImportedRows<Line> => {
  const { target } = mapping;
  const matcher = makeSkuMatcher(priceBook, target);
  const context = { book: priceBook, matcher, findSku: indexPriceBook(priceBook).findSku };
  const nextId = makeIdSource(ID_PREFIX[target], taken);
  const hasMonths =
    mapping.columns.some(({ field }) => field.startsWith('m:')) && !mapping.columns.some(({ field }) => field === 'quantity');
  const rows = [...mapRows(table, mapping, context)];
  const lines = new Map<MappedRow, Line>(
    rows.filter((row) => !row.isSkipped).map((row) => [row, lineOf(target, nextId(), row, hasMonths)]),
  );
  const issues = issuesByLine({ priceBook, scenario, option, target, lines: [...lines.values()] });
  return {
    rows: rows.map((row) => importedRow(row, lines.get(row) ?? null, mapping, issues)),
    unknown: unknownItems(rows, matcher.suggest),
  };
};

/** An item that is not known stays as it is written: billing names it, and the user can choose another. */
const lineOf = (target: SheetId, id: string, { item, sku, cells }: MappedRow, onlyMonths: boolean): Line => {
  let line: Line = setField<Line>(makeLine(target, id), 'sku', sku ?? item);
  // Months that the file leaves empty are nothing, not unknown.
  if (onlyMonths) line = setField(line, 'quantity', '0');
  for (const [field, text] of cells) line = setField(line, field, text);
  return line;
};

interface BillingInput {
  readonly priceBook: PriceBook;
  readonly scenario: Scenario;
  readonly option: Option;
  readonly target: SheetId;
  readonly lines: readonly Line[];
}

/** What billing says of the lines beside those that are there already. */
const issuesByLine = ({ priceBook, scenario, option, target, lines }: BillingInput): ReadonlyMap<string, readonly Issue[]> => {
  const together = { ...option, [target]: [...option[target], ...lines] };
  const grouped = new Map<string, Issue[]>();
  for (const issue of computeOptionBill({ scenario, priceBook }, together).issues) {
    const list = grouped.get(issue.line);
    if (list === undefined) grouped.set(issue.line, [issue]);
    else list.push(issue);
  }
  return grouped;
};

const importedRow = (
  row: MappedRow,
  line: Line | null,
  mapping: Mapping,
  issues: ReadonlyMap<string, readonly Issue[]>,
): ImportedRow<Line> => {
  if (line === null) return { row: row.row, state: 'skipped', made: null, problems: row.problems };
  const found = (issues.get(line.id) ?? []).filter(({ code }) => !OF_THE_PLAN.has(code));
  const ofBilling = found.map((issue) => placed(row.row, mapping, asOfFile(issue)));
  // One problem for one cell: what was wrong with the cell explains what billing misses.
  const own = new Set(row.problems.map(({ column }) => column));
  const problems = [...row.problems, ...ofBilling.filter(({ column }) => column === null || !own.has(column))];
  return { row: row.row, state: problems.some(({ severity }) => severity === 'error') ? 'bad' : 'good', made: line, problems };
};

/** They say something of the option with all its usage, which is not looked at here. */
const OF_THE_PLAN: ReadonlySet<IssueCode> = new Set([
  'ASSUMPTION',
  'PACK_NEVER_USED',
  'PACK_EXPIRES_UNUSED',
  'BURN_ORDER_TIE',
  'OUTSIDE_HORIZON',
]);

/** No mistakes of the file: the line comes in as it is, and the sheet goes on saying so. */
const OF_THE_LINE: ReadonlySet<IssueCode> = new Set(['PRICE_NOT_PUBLISHED', 'PURCHASE_LIMIT_EXCEEDED', 'PACK_NOT_STACKABLE']);

const asOfFile = (issue: Issue): Issue =>
  issue.severity === 'error' && OF_THE_LINE.has(issue.code) ? { ...issue, severity: 'warning' } : issue;

const placed = (row: number, { columns }: Mapping, { code, severity, field, params }: Issue): ImportProblem => {
  const column = columns.find((known) => known.field === field || (field === 'expiry' && known.field === 'lastDay'))?.column ?? null;
  return { row, column, field, code, severity, params };
};

export const unknownItems = (rows: readonly MappedRow[], suggest: (text: string) => readonly string[]): readonly UnknownItem[] => {
  const counts = new Map<string, number>();
  for (const { item, sku, isSkipped } of rows) {
    if (!isSkipped && sku === null && item !== '') counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return [...counts].map(([item, count]) => ({ item, rows: count, suggestions: suggest(item) }));
};
