/**
 * Rule: what each option costs month by month, how much it has cost so far, and the first month at whose end the cheaper of it and
 * the baseline has changed.
 * Units: Fen. Source: billing.md, section 6; shared/compare/crossing.ts.
 */
import type { Bill } from '../../../shared/billing/bill.ts';
import type { CompareBy } from '../../../shared/compare/compareOptions.ts';
import { type Crossing, cumulativeSeries, findCrossings } from '../../../shared/compare/crossing.ts';
import type { Fen } from '../../../shared/numeric/fixed.ts';
import type { Month } from '../../../shared/scenario/types.ts';

export interface MonthRow {
  readonly month: Month;
  /** one for each option */
  readonly cells: readonly { readonly option: string; readonly amount: Fen; readonly cumulative: Fen }[];
  /** crossings with the baseline in this month */
  readonly crossings: readonly Crossing[];
}

export const buildMonthRows = (bill: Bill, baseline: string | null, by: CompareBy): readonly MonthRow[] => {
  const series = bill.options.map((option) => cumulativeSeries(option, by));
  const crossings = findCrossings(bill, baseline, by);
  return (bill.options[0]?.months ?? []).map(({ month }, index) => ({
    month,
    cells: bill.options.map((option, position) => ({
      option: option.id,
      amount: option.months[index]?.[by] ?? 0n,
      cumulative: series[position]?.[index] ?? 0n,
    })),
    crossings: crossings.filter((crossing) => crossing.month === month),
  }));
};
