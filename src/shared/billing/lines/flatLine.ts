/**
 * A usage line of a flat price whose numbers fit doubles, counted without BigInt.
 *
 * Rule: with w = base x instances and B the days that a month is divided by, days i to j of a month have the amount
 * R12(w x price x j / B) - R12(w x price x i / B) and the quantity R6(w x j / B) - R6(w x i / B).
 * Units, rounding: ratedLine.ts. Unit price 10^-10 CNY, w in 10^-6 units.
 * Source: billing.md, 4.1 to 4.3, for a flat price: rate/rateMonth.ts says the same for any price.
 */
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import { DoubleSlabs } from '../../numeric/slabs.ts';
import { divideNearest, result, WIDE_LIMIT, WideColumn, type WideSlice, wideToBigInt } from '../../numeric/wide.ts';
import type { DayNumber, MonthNumber } from '../../time/calendar.ts';
import type { Horizon } from '../horizon.ts';
import { baseOfMonth, fixedBasisOf } from '../meter.ts';
import type { DayPeriod, Measured, MeasureTarget } from '../packs/pack.ts';
import type { UsableUsage } from '../read/readUsage.ts';
import {
  basisOf,
  counted,
  countListCosts,
  daysOf,
  endMonthOf,
  FLAT_LIMITS,
  type FlatShape,
  firstMonthOf,
  hasPartialUnits,
  setAmount,
  startOf,
  wholeOf,
} from './flatCosts.ts';
import type { RatedLine } from './ratedLine.ts';

const LARGEST_QUANTITY = BigInt(FLAT_LIMITS.whole);

/** One list for all: no horizon is longer. */
const COSTS = new WideColumn(120);

/** null where the line needs BigInt. `slabs`: where its numbers go. */
export const makeFlatLine = (usage: UsableUsage, horizon: Horizon, slabs = new DoubleSlabs(0)): FlatLine | null => {
  const { rate, sku } = usage;
  if (rate.kind !== 'flat' || rate.unitPrice >= FLAT_LIMITS.price || sku.increment !== undefined) return null;
  const first = firstMonthOf(usage.from, usage.to, horizon);
  const length = endMonthOf(usage.from, usage.to, horizon, first) - first;
  const isAlike = usage.per === 'total' || (usage.growth === null && usage.monthly.size === 0);
  const months = isAlike ? 1 : length;
  const from = slabs.take(length + months);
  const { slab } = slabs;
  const factor = Number(usage.instances);
  for (let at = 0; at < months; at += 1) {
    const base = isAlike ? Number(usage.quantity) : shortBaseOf(usage, horizon.firstMonth + first + at);
    const whole = base * factor;
    // Below the limit a product of doubles is exact, and one above it is never rounded below it.
    if (whole >= FLAT_LIMITS.whole) return null;
    slab[from + length + at] = whole;
  }
  const basis = fixedBasisOf(usage, sku);
  const period = { start: usage.from, end: usage.to, first, length };
  const shape = { ...period, price: Number(rate.unitPrice), basis, isAlike, wholes: slab, wholesFrom: from + length };
  countListCosts(shape, horizon, COSTS, 0);
  if (counted.highest >= WIDE_LIMIT) return null;
  slab.set(COSTS.hi.subarray(0, length), from);
  return new FlatLine({ usage, horizon, shape, from, low: counted.hasLow ? [...COSTS.lo.subarray(0, length)] : null });
};

interface FlatInput {
  readonly usage: UsableUsage;
  readonly horizon: Horizon;
  /** its `wholes` also hold the list cost of each month, from `from` on */
  readonly shape: FlatShape;
  readonly from: number;
  /** low parts of the list costs, where one has any */
  readonly low: readonly number[] | null;
}

/** baseOfMonth as a double: one that is not exact is above every limit. */
const shortBaseOf = (usage: UsableUsage, month: MonthNumber): number => {
  const { quantity, growth, fromMonth, monthly } = usage;
  const isGrown = growth !== null && month !== fromMonth && quantity < LARGEST_QUANTITY && !monthly.has(month);
  const grown = isGrown ? growth.growShort(Number(quantity), month - fromMonth) : null;
  return grown ?? Number(baseOfMonth(usage, month));
};

export class FlatLine implements RatedLine {
  readonly usage: UsableUsage;
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly first: number;
  readonly length: number;
  readonly isWide = true;
  readonly #horizon: Horizon;
  readonly #shape: FlatShape;
  readonly #slab: Float64Array;
  readonly #from: number;
  readonly #low: readonly number[] | null;

  constructor({ usage, horizon, shape, from, low }: FlatInput) {
    this.usage = usage;
    this.start = shape.start;
    this.end = shape.end;
    this.first = shape.first;
    this.length = shape.length;
    this.#horizon = horizon;
    this.#shape = shape;
    this.#slab = shape.wholes;
    this.#from = from;
    this.#low = low;
  }

  get listCosts(): WideSlice {
    return { hi: this.#slab, from: this.#from, lo: this.#low };
  }

  listCostOf(at: number): Amount {
    return wideToBigInt(this.#slab[this.#from + at] ?? 0, this.#low?.[at] ?? 0);
  }

  quantityOf(at: number): Quantity {
    this.#quantity(at, daysOf(this.#shape, this.#horizon, at));
    return BigInt(result.hi);
  }

  hasPartialUnits(): boolean {
    return hasPartialUnits(this.#shape, this.#horizon);
  }

  measure(monthIndex: number, from: DayNumber, to: DayNumber): Measured {
    const target = { amounts: new WideColumn(1), quantities: new WideColumn(1), at: 0 };
    this.measureInto(target, monthIndex, { from, to });
    return { amount: target.amounts.get(0), quantity: target.quantities.get(0) };
  }

  measureInto({ amounts, quantities, at }: MeasureTarget, monthIndex: number, { from, to }: DayPeriod): void {
    const month = monthIndex - this.first;
    const { monthStarts } = this.#horizon;
    if (from === monthStarts[monthIndex] && to === monthStarts[monthIndex + 1]) {
      amounts.put(at, this.#slab[this.#from + month] ?? 0, this.#low?.[month] ?? 0);
      if (this.#shape.basis !== 0) this.#quantity(month, to - from);
      quantities.put(at, this.#shape.basis === 0 ? wholeOf(this.#shape, month) : result.hi, 0);
      return;
    }
    const start = startOf(this.#shape, this.#horizon, month);
    this.#amount(month, to - start);
    amounts.put(at, result.hi, result.lo);
    this.#quantity(month, to - start);
    quantities.put(at, result.hi, 0);
    if (from === start) return;
    this.#amount(month, from - start);
    amounts.add(at, -result.hi, -result.lo);
    this.#quantity(month, from - start);
    quantities.add(at, -result.hi, 0);
  }

  #amount(at: number, days: number): void {
    setAmount(this.#shape, this.#horizon, at, days);
  }

  /** Sets `result` to the quantity of the first `days` active days. */
  #quantity(at: number, days: number): void {
    divideNearest(wholeOf(this.#shape, at) * days, 0, basisOf(this.#shape, this.#horizon, at));
  }
}
