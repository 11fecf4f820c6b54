/**
 * A usage line of a flat price whose numbers fit doubles, counted without BigInt.
 *
 * Rule: with w = base x instances and B the days that a month is divided by, days i to j of a month have the amount
 * R12(w x price x j / B) - R12(w x price x i / B) and the quantity R6(w x j / B) - R6(w x i / B).
 * Units, rounding: ratedLine.ts. Unit price 10^-10 CNY, w in 10^-6 units.
 * Source: billing.md, 4.1 to 4.3, for a flat price: rate/rateMonth.ts says the same for any price.
 */
import { type Amount, QUANTITY_DECIMALS, type Quantity } from '../../numeric/fixed.ts';
import { DoubleSlabs } from '../../numeric/slabs.ts';
import { divide, divideNearest, multiplyDivide, result, WIDE_LIMIT, WideColumn, type WideSlice, wideToBigInt } from '../../numeric/wide.ts';
import type { DayNumber, MonthNumber } from '../../time/calendar.ts';
import type { Horizon } from '../horizon.ts';
import { baseOfMonth, fixedBasisOf } from '../meter.ts';
import type { DayPeriod, Measured, MeasureTarget } from '../packs/pack.ts';
import type { UsableUsage } from '../read/readUsage.ts';
import type { RatedLine } from './ratedLine.ts';

// w x 31 days stays an integer that a double holds; w x 31 x price stays below what `divide` takes.
const LARGEST_WHOLE = 2 ** 48;
const LARGEST_QUANTITY = 2n ** 48n;
const LARGEST_PRICE = 2n ** 52n;
// 10^-6 units x 10^-10 CNY = 10^-16 CNY; an Amount is 10^-12 CNY.
const AMOUNT_SCALE = 10_000;
const ONE_UNIT = 10 ** QUANTITY_DECIMALS;

/** null where the line needs BigInt. `slabs`: where its numbers go. */
export const makeFlatLine = (usage: UsableUsage, horizon: Horizon, slabs = new DoubleSlabs(0)): FlatLine | null => {
  if (usage.rate.kind !== 'flat' || usage.rate.unitPrice >= LARGEST_PRICE || usage.sku.increment !== undefined) return null;
  const first = firstMonthOf(usage, horizon);
  const length = endMonthOf(usage, horizon, first) - first;
  const isAlike = usage.per === 'total' || (usage.growth === null && usage.monthly.size === 0);
  const wholes = isAlike ? 1 : length;
  const from = slabs.take(length + wholes);
  const { slab } = slabs;
  const factor = Number(usage.instances);
  for (let at = 0; at < wholes; at += 1) {
    const base = isAlike ? Number(usage.quantity) : shortBaseOf(usage, horizon.firstMonth + first + at);
    const whole = base * factor;
    // Below the limit a product of doubles is exact, and one above it is never rounded below it.
    if (whole >= LARGEST_WHOLE) return null;
    slab[from + length + at] = whole;
  }
  const line = new FlatLine({ usage, horizon, first, length, isAlike, slab, from });
  return line.isWide ? line : null;
};

interface FlatInput {
  readonly usage: UsableUsage;
  readonly horizon: Horizon;
  readonly first: number;
  readonly length: number;
  /** all months have one w */
  readonly isAlike: boolean;
  /** from `from` on: room for the list cost of each month, then w of each month, or one for all */
  readonly slab: Float64Array;
  readonly from: number;
}

/** baseOfMonth as a double: one that is not exact is above every limit. */
const shortBaseOf = (usage: UsableUsage, month: MonthNumber): number => {
  const { quantity, growth, fromMonth, monthly } = usage;
  const isGrown = growth !== null && month !== fromMonth && quantity < LARGEST_QUANTITY && !monthly.has(month);
  const grown = isGrown ? growth.growShort(Number(quantity), month - fromMonth) : null;
  return grown ?? Number(baseOfMonth(usage, month));
};

/** Position of the first active month in the horizon. */
const firstMonthOf = ({ from, to }: UsableUsage, { monthStarts, length }: Horizon): number => {
  if (to <= from) return 0;
  let first = 0;
  while (first < length && (monthStarts[first + 1] ?? 0) <= from) first += 1;
  return first;
};

/** Position after the last one. */
const endMonthOf = ({ from, to }: UsableUsage, { monthStarts, length }: Horizon, first: number): number => {
  if (to <= from) return first;
  let end = length;
  while (end > first && (monthStarts[end - 1] ?? 0) >= to) end -= 1;
  return end;
};

export class FlatLine implements RatedLine {
  readonly usage: UsableUsage;
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly first: number;
  readonly length: number;
  readonly isWide: boolean;
  readonly #horizon: Horizon;
  readonly #price: number;
  /** what the active days are divided by; 0: the days of their month */
  readonly #basis: number;
  readonly #isAlike: boolean;
  readonly #slab: Float64Array;
  readonly #from: number;
  /** low parts of the list costs, where one has any */
  #low: number[] | null = null;

  constructor({ usage, horizon, first, length, isAlike, slab, from }: FlatInput) {
    this.usage = usage;
    this.start = usage.from;
    this.end = usage.to;
    this.first = first;
    this.length = length;
    this.#horizon = horizon;
    this.#price = usage.rate.kind === 'flat' ? Number(usage.rate.unitPrice) : 0;
    this.#basis = fixedBasisOf(usage, usage.sku);
    this.#isAlike = isAlike;
    this.#slab = slab;
    this.#from = from;
    this.isWide = this.#countListCosts() < WIDE_LIMIT;
  }

  get listCosts(): WideSlice {
    return { hi: this.#slab, from: this.#from, lo: this.#low };
  }

  listCostOf(at: number): Amount {
    return wideToBigInt(this.#slab[this.#from + at] ?? 0, this.#low?.[at] ?? 0);
  }

  quantityOf(at: number): Quantity {
    this.#quantity(at, this.#daysOf(at));
    return BigInt(result.hi);
  }

  hasPartialUnits(): boolean {
    for (let at = 0; at < this.length; at += 1) {
      divide(this.#wholeOf(at) * this.#daysOf(at), 0, this.#basisOf(at) * ONE_UNIT);
      if (result.rest !== 0) return true;
    }
    return false;
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
      if (this.#basis !== 0) this.#quantity(month, to - from);
      quantities.put(at, this.#basis === 0 ? this.#wholeOf(month) : result.hi, 0);
      return;
    }
    const start = this.#startOf(month);
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

  /** Returns the highest of them. */
  #countListCosts(): number {
    const { monthStarts } = this.#horizon;
    // All days of a month over all days of a month: such months of one quantity cost the same, and `result` still holds the one before.
    const isAlike = this.#isAlike && this.#basis === 0;
    const firstWhole = this.start <= (monthStarts[this.first] ?? 0) ? 0 : 1;
    const lastWhole = this.end >= (monthStarts[this.first + this.length] ?? 0) ? this.length - 1 : this.length - 2;
    let highest = 0;
    for (let at = 0; at < this.length; at += 1) {
      if (!isAlike || at <= firstWhole || at > lastWhole) this.#amount(at, this.#daysOf(at));
      this.#slab[this.#from + at] = result.hi;
      if (result.lo !== 0) {
        this.#low ??= Array.from({ length: this.length }, () => 0);
        this.#low[at] = result.lo;
      }
      if (result.hi > highest) highest = result.hi;
    }
    return highest;
  }

  /** Sets `result` to the amount of the first `days` active days. */
  #amount(at: number, days: number): void {
    multiplyDivide(this.#wholeOf(at) * days, this.#price, this.#basisOf(at) * AMOUNT_SCALE);
  }

  #quantity(at: number, days: number): void {
    divideNearest(this.#wholeOf(at) * days, 0, this.#basisOf(at));
  }

  #wholeOf(at: number): number {
    return this.#slab[this.#from + this.length + (this.#isAlike ? 0 : at)] ?? 0;
  }

  /** First active day. */
  #startOf(at: number): DayNumber {
    return Math.max(this.start, this.#horizon.monthStarts[this.first + at] ?? 0);
  }

  #daysOf(at: number): number {
    return Math.min(this.end, this.#horizon.monthStarts[this.first + at + 1] ?? 0) - this.#startOf(at);
  }

  /** The days of the month, or what stands for them. */
  #basisOf(at: number): number {
    if (this.#basis !== 0) return this.#basis;
    const { monthStarts } = this.#horizon;
    return (monthStarts[this.first + at + 1] ?? 0) - (monthStarts[this.first + at] ?? 0);
  }
}
