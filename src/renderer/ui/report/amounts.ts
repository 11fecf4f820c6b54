/**
 * Totals of a bill as cells of a table. Units: Amount (10^-12 CNY) throughout, so that fen and exact totals can stand side by side;
 * `exact` says that the value may have more than two decimals.
 */
import type { PeriodTotals, TotalKey } from '../../../shared/billing/bill.ts';
import { AMOUNT_PER_FEN, type Amount, type Fen, formatAmount, formatFen } from '../../../shared/numeric/fixed.ts';
import { PACK_CLASSES } from '../../../shared/pricebook/types.ts';
import { formatAmountShort, formatExact, formatMoney } from '../format.ts';

export interface Money {
  readonly amount: Amount;
  readonly exact: boolean;
}
/** Totals that a single month has, too, in the order in which they are shown. */
export const MONTH_KEYS = [
  'cash',
  'expense',
  'purchases',
  'payable',
  'usageListCost',
  'covered',
  'forfeitedCost',
] as const satisfies readonly TotalKey[];
export type MonthKey = (typeof MONTH_KEYS)[number];

export const fenMoney = (fen: Fen): Money => ({ amount: fen * AMOUNT_PER_FEN, exact: false });
export const exactMoney = (amount: Amount): Money => ({ amount, exact: true });

export const totalMoney = (totals: PeriodTotals, key: MonthKey): Money => {
  switch (key) {
    case 'usageListCost':
      return exactMoney(totals.usageListCost);
    case 'covered':
      return exactMoney(PACK_CLASSES.reduce((sum, packClass) => sum + totals.covered[packClass], 0n));
    default:
      return fenMoney(totals[key]);
  }
};

/** As a column shows it: two decimals. */
export const shortText = ({ amount, exact }: Money): string => (exact ? formatAmountShort(amount) : formatMoney(amount / AMOUNT_PER_FEN));

/** As the hover shows it: everything. */
export const fullText = ({ amount, exact }: Money): string => (exact ? formatExact(amount) : formatMoney(amount / AMOUNT_PER_FEN));

/** As other programs read it (formats.md): '1314.53' or '500.0072'. */
export const plainText = ({ amount, exact }: Money): string => (exact ? formatAmount(amount) : formatFen(amount / AMOUNT_PER_FEN));
