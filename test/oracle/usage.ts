/** Quantity and amount of one usage line, month by month (billing.md, section 4). */
import { Decimal } from 'decimal.js';
import type { PriceBook, UsageSku } from '../../src/shared/pricebook/types.ts';
import type { UsageLine } from '../../src/shared/scenario/types.ts';
import { dayOf, firstOf, lengthOf, monthIndex, monthOfDay, monthText } from './civil.ts';

export const D = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });
export type Num = InstanceType<typeof D>;
export const round = (x: Num, decimals: number): Num => x.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);

/** An exact ratio: numerator and whole denominator. */
interface Ratio {
  readonly top: Num;
  readonly bottom: Num;
}

export interface MonthUse {
  readonly month: number;
  /** first active day and number of active days */
  readonly first: number;
  readonly days: number;
  readonly quantityUpTo: (day: number) => Num;
  readonly amountUpTo: (day: number) => Num;
}
export interface MeteredLine {
  readonly line: UsageLine;
  readonly sku: UsageSku;
  readonly rounding: string;
  /** [from, to] in days */
  readonly from: number;
  readonly to: number;
  readonly months: readonly MonthUse[];
}

const findUsage = (book: PriceBook, id: string): UsageSku => {
  const sku = book.skus.find((candidate) => candidate.sku === id);
  if (sku?.kind !== 'usage') throw new Error(`oracle: ${id}`);
  return sku;
};

const tierSum = (sku: UsageSku, ownPrice: string | null, quantity: Ratio): Num => {
  const per = new D(sku.per ?? 1);
  const flat = ownPrice ?? (typeof sku.price === 'string' ? sku.price : null);
  if (flat !== null) return quantity.top.times(flat).div(quantity.bottom.times(per));
  if (sku.price === null || typeof sku.price === 'string') throw new Error('oracle: no price');
  // Everything over the common denominator, so that the only division is the last one.
  let sum = new D(0);
  let below = new D(0);
  for (const tier of sku.price.tiers) {
    const top = tier.upTo === null ? quantity.top : D.min(quantity.top, quantity.bottom.times(tier.upTo));
    if (top.gt(below)) sum = sum.plus(top.minus(below).times(tier.price));
    below = D.max(below, top);
  }
  return sum.div(quantity.bottom.times(per));
};

const monthQuantity = (line: UsageLine, sku: UsageSku, month: number, from: number, to: number): Ratio => {
  const instances = new D(line.instances ?? '1');
  const active = Math.min(to + 1, firstOf(month + 1)) - Math.max(from, firstOf(month));
  if (line.per === 'total') return { top: instances.times(line.quantity ?? '0').times(active), bottom: new D(to + 1 - from) };
  const typed = line.monthly[monthText(month)];
  const growth = new D(line.growth ?? '0').plus(1);
  const base = typed !== undefined ? new D(typed) : round(new D(line.quantity ?? '0').times(growth.pow(month - monthOfDay(from))), 6);
  return { top: base.times(instances).times(active), bottom: new D(sku.monthBasis === 'days30' ? 30 : lengthOf(month)) };
};

const meter = (quantity: Ratio, increment: string | undefined): Ratio => {
  if (increment === undefined) return quantity;
  const steps = quantity.top.div(quantity.bottom.times(increment));
  const whole = steps.toDecimalPlaces(60).ceil();
  return { top: whole.times(increment), bottom: new D(1) };
};

/** The line's use in each month of the horizon. */
export const meterLine = (book: PriceBook, line: UsageLine, horizon: { first: number; months: number }): MeteredLine => {
  const sku = findUsage(book, line.sku);
  const horizonEnd = firstOf(horizon.first + horizon.months) - 1;
  const from = line.from === null ? firstOf(horizon.first) : dayOf(line.from);
  const to = line.to === null ? horizonEnd : line.to.length === 7 ? firstOf(monthIndex(line.to) + 1) - 1 : dayOf(line.to);
  const instances = new D(line.instances ?? '1');
  const graduated = line.price === null && sku.price !== null && typeof sku.price !== 'string';
  const carries = graduated && typeof sku.price !== 'string' && sku.price?.tierClock === 'line';
  let earlier: Num = new D(0);
  const months: MonthUse[] = [];
  for (let month = horizon.first; month < horizon.first + horizon.months; month += 1) {
    const first = Math.max(from, firstOf(month));
    const days = Math.min(to + 1, firstOf(month + 1)) - first;
    if (days <= 0) continue;
    const q = meter(monthQuantity(line, sku, month, from, to), sku.increment);
    const before = earlier;
    const part = (day: number): Ratio => ({ top: q.top.times(day), bottom: q.bottom.times(days) });
    const amountOf = (quantity: Ratio): Num => {
      if (!graduated) return tierSum(sku, line.price, quantity);
      if (instances.isZero()) return new D(0);
      const bottom = quantity.bottom.times(instances);
      const start = carries ? before.times(bottom) : new D(0);
      const sum = tierSum(sku, null, { top: start.plus(quantity.top), bottom }).minus(tierSum(sku, null, { top: start, bottom }));
      return sum.times(instances);
    };
    months.push({
      month,
      first,
      days,
      quantityUpTo: (day) => {
        const ratio = part(day);
        return round(ratio.top.div(ratio.bottom), 6);
      },
      amountUpTo: (day) => round(amountOf(part(day)), 12),
    });
    if (carries && !instances.isZero()) earlier = earlier.plus(q.top.div(q.bottom.times(instances)));
  }
  const rounding = book.providers.find((provider) => provider.id === sku.provider)?.rounding ?? '';
  return { line, sku, rounding, from, to, months };
};
