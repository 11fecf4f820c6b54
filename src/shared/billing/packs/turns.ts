/**
 * When in a phase a pack is empty: packs take turns.
 *
 * Rule: usage is spread evenly over a phase, and a pack pays from the moment on at which the packs before it, in burn order, that share a
 * line with it were empty. So it is empty after `waited + (1 - waited) x balance / demand` of the phase.
 * Units: shares of a phase, exact.
 * Source: ASSUMPTION, as the sharing inside a phase (billing.md, 5.2). Where a pack shares only some of its lines with one before it, all of
 * them wait.
 */
import { type Ratio, reduceRatio } from '../../numeric/ratio.ts';

interface Emptying {
  /** rows of the lines in its scope */
  readonly scope: Int32Array;
  readonly before: bigint;
  /** at least `before`, more than 0 */
  readonly demand: bigint;
}
const NOT_YET: Ratio = { num: 0n, den: 1n };

export class Turns {
  #phase: object | null = null;
  readonly #emptied: { readonly scope: Int32Array; readonly at: Ratio }[] = [];
  /** by row: the last of `#emptied` that has it, from 1 */
  #last: Int32Array | null = null;
  readonly #lines: number;

  constructor(lines: number) {
    this.#lines = lines;
  }

  /** The share of the phase after which the pack is empty; packs come in burn order. */
  emptiedAt(phase: object, { scope, before, demand }: Emptying): Ratio {
    if (phase !== this.#phase) this.#begin(phase);
    const waited = this.#waited(scope);
    const rest = waited.den - waited.num;
    const at = reduceRatio(waited.num * demand + rest * before, waited.den * demand);
    this.#emptied.push({ scope, at });
    return at;
  }

  #begin(phase: object): void {
    this.#phase = phase;
    this.#emptied.length = 0;
    this.#last = null;
  }

  #waited(scope: Int32Array): Ratio {
    const former = this.#emptied.at(-1);
    if (former === undefined) return NOT_YET;
    const last = this.#last ?? new Int32Array(this.#lines);
    if (this.#last === null) for (const [at, each] of this.#emptied.slice(0, -1).entries()) mark(last, each.scope, at + 1);
    this.#last = last;
    mark(last, former.scope, this.#emptied.length);
    const seen = new Set<number>();
    for (const row of scope) seen.add(last[row] ?? 0);
    let latest = NOT_YET;
    for (const turn of seen) {
      const at = this.#emptied[turn - 1]?.at ?? NOT_YET;
      if (at.num * latest.den > latest.num * at.den) latest = at;
    }
    return latest;
  }
}

const mark = (last: Int32Array, scope: Int32Array, turn: number): void => {
  for (const row of scope) last[row] = turn;
};
