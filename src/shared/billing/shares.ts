/**
 * A prepaid purchase recognised month by month.
 *
 * Rule: after k + 1 of K service months Rhalf(purchase x (k + 1) / K) is recognised in all, so the shares add up to the purchase.
 * Units: fen.
 * Rounding: Rhalf of each running sum.
 * Source: billing.md, 3 and 5.4. That a share belongs to the calendar month in which its service month starts is ASSUMPTION.
 */
import type { Fen } from '../numeric/fixed.ts';
import { divideHalfUp } from '../numeric/rounding.ts';
import type { Month, MonthNumber } from '../time/calendar.ts';
import type { Horizon } from './horizon.ts';

export interface SharesInput {
  readonly purchase: Fen;
  /** K, at least 1 */
  readonly serviceMonths: number;
  /** calendar month in which the first service month starts */
  readonly firstMonth: MonthNumber;
}

/** What is recognised after `months` service months have started, in all. */
export const recognisedAfter = ({ purchase, serviceMonths }: SharesInput, months: number): Fen => {
  const started = Math.min(Math.max(months, 0), serviceMonths);
  return divideHalfUp(purchase * BigInt(started), BigInt(serviceMonths));
};

/** The shares inside the horizon. */
export const sharesInHorizon = (input: SharesInput, horizon: Horizon): ReadonlyMap<Month, Fen> => {
  const shares = new Map<Month, Fen>();
  for (const [index, month] of horizon.months.entries()) {
    const k = horizon.firstMonth + index - input.firstMonth;
    if (k < 0 || k >= input.serviceMonths) continue;
    shares.set(month, recognisedAfter(input, k + 1) - recognisedAfter(input, k));
  }
  return shares;
};
