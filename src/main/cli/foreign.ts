/**
 * Tables of another maker on the command line: the mapping that the file suggests, the problems of every row, the good rows as a scenario.
 *
 * Rule: the horizon is that of the months that the file names, else the twelve months from the current one; lines go into the only option of a new
 * scenario. Nothing is taken where a row has an error, unless --good-rows says so.
 * Errors: COLUMNS_UNKNOWN (no sheet has columns that are known), ROWS_UNUSABLE, those of reader.ts.
 */
import path from 'node:path';
import { letters } from '../../shared/core/ids.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { ImportTarget } from '../../shared/importing/fields.ts';
import type { Mapping } from '../../shared/importing/mapping.ts';
import type { ImportContext, ImportPreview } from '../../shared/importing/preview.ts';
import type { ImportProblem } from '../../shared/importing/problems.ts';
import { makeBlankScenario } from '../../shared/scenario/blank.ts';
import { getField } from '../../shared/scenario/patch.ts';
import type { Line, Scenario } from '../../shared/scenario/types.ts';
import { isMonth, monthsBetween } from '../../shared/time/calendar.ts';
import { monthInChina, now } from '../clock.ts';
import { DEFAULT_EDITION } from '../resources.ts';
import type { Reader } from '../xlsx/read/reader.ts';
import { resolvePriceBook } from './editions.ts';

export interface ForeignFile {
  readonly preview: ImportPreview;
  readonly mapping: Mapping;
  readonly context: ImportContext;
}
export interface ForeignProblem extends Omit<ImportProblem, 'column'> {
  readonly sheet: string;
  /** letters; null for the row as a whole */
  readonly column: string | null;
  /** `Sheet1!C7` */
  readonly address: string;
}

const MONTHS = 12;
const ALL = Number.MAX_SAFE_INTEGER;

/** What the file suggests, with every problem. `file`: as the user named it. */
export const previewForeign = async (
  reader: Reader,
  file: string,
  book: { readonly name: string; readonly file: string } | null,
): Promise<Result<ForeignFile>> => {
  const blank = makeBlankScenario({
    name: path.basename(file).replace(/\.[^.]+$/, '') || file,
    priceBook: DEFAULT_EDITION,
    startMonth: monthInChina(now()),
    months: MONTHS,
  });
  const priced = await resolvePriceBook(blank, book);
  if (!priced.ok) return priced;
  const context: ImportContext = { ...priced.value, option: 'A', taken: [] };
  const guess = await reader.preview({ mapping: null, guessColumns: false, context, remembered: [], problems: 0 });
  if (!guess.ok) return guess;
  if (guess.value === null) return fail('COLUMNS_UNKNOWN', file);
  const { mapping } = guess.value;
  const first = await reader.take({ mapping, context });
  if (!first.ok) return first;
  const lines = first.value.kind === 'lines' ? first.value.lines : [];
  const settled = { ...context, scenario: { ...context.scenario, ...horizonOf(mapping, lines) } };
  const preview = await reader.preview({ mapping, guessColumns: false, context: settled, remembered: [], problems: ALL });
  if (!preview.ok) return preview;
  return preview.value === null ? fail('COLUMNS_UNKNOWN', file) : ok({ preview: preview.value, mapping, context: settled });
};

const LONGEST_HORIZON = 120;

/** From the first month that the file names, in a header or a line, to the last; the twelve months from now where it names none. */
const horizonOf = ({ columns }: Mapping, lines: readonly Line[]): Partial<Pick<Scenario, 'startMonth' | 'months'>> => {
  const headers = columns.flatMap(({ field }) => (field.startsWith('m:') ? [field.slice(2)] : []));
  const periods = lines.flatMap((line) => ['from', 'to', 'start'].map((field) => (getField(line, field) ?? '').slice(0, 7)));
  const months = [...headers, ...periods].filter(isMonth).toSorted();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return {};
  const named = monthsBetween(first, last) + 1;
  // A start alone says nothing of the end.
  const hasEnd = headers.length > 0 || lines.some((line) => getField(line, 'to') !== null);
  return { startMonth: first, months: Math.min(LONGEST_HORIZON, hasEnd ? named : Math.max(MONTHS, named)) };
};

export const foreignProblems = ({ preview, mapping }: ForeignFile): readonly ForeignProblem[] =>
  preview.problems.map((problem) => {
    const column = problem.column === null ? null : letters(problem.column);
    return { ...problem, sheet: mapping.table, column, address: `${mapping.table}!${column ?? 'A'}${problem.row}` };
  });

/** The scenario that the good rows make. */
export const takeForeign = async (
  reader: Reader,
  { preview, mapping, context }: ForeignFile,
  input: { readonly goodRows: boolean; readonly file: string },
): Promise<Result<Scenario>> => {
  if (mapping.target === 'prices') return fail('WORKBOOK_FOREIGN', input.file, { what: 'prices' });
  const isUsable = preview.good > 0 && (preview.bad === 0 || input.goodRows);
  if (!isUsable) return fail('ROWS_UNUSABLE', input.file, { bad: String(preview.bad), good: String(preview.good) });
  const taken = await reader.take({ mapping, context });
  if (!taken.ok) return taken;
  const lines = taken.value.kind === 'lines' ? taken.value.lines : [];
  return ok(withLines(context.scenario, mapping.target, lines));
};

const withLines = (scenario: Scenario, target: Exclude<ImportTarget, 'prices'>, lines: readonly Line[]): Scenario => ({
  ...scenario,
  options: scenario.options.map((option) => ({ ...option, [target]: lines })),
});
