/**
 * The list costs of a component's lines by month, in blocks that stand in memory one after the other: what a pass over 100,000 lines
 * reads in those months in which packs left a part of each line.
 *
 * Rule: payable = Rfen(list cost - what packs covered). The product of a list cost, as a double, with the part that is left settles the
 * fen of nearly every charge. Where one charge of a block is too near to a rounding, the block is looked at charge by charge, and
 * such a charge is counted from the line itself (lines/payables.ts).
 * After an edit all blocks without a changed line are shared.
 * Units: Amount 10^-12 CNY, rounded to doubles; fen.
 * Source: billing.md, 5.3; packs/evenLeft.ts.
 */
import { AMOUNT_PER_FEN } from '../../numeric/fixed.ts';
import { FEN_PER_UNIT, ROUNDED } from '../charge.ts';
import { addPayable } from '../lines/payables.ts';
import type { MonthSum } from '../monthSum.ts';
import type { Drawn } from '../packs/drawn.ts';
import type { LineRows } from './LineRows.ts';
import { CHUNK, firstOf, fromOf, monthsOf, skuOf } from './usageChunk.ts';

// 2^9 charges of less than 2^43 fen add up to a double. Not 512: months at a distance of 4 KB would compete for one place in a processor's
// cache.
const ROWS = 504;
/** In place of no cost: far from a rounding, whatever part is left of it and whatever the profile, and it comes to nothing. */
const NOTHING = Number(AMOUNT_PER_FEN) * 0.4;
/** A sum with it, less it, is the nearest whole number. */
const TO_WHOLE = 2 ** 52 + 2 ** 51;

interface Block {
  /** by row: what a product in fen is raised by, so that the nearest whole number is what it comes to */
  readonly raises: Float64Array;
  /** by month, then by row; undefined: nobody has asked. NaN: the line is counted in BigInt */
  readonly costs: (Float64Array | undefined)[];
}
/** What packs left of a month. */
export interface PartLeft {
  readonly month: number;
  /** of each list cost; NaN where that differs from day to day */
  readonly part: number;
  /** how many units more or less a line may have left */
  readonly units: number;
}

interface Scale {
  readonly month: number;
  /** what a list cost is multiplied with to give fen */
  readonly scaled: number;
  /** how far from a whole number a product settles it */
  readonly most: number;
}

export class CostBlocks {
  readonly #blocks: Block[];

  private constructor(blocks: Block[]) {
    this.#blocks = blocks;
  }

  static ofRows(rows: number): CostBlocks {
    return new CostBlocks(Array.from({ length: Math.ceil(rows / ROWS) }, () => ({ raises: new Float64Array(ROWS), costs: [] })));
  }

  /** After an edit that changed the lines in some rows. */
  follow(lines: LineRows, rows: readonly number[]): CostBlocks {
    const blocks = [...this.#blocks];
    const copied = new Set<number>();
    for (const row of rows) {
      const at = Math.floor(row / ROWS);
      const block = blocks[at];
      if (block === undefined) continue;
      const copy = copied.has(at) ? block : { raises: block.raises.slice(), costs: block.costs.map((costs) => costs?.slice()) };
      put(copy, lines, row, knownMonths(copy));
      blocks[at] = copy;
      copied.add(at);
    }
    return new CostBlocks(blocks);
  }

  /** Adds what every charge comes to in some months. */
  addPayables(lines: LineRows, drawn: Drawn, months: readonly PartLeft[], sum: MonthSum): void {
    const error = lines.table.highest * ROUNDED;
    const scales = months.map(
      ({ month, part, units }): Scale => ({ month, scaled: part * FEN_PER_UNIT, most: 0.5 - (units + error) * FEN_PER_UNIT }),
    );
    for (const [at, block] of this.#blocks.entries()) {
      readMonths(block, at * ROWS, lines, months);
      for (const scale of scales) {
        const settled = sumOf(block, scale);
        if (Number.isNaN(settled)) addOneByOne(block, { lines, drawn, first: at * ROWS }, scale, sum);
        else sum.addShort(scale.month, settled);
      }
    }
  }
}

/**
 * Those months that nobody has asked this block for so far. Bills that share a block may know different months of their other blocks; what
 * one of them adds to a block is what all would, because its lines are the same.
 */
const readMonths = (block: Block, first: number, lines: LineRows, months: readonly PartLeft[]): void => {
  const missing = months.flatMap(({ month }) => (block.costs[month] === undefined ? [month] : []));
  if (missing.length === 0) return;
  for (const month of missing) block.costs[month] = new Float64Array(ROWS).fill(NOTHING);
  for (let row = first; row < Math.min(first + ROWS, lines.length); row += 1) put(block, lines, row, missing);
};

const knownMonths = ({ costs }: Block): readonly number[] => costs.flatMap((ofMonth, month) => (ofMonth === undefined ? [] : [month]));

const put = ({ raises, costs }: Block, { table, positions }: LineRows, row: number, months: readonly number[]): void => {
  const position = positions[row] ?? 0;
  const chunk = table.chunks[Math.floor(position / CHUNK)];
  if (chunk === undefined) return;
  const place = position % CHUNK;
  const at = row % ROWS;
  raises[at] = (table.skus.at(skuOf(chunk, place))?.half ?? Number.NaN) - 0.5;
  const first = firstOf(chunk, place);
  const count = monthsOf(chunk, place);
  const from = fromOf(chunk, place);
  for (let each = 0; each < months.length; each += 1) {
    const month = months[each] ?? 0;
    const active = month - first;
    const cost = active >= 0 && active < count ? (chunk.hi[from + active] ?? 0) : 0;
    const ofMonth = costs[month];
    if (ofMonth !== undefined) ofMonth[at] = cost === 0 ? NOTHING : cost;
  }
};

/** What all charges of a month come to; NaN where one is further than `most` from a whole number. */
const sumOf = ({ costs, raises }: Block, { month, scaled, most }: Scale): number => {
  const ofMonth = costs[month];
  if (ofMonth === undefined) return 0;
  let [even, odd] = [0, 0];
  let isSettled = true;
  // Two at a time: a processor adds both while it waits for neither.
  for (let at = 0; at < ROWS; at += 2) {
    const first = (ofMonth[at] ?? 0) * scaled + (raises[at] ?? 0);
    const second = (ofMonth[at + 1] ?? 0) * scaled + (raises[at + 1] ?? 0);
    const firstFen = first + TO_WHOLE - TO_WHOLE;
    const secondFen = second + TO_WHOLE - TO_WHOLE;
    even += firstFen;
    odd += secondFen;
    if (Math.abs(first - firstFen) > most || Math.abs(second - secondFen) > most) isSettled = false;
  }
  // One that is NaN makes the sum NaN.
  return isSettled ? even + odd : Number.NaN;
};

interface BlockRows {
  readonly lines: LineRows;
  readonly drawn: Drawn;
  /** row */
  readonly first: number;
}
const addOneByOne = (block: Block, { lines, drawn, first }: BlockRows, { month, scaled, most }: Scale, sum: MonthSum): void => {
  const costs = block.costs[month] ?? [];
  for (let at = 0; at < costs.length; at += 1) {
    const cost = costs[at] ?? NOTHING;
    if (cost === NOTHING) continue;
    const raised = cost * scaled + (block.raises[at] ?? 0);
    const fen = raised + TO_WHOLE - TO_WHOLE;
    if (Math.abs(raised - fen) <= most) {
      sum.addShort(month, fen);
      continue;
    }
    const rated = lines.at(first + at);
    addPayable({ rated, draws: { drawn, row: first + at } }, month - rated.first, sum);
  }
};
