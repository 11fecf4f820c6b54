/**
 * The list costs of many lines as doubles, in blocks that stand in memory one after the other: what a pass over 100,000 lines reads.
 *
 * Rule: payable = Rfen(list cost - what packs covered); where packs left about the same part of every line, the product with that part
 * settles nearly every charge. The others are counted from the line itself.
 * After an edit, all blocks without a changed line are shared.
 * Units: Amount 10^-12 CNY, rounded to doubles; fen.
 * Source: packs/evenLeft.ts.
 */
import { halfOf, roundAbout } from '../charge.ts';
import type { MonthSum } from '../monthSum.ts';
import type { Drawn } from '../packs/drawn.ts';
import type { EvenLeft } from '../packs/evenLeft.ts';
import { addPayable } from './payables.ts';
import type { RatedLine } from './ratedLine.ts';

// 2^9 charges of less than 2^43 fen add up to a double. Not 512: months at a distance of 4 KB would compete for one place in a processor's
// cache.
const ROWS = 504;

interface Block {
  /** by month of the horizon, then by row; 0 where a line is not active */
  readonly costs: Float64Array;
  /** by row (charge.ts) */
  readonly halves: Float64Array;
}
export interface LinesLeft {
  readonly lines: readonly RatedLine[];
  readonly drawn: Drawn;
  /** of `drawn` */
  readonly even: EvenLeft;
}

export class CostBlocks {
  readonly #months: number;
  readonly #blocks: readonly Block[];

  private constructor(months: number, blocks: readonly Block[]) {
    this.#months = months;
    this.#blocks = blocks;
  }

  static of(lines: readonly RatedLine[], months: number): CostBlocks {
    const count = Math.ceil(lines.length / ROWS);
    const blocks = Array.from({ length: count }, () => ({ costs: new Float64Array(ROWS * months), halves: new Float64Array(ROWS) }));
    for (let row = 0; row < lines.length; row += 1) put(blocks[Math.floor(row / ROWS)], row % ROWS, lines[row]);
    return new CostBlocks(months, blocks);
  }

  /** `lines` are others in the rows that changed. */
  follow(lines: readonly RatedLine[], rows: readonly number[]): CostBlocks {
    const blocks = [...this.#blocks];
    const copied = new Set<number>();
    for (const row of rows) {
      const at = Math.floor(row / ROWS);
      const block = blocks[at];
      if (block === undefined) continue;
      if (!copied.has(at)) blocks[at] = { costs: block.costs.slice(), halves: block.halves.slice() };
      copied.add(at);
      for (let place = row % ROWS; place < block.costs.length; place += ROWS) blocks[at]?.costs.fill(0, place, place + 1);
      put(blocks[at], row % ROWS, lines[row]);
    }
    return new CostBlocks(this.#months, blocks);
  }

  /** Adds the payable of every charge. */
  addPayables(left: LinesLeft, sum: MonthSum): void {
    for (const [at, block] of this.#blocks.entries()) {
      for (let month = 0; month < this.#months; month += 1) {
        sum.addShort(month, addBlock(block, { ...left, first: at * ROWS, month }, sum));
      }
    }
  }
}

interface MonthOfBlock extends LinesLeft {
  /** row */
  readonly first: number;
  readonly month: number;
}

/** Returns the sum of those charges that the part settles; adds the others. */
const addBlock = ({ costs, halves }: Block, { lines, drawn, even, first, month }: MonthOfBlock, sum: MonthSum): number => {
  const part = even.parts[month] ?? Number.NaN;
  const shared = even.shared[month] ?? 0;
  const from = month * ROWS;
  let settled = 0;
  for (let at = 0; at < ROWS; at += 1) {
    const cost = costs[from + at] ?? 0;
    if (cost === 0) continue;
    const fen = roundAbout(cost * part, shared, halves[at] ?? 0);
    if (fen >= 0) {
      settled += fen;
      continue;
    }
    const row = first + at;
    const rated = lines[row];
    if (rated !== undefined) addPayable({ rated, draws: { drawn, row } }, month - rated.first, sum);
  }
  return settled;
};

const put = (block: Block | undefined, at: number, line: RatedLine | undefined): void => {
  if (block === undefined || line === undefined) return;
  const { costs, halves } = block;
  const { first, length, listCosts, usage } = line;
  halves[at] = halfOf(usage.rounding);
  for (let month = 0; month < length; month += 1) {
    const cost = listCosts === null ? Number(line.listCostOf(month)) : (listCosts.hi[listCosts.from + month] ?? 0);
    costs[(first + month) * ROWS + at] = cost;
  }
};
