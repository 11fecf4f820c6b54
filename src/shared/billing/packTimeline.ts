/**
 * A pack's balance over the horizon, month by month, and the day on which it runs out: of its life, or of a month.
 *
 * Rule: closing = opening - used - lapsed - forfeited. A pack with one balance for its life opens where the month before closed, and
 * what is left at expiry is forfeited in the month of its last valid day. A `month` pack opens full in each month, a `level` pack holds
 * what its days hold; what the month does not use has lapsed, which is no forfeiture (billing.md, 5.4).
 * Units: the pack's (10^-12 CNY or 10^-6 units), days.
 * Rounding: none.
 * Source: billing.md, 5, 5.2 and 5.4. Days of running out: packs/runOut.ts.
 */
import type { MonthBasis, PackSku } from '../pricebook/types.ts';
import { type DayNumber, formatDate } from '../time/calendar.ts';
import type { PackMonth, PackTimeline } from './bill.ts';
import type { Horizon } from './horizon.ts';
import { levelOf } from './packs/balance.ts';

export interface TimelineInput {
  readonly reset: 'none' | 'month' | 'level';
  readonly monthBasis: MonthBasis;
  readonly denomination: 'money' | 'quantity';
  readonly held: bigint;
  /** when the horizon, or the pack's life, begins */
  readonly opening: bigint;
  readonly start: DayNumber;
  readonly expiry: DayNumber;
  /** by month of the horizon */
  readonly used: readonly bigint[];
  /** days on which a balance was used up */
  readonly ranOut: readonly DayNumber[];
}

export const timelineOf = (input: TimelineInput, horizon: Horizon): PackTimeline => {
  const { reset, start, expiry, held, used, ranOut } = input;
  const months: PackMonth[] = [];
  let balance = input.opening;
  for (const [index, month] of horizon.months.entries()) {
    const first = horizon.monthStarts[index] ?? 0;
    const next = horizon.monthStarts[index + 1] ?? 0;
    if (start >= next || expiry <= first) continue;
    const days = { from: Math.max(start, first), to: Math.min(expiry, next) };
    const level = (): bigint => levelOf(input, { start: first, end: next }, days.from, days.to);
    const opening = reset === 'none' ? balance : reset === 'month' ? held : level();
    const left = opening - (used[index] ?? 0n);
    const ends = expiry <= next;
    balance = reset === 'none' && !ends ? left : 0n;
    const [lapsed, forfeited] = reset === 'none' ? [0n, ends ? left : 0n] : [left, 0n];
    const runsOut = ranOut.find((day) => day >= first && day < next);
    months.push({
      month,
      runsOut: runsOut === undefined ? null : formatDate(runsOut),
      opening,
      used: used[index] ?? 0n,
      lapsed,
      forfeited,
      closing: balance,
    });
  }
  return { months, runsOut: reset === 'none' ? (months.find(({ runsOut }) => runsOut !== null)?.runsOut ?? null) : null };
};

/** What of a SKU decides about the balance. */
export const packKind = ({ reset, monthBasis, denomination }: PackSku): Pick<TimelineInput, 'reset' | 'monthBasis' | 'denomination'> => ({
  reset,
  monthBasis: monthBasis ?? 'calendar',
  denomination,
});
