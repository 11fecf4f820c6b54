/**
 * What is typed in usage lines, as doubles in columns: of the ordinary ones, which are nearly all of a long list. It knows neither price
 * book nor horizon, so it stays when these change.
 *
 * Rule: read/readUsage.ts, which reads every line and says what is wrong with it. A line whose fields are all short decimals, months and
 * dates inside their limits, and that runs on no node, is read here the same; every other one is left to it.
 * Units: quantity 10^-6 units, growth 10^-6, price 10^-10 CNY for the price block; days [from, to).
 */
import { QUANTITY_DECIMALS } from '../../numeric/fixed.ts';
import { readShort } from '../../numeric/shortText.ts';
import { UNIT_PRICE_DECIMALS } from '../../pricebook/limits.ts';
import type { FieldText, UsageLine } from '../../scenario/types.ts';
import { type DayNumber, firstDayNumber, type MonthNumber, readDate, readMonth } from '../../time/calendar.ts';
import { growthReader, instancesReader } from '../read/limits.ts';
import { MonthlyValues } from './monthlyValues.ts';
import type { SkuNames } from './skuNames.ts';

/** Of a price or a day. */
export const NOT_GIVEN = Number.POSITIVE_INFINITY;
/** In place of a SKU's name: the line is no ordinary one. */
export const NOT_ORDINARY = -1;

// A short decimal is below 2^53: inside the limits of quantities and prices. These two are narrower.
const MOST_GROWTH = Number(growthReader.limits.max) * 10 ** QUANTITY_DECIMALS;
const MOST_INSTANCES = Number(instancesReader.limits.max);

export class TypedChunk {
  /** place of the name in SkuNames */
  readonly sku: Int32Array;
  readonly quantity: Float64Array;
  readonly instances: Float64Array;
  /** 0: none */
  readonly growth: Float64Array;
  readonly price: Float64Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** 1: the quantity is of the whole period, not of a month */
  readonly isTotal: Uint8Array;
  /** quantities of single months, in place of the line's own */
  readonly monthly: MonthlyValues;

  constructor(rows: number) {
    this.sku = new Int32Array(rows);
    this.quantity = new Float64Array(rows);
    this.instances = new Float64Array(rows);
    this.growth = new Float64Array(rows);
    this.price = new Float64Array(rows);
    this.from = new Float64Array(rows);
    this.to = new Float64Array(rows);
    this.isTotal = new Uint8Array(rows);
    this.monthly = new MonthlyValues(rows);
  }

  get rows(): number {
    return this.sku.length;
  }

  /** Rows of another chunk, from `row` on. */
  copy(row: number, source: TypedChunk, from: number, count: number): void {
    const end = from + count;
    this.sku.set(source.sku.subarray(from, end), row);
    this.quantity.set(source.quantity.subarray(from, end), row);
    this.instances.set(source.instances.subarray(from, end), row);
    this.growth.set(source.growth.subarray(from, end), row);
    this.price.set(source.price.subarray(from, end), row);
    this.from.set(source.from.subarray(from, end), row);
    this.to.set(source.to.subarray(from, end), row);
    this.isTotal.set(source.isTotal.subarray(from, end), row);
    this.monthly.copy(row, source.monthly, from, count);
  }

  /** `line`: resolved, its formulas are numbers */
  read(row: number, line: UsageLine, names: SkuNames): void {
    this.sku[row] = NOT_ORDINARY;
    if (!this.#readOrdinary(row, line, names)) this.monthly.add(row, NO_MONTHS, NO_MONTHS);
  }

  /** false: it is no ordinary line. */
  #readOrdinary(row: number, line: UsageLine, names: SkuNames): boolean {
    if (line.onNodes !== null || line.quantity === null) return false;
    const quantity = readShort(line.quantity, QUANTITY_DECIMALS);
    const instances = readOr(line.instances, 0, 1);
    const growth = readOr(line.growth, QUANTITY_DECIMALS, 0);
    const price = readOr(line.price, UNIT_PRICE_DECIMALS, NOT_GIVEN);
    const from = readBound(line.from, 0);
    const to = readBound(line.to, 1);
    if (quantity === null || instances === null || growth === null || price === null) return false;
    if (instances > MOST_INSTANCES || growth > MOST_GROWTH || Number.isNaN(from) || Number.isNaN(to)) return false;
    if (from !== NOT_GIVEN && to <= from) return false;
    const isTotal = line.per === 'total';
    if (!isTotal && line.per !== null && line.per !== 'month') return false;
    if (isTotal && line.growth !== null) return false;
    if (!this.#readMonthly(row, line.monthly, isTotal)) return false;
    this.sku[row] = names.placeOf(line.sku);
    this.quantity[row] = quantity;
    this.instances[row] = instances;
    this.growth[row] = growth;
    this.price[row] = price;
    this.from[row] = from;
    this.to[row] = to;
    this.isTotal[row] = isTotal ? 1 : 0;
    return true;
  }

  #readMonthly(row: number, monthly: UsageLine['monthly'], isTotal: boolean): boolean {
    const months: MonthNumber[] = [];
    const values: number[] = [];
    for (const text in monthly) {
      const month = readMonth(text);
      const value = readShort(monthly[text] ?? '', QUANTITY_DECIMALS);
      if (isTotal || month < 0 || value === null) return false;
      months.push(month);
      values.push(value);
    }
    this.monthly.add(row, months, values);
    return true;
  }
}

const NO_MONTHS: readonly number[] = [];

const readOr = (text: FieldText, decimals: number, fallback: number): number | null =>
  text === null ? fallback : readShort(text, decimals);

/** The first day of a month or the date, `after` 1: the one that follows it; NaN where the text is neither. */
const readBound = (text: FieldText, after: 0 | 1): DayNumber => {
  if (text === null) return NOT_GIVEN;
  const month = readMonth(text);
  return month >= 0 ? firstDayNumber(month + after) : readDate(text) + after;
};
