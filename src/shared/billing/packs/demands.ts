/**
 * What the lines of a component demand together in each phase, in money: all that packs which pay for the same lines need to know.
 *
 * It follows an edit by differences: integers, so nothing is lost on the way. Whole months are measured line by line, all at once, because
 * that walks over the lines once; the phases of a month that is cut, only when a pack asks.
 * Units: Amount 10^-12 CNY.
 */
import type { Amount } from '../../numeric/fixed.ts';
import { WideColumn } from '../../numeric/wide.ts';
import type { BurnLine, MeasureTarget, Phase } from './pack.ts';

/** A line before and after an edit. */
export interface LineChange {
  readonly before: BurnLine;
  readonly after: BurnLine;
}

/** One value, used for every line. */
const MEASURED: MeasureTarget = { amounts: new WideColumn(1), quantities: new WideColumn(1), at: 0 };

export class Demands {
  readonly #lines: readonly BurnLine[];
  /** all of the horizon, in order */
  readonly #phases: readonly Phase[];
  /** by phase */
  readonly #totals: WideColumn;
  /** positions of the phases that are measured */
  readonly #known: number[];

  private constructor(lines: readonly BurnLine[], phases: readonly Phase[], totals: WideColumn, known: readonly number[]) {
    this.#lines = lines;
    this.#phases = phases;
    this.#totals = totals;
    this.#known = [...known];
  }

  static measure(lines: readonly BurnLine[], phases: readonly Phase[]): Demands {
    const demands = new Demands(lines, phases, new WideColumn(phases.length), wholeMonths(phases));
    for (const line of lines) demands.#add(line, 1);
    return demands;
  }

  /** Over the same phases, `lines` with the changes. */
  follow(lines: readonly BurnLine[], changes: readonly LineChange[]): Demands {
    const demands = new Demands(lines, this.#phases, this.#totals.copy(), this.#known);
    for (const { before, after } of changes) {
      demands.#add(before, -1);
      demands.#add(after, 1);
    }
    return demands;
  }

  /** `phase`: its position among the phases */
  totalOf(phase: number): Amount {
    if (!this.#known.includes(phase)) {
      this.#known.push(phase);
      for (const line of this.#lines) this.#addPhase(line, phase, 1);
    }
    return this.#totals.get(phase);
  }

  #add(line: BurnLine, sign: 1 | -1): void {
    for (const phase of this.#known) this.#addPhase(line, phase, sign);
  }

  #addPhase(line: BurnLine, at: number, sign: 1 | -1): void {
    const phase = this.#phases[at];
    if (phase === undefined || line.start > phase.from || line.end < phase.to) return;
    line.measureInto(MEASURED, phase.month, phase);
    const { hi, lo } = MEASURED.amounts;
    this.#totals.add(at, sign * (hi[0] ?? 0), sign * (lo[0] ?? 0));
  }
}

/** Positions of the phases that have their month alone. */
const wholeMonths = (phases: readonly Phase[]): readonly number[] =>
  [...phases.keys()].filter((at) => phases[at - 1]?.month !== phases[at]?.month && phases[at + 1]?.month !== phases[at]?.month);
