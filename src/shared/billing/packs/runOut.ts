/**
 * The day of a phase on which a pack's balance is used up.
 *
 * Rule: the usage of a phase is spread evenly over its days, and packs pay one after the other: a pack begins where the last of those
 * ended that left it a part of its lines, and its balance lasts for balance / demand of what is then left of the phase. The day is the
 * last one that it pays for. A standing level pays a part of every day: it neither runs out nor lets others wait.
 * Units: days; places in a phase as exact ratios.
 * Rounding: none but up to the whole day.
 * Source: ASSUMPTION, as is sharing inside a phase (billing.md, 5.2). Where only some of a pack's lines were paid by an earlier one, all of
 * them count from there.
 */
import type { Phase } from './pack.ts';
import type { PackState } from './phaseWork.ts';

/** `passed` of `whole` of the phase. */
interface Place {
  readonly passed: bigint;
  readonly whole: bigint;
}
const BEGINNING: Place = { passed: 0n, whole: 1n };

/** What a pack that is now empty took the last of. */
export interface LastTake {
  readonly before: bigint;
  /** at least `before` */
  readonly demand: bigint;
  /** the first `count` are those that demanded something */
  readonly rows: ArrayLike<number>;
  readonly count: number;
}

export class RunOuts {
  /** by row: one more than the position in #places from which on something of it is left; 0: all the phase */
  readonly #from: Int32Array;
  #places: Place[] = [];
  #phase: Phase | null = null;

  constructor(rows: number) {
    this.#from = new Int32Array(rows);
  }

  note(pack: PackState, phase: Phase, last: LastTake): void {
    if (pack.reset === 'level') return;
    if (this.#phase !== phase) this.#enter(phase);
    const { before, demand, rows, count } = last;
    const end = advance(this.#beginningOf(rows, count), before, demand);
    const days = BigInt(phase.to - phase.from);
    pack.ranOut.push(phase.from + Number((days * end.passed - 1n) / end.whole));
    if (before === demand) return;
    this.#places.push(end);
    for (let at = 0; at < count; at += 1) this.#from[rows[at] ?? 0] = this.#places.length;
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    if (this.#places.length === 0) return;
    this.#places = [];
    this.#from.fill(0);
  }

  /** The latest place from which on one of the rows has something left. */
  #beginningOf(rows: ArrayLike<number>, count: number): Place {
    let latest = BEGINNING;
    if (this.#places.length === 0) return latest;
    const seen = new Set<number>();
    let last = 0;
    for (let at = 0; at < count; at += 1) {
      const from = this.#from[rows[at] ?? 0] ?? 0;
      if (from !== last) seen.add(from);
      last = from;
    }
    for (const from of seen) {
      const place = this.#places[from - 1] ?? BEGINNING;
      if (place.passed * latest.whole > latest.passed * place.whole) latest = place;
    }
    return latest;
  }
}

/** beginning + (1 - beginning) x before / demand */
const advance = ({ passed, whole }: Place, before: bigint, demand: bigint): Place =>
  // In one denomination the demand is what is left of the whole: the ratio then stays as small as it is.
  demand === whole - passed
    ? { passed: passed + before, whole }
    : { passed: passed * demand + (whole - passed) * before, whole: whole * demand };
