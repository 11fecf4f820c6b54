/**
 * What usage lines in columns add up to, by month.
 *
 * Rule: payable = Rfen(list cost - what packs covered).
 * Units: list cost Amount 10^-12 CNY, payable fen.
 * Source: billing.md, 5.3 and 6.
 */
import type { RoundingProfile } from '../../pricebook/types.ts';
import { roundWideCharge } from '../charge.ts';
import { addPayable } from '../lines/payables.ts';
import type { RatedLine } from '../lines/ratedLine.ts';
import type { MonthSum } from '../monthSum.ts';
import type { UsageTable } from './UsageTable.ts';
import { CHUNK, firstOf, fromOf, hasFlag, monthsOf, NOT_USABLE, ROW, skuOf, type UsageChunk } from './usageChunk.ts';

/**
 * Adds the list costs of all lines, and what those that no pack can pay for come to. `components`: by position, below 0 where no pack can pay.
 */
export const addAll = (table: UsageTable, components: Int32Array, listCosts: MonthSum, alone: MonthSum): void => {
  for (const [at, chunk] of table.chunks.entries()) {
    const { hi, lo } = chunk;
    let place = NOT_USABLE;
    let rounding: RoundingProfile = 'down';
    for (let row = 0; row < chunk.length; row += 1) {
      const position = at * CHUNK + row;
      const isAlone = (components[position] ?? 0) < 0;
      if (hasFlag(chunk, row, ROW.inBigInt)) {
        addListCosts(table, position, listCosts, 1);
        if (isAlone) addUnpaid(table, position, null, alone, 1);
        continue;
      }
      const start = fromOf(chunk, row);
      const first = firstOf(chunk, row);
      const end = start + monthsOf(chunk, row);
      if (skuOf(chunk, row) !== place) {
        place = skuOf(chunk, row);
        rounding = table.skus.at(place)?.rounding ?? rounding;
      }
      for (let each = start; each < end; each += 1) {
        const high = hi[each] ?? 0;
        const low = lo === null ? 0 : (lo[each] ?? 0);
        listCosts.addWide(first + each - start, high, low);
        if (isAlone) alone.addShort(first + each - start, roundWideCharge(high, low, rounding));
      }
    }
  }
};

/** Adds the list cost of each month of a line, or takes it off. */
export const addListCosts = (table: UsageTable, position: number, sum: MonthSum, sign: 1 | -1): void => {
  const chunk = table.chunks[Math.floor(position / CHUNK)];
  if (chunk === undefined) return;
  const row = position % CHUNK;
  const { hi, lo } = chunk;
  const rated = ratedInBigInt(chunk, row);
  if (rated !== null) {
    for (let at = 0; at < rated.length; at += 1) sum.addExact(rated.first + at, BigInt(sign) * rated.listCostOf(at));
    return;
  }
  const start = fromOf(chunk, row);
  const month = firstOf(chunk, row);
  const months = monthsOf(chunk, row);
  for (let at = 0; at < months; at += 1) {
    sum.addWide(month + at, sign * (hi[start + at] ?? 0), lo === null ? 0 : sign * (lo[start + at] ?? 0));
  }
};

/** Adds what a line comes to in each month without packs, or takes it off. `months`: 1 for those that are asked for; null: all. */
export const addUnpaid = (table: UsageTable, position: number, months: Uint8Array | null, sum: MonthSum, sign: 1 | -1): void => {
  const chunk = table.chunks[Math.floor(position / CHUNK)];
  const row = position % CHUNK;
  const rounding = chunk === undefined ? undefined : table.skus.at(skuOf(chunk, row))?.rounding;
  if (chunk === undefined || rounding === undefined) return;
  const { hi, lo } = chunk;
  const rated = ratedInBigInt(chunk, row);
  const start = fromOf(chunk, row);
  const firstMonth = firstOf(chunk, row);
  const count = monthsOf(chunk, row);
  for (let at = 0; at < count; at += 1) {
    const month = firstMonth + at;
    if (months !== null && months[month] === 0) continue;
    if (rated !== null) addPayable({ rated, draws: null }, at, sum, sign);
    else sum.addShort(month, sign * roundWideCharge(hi[start + at] ?? 0, lo === null ? 0 : (lo[start + at] ?? 0), rounding));
  }
};

/** null: the columns have its list costs. */
const ratedInBigInt = (chunk: UsageChunk, row: number): RatedLine | null =>
  hasFlag(chunk, row, ROW.inBigInt) ? (chunk.works[row]?.rated ?? null) : null;
