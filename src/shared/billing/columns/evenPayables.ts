/**
 * What the lines of a component come to where packs left about the same part of each of them (packs/evenLeft.ts), by month.
 *
 * Rule: payable = Rfen(list cost - what packs covered). A month in which packs covered everything comes to nothing. One in which they paid
 * nothing comes to what its lines come to without packs: that is kept, and follows an edit by differences. Only in the others every
 * line has to be looked at, because an edit changes all of their shares: the product of its list cost, as a double, with the part that is
 * left settles nearly every charge; the others are counted from the line itself (lines/payables.ts).
 * Units: fen.
 * Source: billing.md, 5.3.
 */
import { FEN_PER_UNIT, ROUNDED } from '../charge.ts';
import { addPayable } from '../lines/payables.ts';
import { MonthSum } from '../monthSum.ts';
import type { Drawn } from '../packs/drawn.ts';
import type { EvenLeft } from '../packs/evenLeft.ts';
import type { LineRows } from './LineRows.ts';
import { addUnpaid } from './sums.ts';
import { CHUNK, firstOf, fromOf, monthsOf, skuOf } from './usageChunk.ts';

/** What the lines of a component come to without packs, in those months that somebody has asked for. */
export class Unpaid {
  readonly #sum: MonthSum;
  /** 1: the month is known */
  readonly #known: Uint8Array;

  private constructor(sum: MonthSum, known: Uint8Array) {
    this.#sum = sum;
    this.#known = known;
  }

  static ofMonths(months: number): Unpaid {
    return new Unpaid(MonthSum.ofMonths(months), new Uint8Array(months));
  }

  /** After an edit that changed the lines in some rows. */
  follow(before: LineRows, after: LineRows, rows: readonly number[]): Unpaid {
    const sum = this.#sum.copy();
    for (const row of rows) {
      addUnpaid(before.table, before.positions[row] ?? -1, this.#known, sum, -1);
      addUnpaid(after.table, after.positions[row] ?? -1, this.#known, sum, 1);
    }
    return new Unpaid(sum, this.#known.slice());
  }

  /** Adds what they come to in some months, 1 for each of these. */
  addTo(sum: MonthSum, lines: LineRows, months: Uint8Array): void {
    const missing = months.map((isAsked, month) => (isAsked === 1 && this.#known[month] === 0 ? 1 : 0));
    if (missing.includes(1)) for (const position of lines.positions) addUnpaid(lines.table, position, missing, this.#sum, 1);
    for (const [month, isAsked] of months.entries()) {
      if (isAsked === 0) continue;
      this.#known[month] = 1;
      sum.addExact(month, this.#sum.get(month));
    }
  }
}

export interface EvenInput {
  readonly lines: LineRows;
  readonly drawn: Drawn;
  /** of `drawn` */
  readonly even: EvenLeft;
  readonly unpaid: Unpaid;
}

export const addEvenPayables = ({ lines, drawn, even, unpaid }: EvenInput, sum: MonthSum): void => {
  unpaid.addTo(
    sum,
    lines,
    Uint8Array.from(even.parts, (_, month) => (even.isPaid(month) ? 0 : 1)),
  );
  for (const run of partlyPaid(even)) addPartlyPaid({ lines, drawn, even }, run, sum);
};

/** Months that follow one another, [from, to). */
interface MonthRun {
  readonly from: number;
  readonly to: number;
}

/** The months in which packs paid for a part. */
const partlyPaid = (even: EvenLeft): readonly MonthRun[] => {
  const runs: MonthRun[] = [];
  for (const [month, part] of even.parts.entries()) {
    if (!even.isPaid(month) || part === 0) continue;
    const last = runs.at(-1);
    if (last?.to === month) runs[runs.length - 1] = { from: last.from, to: month + 1 };
    else runs.push({ from: month, to: month + 1 });
  }
  return runs;
};

const addPartlyPaid = ({ lines, drawn, even }: Omit<EvenInput, 'unpaid'>, run: MonthRun, sum: MonthSum): void => {
  const { positions, table } = lines;
  const { halves } = table.skus;
  // What a list cost is multiplied with to give fen; NaN settles nothing.
  const parts = even.parts.map((part) => part * FEN_PER_UNIT);
  const least = slackOf(even, run, table.highest);
  const most = 1 - least;
  const settled = new Float64Array(parts.length);
  let end = 0;
  let chunk = table.chunks[0];
  for (let row = 0; row < positions.length; row += 1) {
    const position = positions[row] ?? 0;
    if (position >= end) {
      flush(settled, sum);
      const at = Math.floor(position / CHUNK);
      chunk = table.chunks[at];
      end = (at + 1) * CHUNK;
    }
    if (chunk === undefined) break;
    const { hi } = chunk;
    const place = position - end + CHUNK;
    const half = halves[skuOf(chunk, place)] ?? Number.NaN;
    const first = firstOf(chunk, place);
    const from = fromOf(chunk, place) - first;
    const to = Math.min(first + monthsOf(chunk, place), run.to);
    for (let month = Math.max(first, run.from); month < to; month += 1) {
      const raised = (hi[from + month] ?? 0) * (parts[month] ?? 0) + half;
      const fen = Math.floor(raised);
      const over = raised - fen;
      if (over >= least && over <= most) settled[month] = (settled[month] ?? 0) + fen;
      else addPayable({ rated: lines.at(row), draws: { drawn, row } }, month - first, sum);
    }
  }
  flush(settled, sum);
};

/** By how much of a fen a product may be wrong, at most: by what sharing rounds, and by what doubles do. */
const slackOf = ({ shared }: EvenLeft, { from, to }: MonthRun, highest: number): number =>
  (Math.max(...shared.subarray(from, to)) + highest * ROUNDED) * FEN_PER_UNIT;

// 2^9 charges of less than 2^43 fen add up to a double.
const flush = (settled: Float64Array, sum: MonthSum): void => {
  for (let month = 0; month < settled.length; month += 1) sum.addShort(month, settled[month] ?? 0);
  settled.fill(0);
};
