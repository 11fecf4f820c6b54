/**
 * A usage line at list price: every active month of the horizon, and any run of days inside one.
 *
 * Rule: billing.md, 4.1 to 4.3, in the order meter, then rate.
 * Units: Amount 10^-12 CNY, Quantity 10^-6 units, days.
 * Rounding: R12 of the month's list cost, R6 of its quantity (rate/rateMonth.ts).
 */
import type { Amount, Quantity } from '../numeric/fixed.ts';
import type { DayNumber } from '../time/calendar.ts';
import type { Horizon } from './horizon.ts';
import { type MeteredMonth, meterUsage } from './meter.ts';
import type { BurnLine } from './packs/pack.ts';
import { amountThrough, quantityThrough } from './rate/rateMonth.ts';
import type { UsableUsage } from './read/readUsage.ts';

export interface RatedMonth {
  readonly metered: MeteredMonth;
  readonly listCost: Amount;
  readonly quantity: Quantity;
}
export interface RatedUsage {
  readonly usage: UsableUsage;
  /** the active months of the horizon, consecutive */
  readonly months: readonly RatedMonth[];
  /** the line as the packs see it */
  readonly burnLine: BurnLine;
}

export const rateUsage = (usage: UsableUsage, horizon: Horizon): RatedUsage => {
  const months = meterUsage(usage, horizon).map((metered) => ({
    metered,
    listCost: amountThrough(usage.rate, metered, metered.activeDays),
    quantity: quantityThrough(metered, metered.activeDays),
  }));
  return { usage, months, burnLine: burnLineOf(usage, months) };
};

/** Phases come in order, so where one ends the next begins: that value is kept. */
const burnLineOf = (usage: UsableUsage, months: readonly RatedMonth[]): BurnLine => {
  const first = months[0]?.metered.index ?? 0;
  let kept: Through | null = null;
  const through = (month: RatedMonth, day: DayNumber): Through => {
    if (kept?.day === day) return kept;
    const days = day - month.metered.start;
    const whole = days === month.metered.activeDays;
    const amount = whole ? month.listCost : amountThrough(usage.rate, month.metered, days);
    const quantity = whole ? month.quantity : quantityThrough(month.metered, days);
    kept = { day, amount, quantity };
    return kept;
  };
  return {
    start: usage.from,
    end: usage.to,
    measure: (monthIndex, from, to) => {
      const month = months[monthIndex - first];
      if (month === undefined) return NOTHING;
      if (from === month.metered.start) return through(month, to);
      const before = through(month, from);
      const after = through(month, to);
      return { amount: after.amount - before.amount, quantity: after.quantity - before.quantity };
    },
  };
};

/** List cost and quantity of a month from its first active day up to `day` (excluded). */
interface Through {
  readonly day: DayNumber;
  readonly amount: Amount;
  readonly quantity: Quantity;
}
const NOTHING = { amount: 0n, quantity: 0n };
