/** The totals that Summary shows for each month, in the order of its columns. */
import type { MonthKey } from '../../ui/report/amounts.ts';

export const MEASURES = [
  'cash',
  'expense',
  'purchases',
  'payable',
  'usageListCost',
  'covered',
  'forfeitedCost',
] as const satisfies readonly MonthKey[];
export type Measure = (typeof MEASURES)[number];
