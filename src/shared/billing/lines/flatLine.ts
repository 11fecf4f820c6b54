/**
 * A usage line of a flat price whose numbers fit doubles, counted without BigInt.
 *
 * Rule: with w = base x instances and B the days that a month is divided by, days i to j of a month have the amount
 * R12(w x price x j / B) - R12(w x price x i / B) and the quantity R6(w x j / B) - R6(w x i / B).
 * Units, rounding: ratedLine.ts. Unit price 10^-10 CNY, w in 10^-6 units.
 * Source: billing.md, 4.1 to 4.3, for a flat price: rate/rateMonth.ts says the same for any price.
 */
import { type Amount, QUANTITY_DECIMALS, type Quantity } from '../../numeric/fixed.ts';
import { divide, divideNearest, multiply, result, WIDE_LIMIT, WideColumn, type WideList, wideToBigInt } from '../../numeric/wide.ts';
import type { DayNumber } from '../../time/calendar.ts';
import type { Horizon } from '../horizon.ts';
import { baseOfMonth, basisDaysOf } from '../meter.ts';
import type { DayPeriod, Measured, MeasureTarget } from '../packs/pack.ts';
import type { UsableUsage } from '../read/readUsage.ts';
import type { RatedLine } from './ratedLine.ts';

// w x 31 days stays an integer that a double holds; w x 31 x price stays below what `divide` takes.
const LARGEST_WHOLE = 2n ** 48n;
const LARGEST_PRICE = 2n ** 52n;
// 10^-6 units x 10^-10 CNY = 10^-16 CNY; an Amount is 10^-12 CNY.
const AMOUNT_SCALE = 10_000;
const ONE_UNIT = 10 ** QUANTITY_DECIMALS;

interface FlatMonths {
  readonly first: number;
  /** w of each active month; one for all where they are alike */
  readonly wholes: readonly number[];
  readonly length: number;
}

/** null where the line needs BigInt. */
export const makeFlatLine = (usage: UsableUsage, horizon: Horizon): FlatLine | null => {
  if (usage.rate.kind !== 'flat' || usage.rate.unitPrice >= LARGEST_PRICE || usage.sku.increment !== undefined) return null;
  const months = readMonths(usage, horizon);
  if (months === null) return null;
  const line = new FlatLine(usage, horizon, months);
  return line.isWide ? line : null;
};

const readMonths = (usage: UsableUsage, horizon: Horizon): FlatMonths | null => {
  const [first, length] = activeMonths(usage, horizon);
  const isAlike = usage.per === 'total' || (usage.growth === null && usage.monthly.size === 0);
  const wholes: number[] = [];
  for (let at = 0; at < (isAlike ? Math.min(length, 1) : length); at += 1) {
    const base = usage.per === 'total' ? usage.quantity : baseOfMonth(usage, horizon.firstMonth + first + at);
    const whole = base * usage.instances;
    if (whole >= LARGEST_WHOLE) return null;
    wholes.push(Number(whole));
  }
  return { first, length, wholes };
};

/** Position of the first active month in the horizon, and how many there are. */
const activeMonths = ({ from, to }: UsableUsage, { monthStarts, length }: Horizon): readonly [number, number] => {
  let first = 0;
  while (first < length && (monthStarts[first + 1] ?? 0) <= from) first += 1;
  let end = length;
  while (end > first && (monthStarts[end - 1] ?? 0) >= to) end -= 1;
  return to <= from ? [0, 0] : [first, end - first];
};

/** Most amounts fit one double: their lines share this. As many as a horizon has months. */
const NO_LOW_PARTS: number[] = Array.from({ length: 120 }, () => 0);

export class FlatLine implements RatedLine {
  readonly usage: UsableUsage;
  readonly first: number;
  readonly length: number;
  readonly isWide: boolean;
  readonly listCosts: WideList;
  readonly #horizon: Horizon;
  readonly #wholes: readonly number[];
  readonly #price: number;

  constructor(usage: UsableUsage, horizon: Horizon, { first, length, wholes }: FlatMonths) {
    this.usage = usage;
    this.first = first;
    this.length = length;
    this.#horizon = horizon;
    this.#wholes = wholes;
    this.#price = usage.rate.kind === 'flat' ? Number(usage.rate.unitPrice) : 0;
    const hi: number[] = [];
    let lo = NO_LOW_PARTS;
    let highest = 0;
    for (let at = 0; at < length; at += 1) {
      this.#amount(at, this.#daysOf(at));
      hi.push(result.hi);
      if (result.lo !== 0) {
        if (lo === NO_LOW_PARTS) lo = hi.map(() => 0);
        lo[at] = result.lo;
      } else if (lo !== NO_LOW_PARTS) lo.push(0);
      highest = Math.max(highest, result.hi);
    }
    this.listCosts = { hi, lo };
    this.isWide = highest < WIDE_LIMIT;
  }

  get start(): DayNumber {
    return this.usage.from;
  }
  get end(): DayNumber {
    return this.usage.to;
  }

  listCostOf(at: number): Amount {
    return wideToBigInt(this.listCosts.hi[at] ?? 0, this.listCosts.lo[at] ?? 0);
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

  /** Sets `result` to the amount of the first `days` active days. */
  #amount(at: number, days: number): void {
    multiply(this.#wholeOf(at) * days, this.#price);
    divideNearest(result.hi, result.lo, this.#basisOf(at) * AMOUNT_SCALE);
  }

  #quantity(at: number, days: number): void {
    divideNearest(this.#wholeOf(at) * days, 0, this.#basisOf(at));
  }

  #wholeOf(at: number): number {
    return this.#wholes[at] ?? this.#wholes[0] ?? 0;
  }

  /** First active day. */
  #startOf(at: number): DayNumber {
    return Math.max(this.usage.from, this.#horizon.monthStarts[this.first + at] ?? 0);
  }

  #daysOf(at: number): number {
    return Math.min(this.usage.to, this.#horizon.monthStarts[this.first + at + 1] ?? 0) - this.#startOf(at);
  }

  #basisOf(at: number): number {
    return basisDaysOf(this.usage, this.usage.sku, this.#horizon.firstMonth + this.first + at);
  }
}
