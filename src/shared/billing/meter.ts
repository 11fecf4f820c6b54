/**
 * From the typed quantity to the metered quantity of each calendar month.
 *
 * Rule: per month: base x instances x active days / days of the month (30 for `days30`); per total: quantity x instances x active
 * days of the month / all active days. Then `increment` raises the month's quantity to the next multiple.
 * Units: exact ratios of 10^-6 units.
 * Rounding: R6 of the grown base, nothing else.
 * Source: billing.md, 4.1 and 4.2; `days30` as OSS meters, pages of 2021 to 2026-02; no increment is ASSUMPTION (seed 002 names an
 * hourly billing cycle, not that a started hour is charged).
 */
import type { Quantity } from '../numeric/fixed.ts';
import { parseFixed, QUANTITY_DECIMALS } from '../numeric/fixed.ts';
import { type Ratio, reduceRatio } from '../numeric/ratio.ts';
import { divideCeiling } from '../numeric/rounding.ts';
import type { UsageSku } from '../pricebook/types.ts';
import { type DayNumber, daysOfMonth, firstDayNumber, type MonthNumber } from '../time/calendar.ts';
import type { Horizon } from './horizon.ts';
import type { MonthQuantity } from './rate/rateMonth.ts';
import type { UsableUsage, UsageQuantity } from './read/readUsage.ts';

export interface MeteredMonth extends MonthQuantity {
  /** position in the horizon */
  readonly index: number;
  readonly month: MonthNumber;
  /** first active day */
  readonly start: DayNumber;
  /** day after the last active day */
  readonly end: DayNumber;
}

/** The months of the horizon in which the line is active, in order. */
export const meterUsage = (usage: UsableUsage, horizon: Horizon): readonly MeteredMonth[] => {
  const months: MeteredMonth[] = [];
  const runs = usage.rate.kind === 'graduated' && usage.rate.tierClock === 'line';
  let before: Ratio | null = runs ? { num: 0n, den: 1n } : null;
  for (let index = 0; index < horizon.length; index += 1) {
    const month = horizon.firstMonth + index;
    const start = Math.max(usage.from, firstDayNumber(month));
    const end = Math.min(usage.to, firstDayNumber(month + 1));
    if (end <= start) continue;
    const quantity = meterMonth(usage, usage.sku, month, end - start);
    const { num, den } = quantity;
    months.push({ index, month, start, end, num, den, activeDays: end - start, instances: usage.instances, before });
    if (before !== null) before = addRatios(before, quantity);
  }
  return months;
};

/** base(m): the month's override, or the grown quantity; of one instance and a whole month. R6. */
export const baseOfMonth = ({ quantity, growth, monthly, fromMonth }: UsageQuantity, month: MonthNumber): Quantity => {
  const given = monthly.get(month);
  if (given !== undefined) return given;
  return growth === null || month === fromMonth ? quantity : growth.grow(quantity, month - fromMonth);
};

/** What the active days are divided by, the same in each month; 0: the days of the month. */
export const fixedBasisOf = (usage: UsageQuantity, sku: UsageSku): number => {
  if (usage.per === 'total') return usage.to - usage.from;
  return sku.monthBasis === 'days30' ? 30 : 0;
};

export const basisDaysOf = (usage: UsageQuantity, sku: UsageSku, month: MonthNumber): number =>
  fixedBasisOf(usage, sku) || daysOfMonth(month);

const meterMonth = (usage: UsageQuantity, sku: UsageSku, month: MonthNumber, activeDays: number): Ratio => {
  const base = usage.per === 'total' ? usage.quantity : baseOfMonth(usage, month);
  const basis = basisDaysOf(usage, sku, month);
  const whole = base * usage.instances;
  const quantity = activeDays === basis ? { num: whole, den: 1n } : { num: whole * BigInt(activeDays), den: BigInt(basis) };
  return sku.increment === undefined ? quantity : raiseToMultiple(quantity, parseIncrement(sku.increment));
};

const raiseToMultiple = ({ num, den }: Ratio, increment: Quantity): Ratio => ({
  num: divideCeiling(num, den * increment) * increment,
  den: 1n,
});

const parseIncrement = (text: string): Quantity => {
  const increment = parseFixed(text, QUANTITY_DECIMALS);
  if (increment === null || increment <= 0n) throw new Error(`price book holds no increment: ${text}`);
  return increment;
};

const addRatios = (a: Ratio, b: Ratio): Ratio => reduceRatio(a.num * b.den + b.num * a.den, a.den * b.den);
