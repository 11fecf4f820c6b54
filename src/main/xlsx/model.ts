/**
 * What a workbook says, before any library is asked to write it: sheets of rows of cells. Pure data; rows may be a generator, so
 * that a ledger of a million rows is never in memory as a whole.
 */

import type { Chart } from './charts.ts';

/** Names of the table in styles.ts. */
export type StyleName =
  | 'title'
  | 'subtitle'
  /** alone in its row it runs over all columns of the sheet, in as many lines as it takes */
  | 'sentence'
  /** what the reader of a workbook may do with its cells: means nothing outside of one */
  | 'advice'
  /** the same in ink that is meant to be read */
  | 'conclusion'
  | 'header'
  | 'headerNumber'
  /** the same over one word: its row is no higher than others */
  | 'headerId'
  | 'label'
  | 'text'
  | 'problem'
  | 'check'
  | 'verdict'
  | 'verdictProblem'
  | 'count'
  | 'money'
  | 'moneyStrong'
  /** with its sign; muted where it lacks something */
  | 'difference'
  | 'differenceMuted'
  | 'percent'
  | 'percentMuted'
  | 'exact'
  | 'quantity'
  | 'price'
  | 'month'
  | 'inputText'
  | 'inputNumber'
  | 'inputCount'
  | 'inputDate'
  | 'inputPercent'
  /** of columns without an input: a row that is added below the lines may be filled there, and removed again */
  | 'spare';

/** A decimal is text (`1314.53`); the sanitiser decides whether Excel can hold it as a number. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  /** what the user typed: a number where its digits survive, otherwise the text itself */
  | { readonly kind: 'input'; readonly text: string }
  /** a result: the nearest double */
  | { readonly kind: 'decimal'; readonly decimal: string }
  /** `YYYY-MM-DD`, a day that exists */
  | { readonly kind: 'date'; readonly date: string }
  /** without the leading `=`; the result is a decimal, or text */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly result: { readonly decimal: string } | { readonly text: string };
    };

export interface Cell {
  readonly value: CellValue | null;
  readonly style: StyleName;
  /** what is said beside the cell */
  readonly comment?: string;
  /** its problem, which it shows by its ground */
  readonly flag?: 'error' | 'warning';
}
/** null: an empty cell without a style. */
export type Row = readonly (Cell | null)[];

/** Cells that turn red where a formula, written for the first of them, is true. */
export interface Alarm {
  readonly range: string;
  readonly formula: string;
}

/** What a cell takes without a question. Nothing a planner may type in Costbook is impossible: Excel asks, unless `refuses`. */
export interface Validation {
  readonly range: string;
  readonly rule: /** a range that holds the choices */
    | { readonly kind: 'list'; readonly source: string }
    | { readonly kind: 'whole' | 'decimal'; readonly min: string; readonly max: string }
    /** a day that Excel can hold */
    | { readonly kind: 'date' }
    /** no other of the cells, `$B$4:$B$9`, says the same; `first`: the upper left one of the range */
    | { readonly kind: 'unique'; readonly cells: string; readonly first: string }
    | { readonly kind: 'any' };
  /** at most 255 characters, as `error` */
  readonly prompt: string;
  readonly error: string;
  readonly refuses: boolean;
}

export interface SheetModel {
  readonly name: string;
  readonly veryHidden: boolean;
  /** in characters, one for each column */
  readonly widths: readonly number[];
  /** number of rows and columns that stay in view */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** row (1-based) of the headers that get filter buttons, null for none; the filter spans all columns */
  readonly filterRow: number | null;
  /** row (1-based) that every printed page repeats, where there is no filter */
  readonly titleRow?: number;
  /** rows (1-based) that a printed page ends with */
  readonly breaks?: readonly number[];
  /** columns after which a page ends; only beside `breaks` */
  readonly columnBreaks?: readonly number[];
  /** which cells are locked: none, all but inputs, or the same with rows that may be added and removed */
  readonly lock?: 'facts' | 'lines';
  /** of cells that nothing was written to, one for each column */
  readonly columnStyles?: readonly StyleName[];
  /** over cells that hold nothing */
  readonly charts?: readonly Chart[];
  readonly validations?: readonly Validation[];
  readonly alarms?: readonly Alarm[];
  /** of single cells: `'Drivers'!$C$4` */
  readonly names?: readonly { readonly name: string; readonly address: string }[];
  readonly rows: Iterable<Row>;
}

export const textCell = (text: string, style: StyleName = 'text'): Cell => ({ value: text === '' ? null : { kind: 'text', text }, style });

export const decimalCell = (decimal: string, style: StyleName): Cell => ({ value: { kind: 'decimal', decimal }, style });

export const blankCell = (style: StyleName): Cell => ({ value: null, style });

export const formulaCell = (formula: string, decimal: string, style: StyleName): Cell => ({
  value: { kind: 'formula', formula, result: { decimal } },
  style,
});

export const textFormulaCell = (formula: string, text: string, style: StyleName): Cell => ({
  value: { kind: 'formula', formula, result: { text } },
  style,
});

/** `'Node''s'!$B$3`-like prefix of a reference into another sheet. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
