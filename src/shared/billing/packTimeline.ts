/**
 * A pack's balance over the horizon, month by month, and the day on which it runs out.
 *
 * Rule: closing = opening - used - lapsed - forfeited. A pack with one balance for its life opens where the month before closed, and
 * what is left at expiry is forfeited in the month of its last valid day. A `month` pack opens full in each month, a `level` pack holds
 * what its days hold; what the month does not use has lapsed, which is no forfeiture (billing.md, 5.4).
 * Units: the pack's (10^-12 CNY or 10^-6 units), days.
 * Rounding: none; the day of running out is the one in which the last of the balance is taken (packs/turns.ts).
 * Source: billing.md, 5, 5.2 and 5.4. That a pack's usage is spread over the days of a phase is ASSUMPTION, as in 5.2.
 */
import type { MonthBasis, PackSku } from '../pricebook/types.ts';
import { type DayNumber, formatDate } from '../time/calendar.ts';
import type { PackMonth, PackTimeline } from './bill.ts';
import type { Horizon } from './horizon.ts';
import { levelOf } from './packs/balance.ts';
import type { Emptied } from './packs/phaseWork.ts';

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
  readonly emptied: Emptied | null;
}

export const timelineOf = (input: TimelineInput, horizon: Horizon): PackTimeline => {
  const { reset, start, expiry, held, used, emptied } = input;
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
    months.push({ month, opening, used: used[index] ?? 0n, lapsed, forfeited, closing: balance });
  }
  return { months, runsOut: emptied === null ? null : formatDate(dayOf(emptied)) };
};

/** What of a SKU decides about the balance. */
export const packKind = ({ reset, monthBasis, denomination }: PackSku): Pick<TimelineInput, 'reset' | 'monthBasis' | 'denomination'> => ({
  reset,
  monthBasis: monthBasis ?? 'calendar',
  denomination,
});

/** The day that takes the last of it: one that ends exactly with the balance is that day. */
const dayOf = ({ from, to, after }: Emptied): DayNumber => from + Number((BigInt(to - from) * after.num - 1n) / after.den);
