/** Where the numbers of Summary stand: the sheet is laid out by it, and Compare refers to them. Rows are 1-based. */
import type { TotalKey } from '../../shared/billing/bill.ts';
import { letters } from '../../shared/core/ids.ts';
import { PACK_CLASSES, type PackClass } from '../../shared/pricebook/types.ts';

/** Row of the options' names; the totals begin below it. */
export const NAMES_ROW = 5;

export type SummaryTotal = Exclude<TotalKey, 'covered'> | PackClass | 'completeness';

/** One row each, in their order. */
export const SUMMARY_TOTALS: readonly SummaryTotal[] = [
  'usageListCost',
  ...PACK_CLASSES,
  'payable',
  'purchases',
  'cash',
  'expense',
  'forfeitedCost',
  'prepaidBalance',
  'completeness',
];

export const totalRow = (total: SummaryTotal): number => NAMES_ROW + 1 + SUMMARY_TOTALS.indexOf(total);

/** Of the months' cash, then their expense: a row of headers, one for each month, one for the total, and an empty one before. */
export const monthsHeaderRow = (by: 'cash' | 'expense', months: number): number => {
  const cash = NAMES_ROW + SUMMARY_TOTALS.length + 2;
  return by === 'cash' ? cash : cash + months + 3;
};

/** `index` of the option, from 0. */
export const optionColumn = (index: number): string => letters(index + 1);
