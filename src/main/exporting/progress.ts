/**
 * How far an export is: rows written of rows to write, in per mille, told at most ten times a second. A row of the sheets of lines is as
 * much work as several of the ledger, and counts as many, so that the share grows as time goes by.
 */
import type { Bill, OptionBill } from '../../shared/billing/bill.ts';
import type { CsvTable } from '../csv/writeCsvOf.ts';

/** per mille */
export type Share = number;
/** The share of what is written to the end. */
export const WHOLE = 1_000;
export interface Progress {
  /** the same rows; each one counts when the next one is asked for. `worth`: of one, in rows of the ledger */
  readonly count: <T>(rows: Iterable<T>, worth?: number) => Generator<T>;
}

/** Measured: twice the columns, and a formula over all of them. */
export const LINE_WORTH = 4;

const MILLISECONDS_BETWEEN = 100;
/** The clock is asked no more often than so. */
const ROWS_BETWEEN = 64;

/** `all`: what the rows are worth together. */
export const startProgress = (all: number, tell: (share: Share) => void): Progress => {
  let rows = 0;
  let done = 0;
  let told = 0;
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    // The last row is not the end: the file is closed after it.
    const share = Math.min(WHOLE - 1, Math.floor((done / all) * WHOLE));
    if (now - last < MILLISECONDS_BETWEEN || share <= told) return;
    last = now;
    told = share;
    tell(share);
  };
  return {
    count: function* count(made, worth = 1) {
      for (const row of made) {
        yield row;
        rows += 1;
        done += worth;
        if (rows % ROWS_BETWEEN === 0) look();
      }
    },
  };
};

/** What all rows are worth, but the few of short sheets: a line stands on one sheet, and its charges on the ledger. */
export const workbookRows = ({ options }: Bill): number => sum(options.map((bill) => LINE_WORTH * lineRows(bill) + ledgerRows(bill)));

export const csvRows = ({ options }: Bill, { sheet, option }: CsvTable): number => {
  const rows = sheet === 'ledger' || sheet === 'focus' ? ledgerRows : lineRows;
  return sum(options.filter(({ id }) => sheet !== 'focus' || id === option).map(rows));
};

const lineRows = ({ lines, packs }: OptionBill): number => lines.size + packs.size;

const ledgerRows = ({ lines, packs }: OptionBill): number =>
  sum([...lines.values()].map((line) => (line.kind === 'usage' ? line.months.length : line.expense.size))) +
  sum([...packs.values()].map(({ expense }) => expense.size));

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
