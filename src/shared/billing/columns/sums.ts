/**
 * What usage lines in columns add up to, by month.
 *
 * Rule: payable = Rfen(list cost - what packs covered). Where packs left the same part of every line (packs/evenLeft.ts), the product of
 * the nearest double with that part settles the fen of nearly every charge; the others are counted from the line itself
 * (lines/payables.ts).
 * Units: list cost Amount 10^-12 CNY, payable fen.
 * Source: billing.md, 5.3 and 6.
 */
import { FEN_PER_UNIT, ROUNDED, roundWideCharge } from '../charge.ts';
import { addListCosts as addListCostsOfLine, addPayable, addPayables } from '../lines/payables.ts';
import type { MonthSum } from '../monthSum.ts';
import type { Drawn } from '../packs/drawn.ts';
import type { EvenLeft } from '../packs/evenLeft.ts';
import type { LineRows } from './LineRows.ts';
import type { OrdinarySkus } from './ordinarySkus.ts';
import { CHUNK, ROW, type UsageChunk } from './usageChunk.ts';

/** Adds the list cost of each month of a row, or takes it off. */
export const addListCosts = (chunk: UsageChunk, row: number, sum: MonthSum, sign: 1 | -1): void => {
  const { hi, lo, first, length, from, flags } = chunk;
  if (((flags[row] ?? 0) & ROW.inBigInt) !== 0) {
    const rated = chunk.works[row]?.rated;
    if (rated) addListCostsOfLine(rated, sum, sign);
    return;
  }
  const start = from[row] ?? 0;
  const month = first[row] ?? 0;
  const months = length[row] ?? 0;
  for (let at = 0; at < months; at += 1) {
    sum.addWide(month + at, sign * (hi[start + at] ?? 0), lo === null ? 0 : sign * (lo[start + at] ?? 0));
  }
};

/** Adds what a row that no pack can pay for comes to in each month, or takes it off. */
export const addAlone = (chunk: UsageChunk, row: number, skus: OrdinarySkus, sum: MonthSum, sign: 1 | -1): void => {
  const { hi, lo, sku, first, length, from, flags } = chunk;
  if (((flags[row] ?? 0) & ROW.inBigInt) !== 0) {
    const rated = chunk.works[row]?.rated;
    if (rated) addPayables({ rated, draws: null }, sum, sign);
    return;
  }
  const rounding = skus.at(sku[row] ?? -1)?.rounding;
  if (rounding === undefined) return;
  const start = from[row] ?? 0;
  const month = first[row] ?? 0;
  const months = length[row] ?? 0;
  for (let at = 0; at < months; at += 1) {
    sum.addShort(month + at, sign * roundWideCharge(hi[start + at] ?? 0, lo === null ? 0 : (lo[start + at] ?? 0), rounding));
  }
};

interface EvenInput {
  readonly lines: LineRows;
  readonly drawn: Drawn;
  /** of `drawn` */
  readonly even: EvenLeft;
}

/** Adds what the lines of a component come to in each month, where packs left about the same part of each of them. */
export const addEvenPayables = ({ lines, drawn, even }: EvenInput, sum: MonthSum): void => {
  const { positions, table } = lines;
  const months = even.parts.length;
  // What a list cost is multiplied with to give fen, and by how much that may be wrong besides what doubles round.
  const parts = even.parts.map((part) => part * FEN_PER_UNIT);
  const slacks = even.shared.map((units) => units * FEN_PER_UNIT);
  const isPaid = Uint8Array.from({ length: months }, (_, month) => (even.isPaid(month) ? 1 : 0));
  const settled = new Float64Array(months);
  const settle = (): void => {
    for (const [month, fen] of settled.entries()) sum.addShort(month, fen);
    settled.fill(0);
  };
  let end = 0;
  let chunk = table.chunks[0];
  for (let row = 0; row < positions.length; row += 1) {
    const position = positions[row] ?? 0;
    if (position >= end) {
      const at = Math.floor(position / CHUNK);
      chunk = table.chunks[at];
      end = (at + 1) * CHUNK;
      settle();
    }
    if (chunk === undefined) continue;
    const place = position - end + CHUNK;
    const { hi, lo } = chunk;
    const rules = table.skus.at(chunk.sku[place] ?? -1);
    const isExact = ((chunk.flags[place] ?? 0) & ROW.inBigInt) !== 0;
    const first = chunk.first[place] ?? 0;
    const length = chunk.length[place] ?? 0;
    const from = chunk.from[place] ?? 0;
    const half = rules?.half ?? Number.NaN;
    for (let at = 0; at < length; at += 1) {
      const month = first + at;
      const cost = hi[from + at] ?? 0;
      if (isPaid[month] === 0 && rules !== null && !isExact) {
        settled[month] = (settled[month] ?? 0) + roundWideCharge(cost, lo === null ? 0 : (lo[from + at] ?? 0), rules.rounding);
        continue;
      }
      const left = cost * (parts[month] ?? 0);
      const raised = left + half;
      const fen = Math.floor(raised);
      const over = raised - fen;
      const slack = (slacks[month] ?? 0) + left * ROUNDED;
      if (over >= slack && over + slack < 1) settled[month] = (settled[month] ?? 0) + fen;
      else addPayable({ rated: lines.at(row), draws: { drawn, row } }, at, sum);
    }
  }
  settle();
};
