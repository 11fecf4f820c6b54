/**
 * Fills a chunk of usage lines, row by row: from the chunks of the bill before where a line has not changed, else from what is typed.
 *
 * Rule, units, rounding: usageChunk.ts and lines/flatCosts.ts. An ordinary line of a flat price is counted here; all others, and those
 * whose numbers do not fit, are read and rated as objects (lines/rateLine.ts).
 */
import { isMultiple, WIDE_LIMIT, WideColumn } from '../../numeric/wide.ts';
import type { UsageLine } from '../../scenario/types.ts';
import { monthOfDay } from '../../time/calendar.ts';
import type { Growth, GrowthTable } from '../growth.ts';
import type { Horizon } from '../horizon.ts';
import { counted, countListCosts, endMonthOf, FLAT_LIMITS, firstMonthOf, hasPartialUnits } from '../lines/flatCosts.ts';
import type { UsageWork } from '../lines/usageWork.ts';
import type { OrdinarySku, OrdinarySkus } from './ordinarySkus.ts';
import type { SkuNames } from './skuNames.ts';
import { NOT_GIVEN, NOT_ORDINARY, type TypedChunk } from './typedChunk.ts';
import { CHUNK, fromOf, hasFlag, monthsOf, NOT_USABLE, PLACE, ROW, skuOf, type UsageChunk } from './usageChunk.ts';

export interface RateInput {
  readonly horizon: Horizon;
  readonly names: SkuNames;
  readonly skus: OrdinarySkus;
  readonly growths: GrowthTable;
  /** a line as an object; its line is the one at that position */
  readonly makeWork: (position: number) => UsageWork;
}

/** One room for all: only one chunk is filled at a time. */
let costs = new WideColumn(0);
const roomFor = (rows: number, months: number): WideColumn => {
  if (costs.hi.length < rows * months) costs = new WideColumn(CHUNK * months);
  return costs;
};

/** The line that is rated at this moment. */
const SHAPE = { start: 0, end: 0, first: 0, length: 0, price: 0, basis: 0, isAlike: true, wholes: new Float64Array(120), wholesFrom: 0 };

export class ChunkBuilder {
  readonly #input: RateInput;
  readonly #costs: WideColumn;
  readonly #typed: TypedChunk;
  readonly #places: Int32Array;
  readonly #flags: Uint8Array;
  readonly #works: (UsageWork | undefined)[] = [];
  readonly #skus: number[] = [];
  #lastSku = NOT_USABLE;
  #row = 0;
  /** where the next list cost goes */
  #end = 0;
  #hasLow = false;
  #dropped = 0;

  /** `typed`: what its lines say, or room for it */
  constructor(typed: TypedChunk, input: RateInput) {
    const { rows } = typed;
    this.#input = input;
    this.#costs = roomFor(rows, input.horizon.length);
    this.#typed = typed;
    this.#places = new Int32Array(rows * PLACE.width);
    this.#flags = new Uint8Array(rows);
  }

  /** Takes rows as they are. */
  copy(source: UsageChunk, from: number, count: number): void {
    const end = from + count;
    const row = this.#row;
    const start = fromOf(source, from);
    const stop = fromOf(source, end - 1) + monthsOf(source, end - 1);
    this.#typed.copy(row, source.typed, from, count);
    this.#places.set(source.places.subarray(from * PLACE.width, end * PLACE.width), row * PLACE.width);
    this.#flags.set(source.flags.subarray(from, end), row);
    this.#costs.hi.set(source.hi.subarray(start, stop), this.#end);
    if (source.lo === null) this.#costs.lo.fill(0, this.#end, this.#end + stop - start);
    else this.#costs.lo.set(source.lo.subarray(start, stop), this.#end);
    this.#hasLow ||= source.lo !== null;
    for (let at = 0; at < count; at += 1) {
      this.#places[(row + at) * PLACE.width + PLACE.from] = fromOf(source, from + at) - start + this.#end;
      this.#works[row + at] = source.works[from + at];
      if (hasFlag(source, from + at, ROW.dropped)) this.#dropped += 1;
      this.#noteSku(skuOf(source, from + at));
    }
    this.#end += stop - start;
    this.#row += count;
  }

  /** Rates a line. */
  add(position: number, line: UsageLine): void {
    this.#typed.read(this.#row, line, this.#input.names);
    this.#rate(position);
  }

  /** Rates the lines from a position on, of which it is known what is typed. */
  static rate(start: number, typed: TypedChunk, input: RateInput): UsageChunk {
    const builder = new ChunkBuilder(typed, input);
    for (let row = 0; row < typed.rows; row += 1) builder.#rate(start + row);
    return builder.build();
  }

  build(): UsageChunk {
    const hi = this.#costs.hi.slice(0, this.#end);
    return {
      typed: this.#typed,
      length: this.#flags.length,
      places: this.#places,
      flags: this.#flags,
      skus: this.#skus,
      hi,
      lo: this.#hasLow ? this.#costs.lo.slice(0, this.#end) : null,
      highest: highestOf(hi),
      dropped: this.#dropped,
      works: this.#works,
    };
  }

  #rate(position: number): void {
    const place = this.#typed.sku[this.#row] ?? NOT_ORDINARY;
    const sku = place === NOT_ORDINARY ? null : this.#input.skus.at(place);
    if (sku !== null && this.#rateOrdinary(sku)) this.#put(place, SHAPE.first, SHAPE.length);
    else this.#rateSpecial(position);
    this.#row += 1;
  }

  #put(sku: number, first: number, months: number): void {
    const at = this.#row * PLACE.width;
    this.#places[at + PLACE.sku] = sku;
    this.#places[at + PLACE.from] = this.#end;
    this.#places[at + PLACE.first] = first;
    this.#places[at + PLACE.months] = months;
    this.#end += months;
    this.#noteSku(sku);
  }

  #noteSku(sku: number): void {
    if (sku === this.#lastSku) return;
    this.#lastSku = sku;
    if (sku !== NOT_USABLE && !this.#skus.includes(sku)) this.#skus.push(sku);
  }

  /** false: it is no ordinary line of this price book and horizon, and nothing is set. */
  #rateOrdinary(sku: OrdinarySku): boolean {
    const { horizon } = this.#input;
    const typed = this.#typed;
    const row = this.#row;
    const price = priceOf(typed.price[row] ?? NOT_GIVEN, sku);
    if (price === null) return false;
    const from = typed.from[row] ?? NOT_GIVEN;
    const to = typed.to[row] ?? NOT_GIVEN;
    SHAPE.start = from === NOT_GIVEN ? horizon.start : from;
    SHAPE.end = to === NOT_GIVEN ? horizon.end : to;
    SHAPE.first = firstMonthOf(SHAPE.start, SHAPE.end, horizon);
    SHAPE.length = endMonthOf(SHAPE.start, SHAPE.end, horizon, SHAPE.first) - SHAPE.first;
    SHAPE.price = price;
    SHAPE.basis = typed.isTotal[row] === 1 ? SHAPE.end - SHAPE.start : sku.isDays30 ? 30 : 0;
    SHAPE.isAlike = typed.growth[row] === 0 && !typed.monthly.hasAny(row);
    if (!this.#setWholes(row)) return false;
    countListCosts(SHAPE, horizon, this.#costs, this.#end);
    if (counted.highest >= WIDE_LIMIT) return false;
    this.#hasLow ||= counted.hasLow;
    if (sku.countsHours && hasPartialUnits(SHAPE, horizon)) this.#flags[row] = ROW.partial;
    return true;
  }

  /** What the line uses in each month, before the share of active days; false where that does not fit. */
  #setWholes(row: number): boolean {
    const { horizon, growths } = this.#input;
    const typed = this.#typed;
    const quantity = typed.quantity[row] ?? 0;
    const instances = typed.instances[row] ?? 1;
    if (SHAPE.isAlike) return setWhole(0, quantity * instances);
    if (quantity >= FLAT_LIMITS.whole) return false;
    const growth = typed.growth[row] === 0 ? null : growths.growthOfShort(typed.growth[row] ?? 0);
    const firstMonth = horizon.firstMonth + SHAPE.first;
    const grown = growth === null ? 0 : firstMonth - monthOfDay(SHAPE.start);
    for (let at = 0; at < SHAPE.length; at += 1) {
      const base = typed.monthly.get(row, firstMonth + at) ?? grow(growth, quantity, grown + at);
      if (!setWhole(at, base * instances)) return false;
    }
    return true;
  }

  #rateSpecial(position: number): void {
    const work = this.#input.makeWork(position);
    const { rated } = work;
    const isDropped = work.read.kind === 'dropped';
    this.#works[this.#row] = work;
    this.#flags[this.#row] = ROW.special | (isDropped ? ROW.dropped : 0) | (rated?.listCosts === null ? ROW.inBigInt : 0);
    if (isDropped) this.#dropped += 1;
    if (rated === null) {
      this.#put(NOT_USABLE, 0, 0);
      return;
    }
    const { hi, lo } = this.#costs;
    const { listCosts } = rated;
    for (let at = 0; at < rated.length; at += 1) {
      const low = listCosts?.lo?.[at] ?? 0;
      hi[this.#end + at] = listCosts?.hi[listCosts.from + at] ?? Number.NaN;
      lo[this.#end + at] = low;
      this.#hasLow ||= low !== 0;
    }
    this.#put(this.#input.names.placeOf(rated.usage.sku.sku), rated.first, rated.length);
  }
}

/** NaN is not higher than anything. */
const highestOf = (costs: Float64Array): number => {
  let highest = 0;
  for (let at = 0; at < costs.length; at += 1) if ((costs[at] ?? 0) > highest) highest = costs[at] ?? 0;
  return highest;
};

/** R6, in BigInt where doubles cannot tell. One that is not exact is above every limit. */
const grow = (growth: Growth | null, quantity: number, months: number): number =>
  growth === null || months === 0 ? quantity : (growth.growShort(quantity, months) ?? Number(growth.grow(BigInt(quantity), months)));

/** 10^-10 CNY for one unit; null where a double does not hold it. */
const priceOf = (typed: number, { per, unitPrice, isOrdinary }: OrdinarySku): number | null => {
  if (!isOrdinary || (typed !== NOT_GIVEN && !isMultiple(typed, per))) return null;
  const price = typed === NOT_GIVEN ? unitPrice : typed / per;
  return price !== null && price < FLAT_LIMITS.price ? price : null;
};

// Below the limit a product of doubles is exact, and one above it is never rounded below it.
const setWhole = (at: number, whole: number): boolean => {
  SHAPE.wholes[at] = whole;
  return whole < FLAT_LIMITS.whole;
};
