/** Quantity and amount of one usage line, month by month (billing.md, section 4). */
import { Decimal } from 'decimal.js';
import type { GraduatedPrice, PriceBook, UsageSku } from '../../src/shared/pricebook/types.ts';
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

const NO_TIERS: GraduatedPrice = { tierClock: 'month', tiers: [] };
const graduatedPrice = ({ price }: UsageSku): GraduatedPrice => {
  if (price === null || typeof price === 'string') throw new Error('oracle: no price');
  return price;
};

/** What a quantity costs from the first tier on, times the denominator: left undivided, so that nothing rounds before R12. */
const tierTop = (price: GraduatedPrice, quantity: Ratio): Num => {
  let sum = new D(0);
  let below = new D(0);
  for (const tier of price.tiers) {
    const top = tier.upTo === null ? quantity.top : D.min(quantity.top, quantity.bottom.times(tier.upTo));
    if (top.gt(below)) sum = sum.plus(top.minus(below).times(tier.price));
    below = D.max(below, top);
  }
  return sum;
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

/** The sum over the least common denominator: a decimal of it would be off by its last digit, and that decides an exact half. */
const addRatios = (a: Ratio, b: Ratio): Ratio => {
  const common = a.bottom.times(b.bottom).div(greatestCommonDivisor(a.bottom, b.bottom));
  return { top: a.top.times(common.div(a.bottom)).plus(b.top.times(common.div(b.bottom))), bottom: common };
};
const greatestCommonDivisor = (a: Num, b: Num): Num => (b.isZero() ? a : greatestCommonDivisor(b, a.mod(b)));

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
  const per = sku.per ?? 1;
  const flat = line.price ?? (typeof sku.price === 'string' ? sku.price : null);
  const graduated = flat === null ? graduatedPrice(sku) : NO_TIERS;
  const carries = graduated.tierClock === 'line';
  let earlier: Ratio = { top: new D(0), bottom: new D(1) };
  const months: MonthUse[] = [];
  for (let month = horizon.first; month < horizon.first + horizon.months; month += 1) {
    const first = Math.max(from, firstOf(month));
    const days = Math.min(to + 1, firstOf(month + 1)) - first;
    if (days <= 0) continue;
    const q = meter(monthQuantity(line, sku, month, from, to), sku.increment);
    const before = earlier;
    const part = (day: number): Ratio => ({ top: q.top.times(day), bottom: q.bottom.times(days) });
    const amountOf = (quantity: Ratio): Num => {
      if (flat !== null) return quantity.top.times(flat).div(quantity.bottom.times(per));
      if (instances.isZero()) return new D(0);
      const end = addRatios(before, { top: quantity.top, bottom: quantity.bottom.times(instances) });
      const start = { top: before.top.times(end.bottom.div(before.bottom)), bottom: end.bottom };
      const top = tierTop(graduated, end).minus(tierTop(graduated, start));
      return top.times(instances).div(end.bottom.times(per));
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
    if (carries && !instances.isZero()) earlier = addRatios(earlier, { top: q.top, bottom: q.bottom.times(instances) });
  }
  const rounding = book.providers.find((provider) => provider.id === sku.provider)?.rounding ?? '';
  return { line, sku, rounding, from, to, months };
};
