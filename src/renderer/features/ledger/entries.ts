/** The entries of an option as rows of a sheet: by month, then in the order of the lines. Rows hold no numbers; those are in the bill. */
import type { OptionBill } from '../../../shared/billing/bill.ts';
import { type LedgerLine, ledgerMonths } from '../../../shared/billing/ledger.ts';
import { type Month, type Option, SHEETS } from '../../../shared/scenario/types.ts';
import type { GridRow } from '../../grid/types.ts';

export interface LedgerRow extends GridRow, LedgerLine {
  /** of the line in its sheet, from 1 */
  readonly place: number;
  readonly sku: string;
  readonly month: Month;
}
export interface LedgerRows {
  readonly rows: readonly LedgerRow[];
  /** the month that is shown; null: all of them */
  readonly month: Month | null;
  /** entries of the whole plan */
  readonly count: number;
}

/** More than these are shown month by month: the grid holds each row that could be scrolled to. */
const MOST_ROWS = 200_000;

export const listEntries = (input: {
  readonly option: Option;
  readonly bill: OptionBill;
  readonly horizon: readonly Month[];
  /** null: all */
  readonly month: Month | null;
  readonly mostRows?: number;
}): LedgerRows => {
  const { option, bill, horizon, month: asked, mostRows = MOST_ROWS } = input;
  const lines = SHEETS.flatMap((sheet) =>
    option[sheet].map(({ id: line, sku }, at) => ({
      sheet,
      line,
      sku,
      place: at + 1,
      months: ledgerMonths(bill, { sheet, line }, horizon),
    })),
  );
  const count = lines.reduce((sum, { months }) => sum + months.length, 0);
  const known = asked !== null && horizon.includes(asked) ? asked : null;
  const month = known ?? (fitsWhole(count, mostRows) ? null : (horizon[0] ?? null));
  const byMonth = new Map<Month, LedgerRow[]>(horizon.map((each) => [each, []]));
  for (const { months, ...line } of lines) {
    for (const each of months) {
      if (month === null || each === month) byMonth.get(each)?.push({ id: `${line.sheet}:${line.line}:${each}`, ...line, month: each });
    }
  }
  return { rows: [...byMonth.values()].flat(), month, count };
};

/** Whether all months can stand together. */
export const fitsWhole = (count: number, mostRows: number = MOST_ROWS): boolean => count <= mostRows;
