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
}

export const rateUsage = (usage: UsableUsage, horizon: Horizon): RatedUsage => ({
  usage,
  months: meterUsage(usage, horizon).map((metered) => ({
    metered,
    listCost: amountThrough(usage.rate, metered, metered.activeDays),
    quantity: quantityThrough(metered, metered.activeDays),
  })),
});

/** The line as the packs see it. */
export const burnLineOf = ({ usage, months }: RatedUsage): BurnLine => {
  const first = months[0]?.metered.index ?? 0;
  return {
    start: usage.from,
    end: usage.to,
    measure: (monthIndex, from, to) => {
      const month = months[monthIndex - first];
      if (month === undefined) return NOTHING;
      return { amount: amountBetween(usage, month, from, to), quantity: quantityBetween(month, from, to) };
    },
  };
};

const NOTHING = { amount: 0n, quantity: 0n };

const amountBetween = ({ rate }: UsableUsage, { metered, listCost }: RatedMonth, from: DayNumber, to: DayNumber): Amount => {
  const through = to === metered.end ? listCost : amountThrough(rate, metered, to - metered.start);
  return from === metered.start ? through : through - amountThrough(rate, metered, from - metered.start);
};

const quantityBetween = ({ metered, quantity }: RatedMonth, from: DayNumber, to: DayNumber): Quantity => {
  const through = to === metered.end ? quantity : quantityThrough(metered, to - metered.start);
  return from === metered.start ? through : through - quantityThrough(metered, from - metered.start);
};
