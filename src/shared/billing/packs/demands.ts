/**
 * What the lines of a component demand together in each phase, in money: all that packs which pay for the same lines need to know.
 *
 * It follows an edit by differences: integers, so nothing is lost on the way. Whole months are added up in one walk over the lines; the
 * phases of a month that is cut are measured when a pack asks.
 * Units: Amount 10^-12 CNY.
 */
import type { Amount } from '../../numeric/fixed.ts';
import { WideColumn } from '../../numeric/wide.ts';
import type { BurnLine, BurnLines, MeasureTarget, Phase } from './pack.ts';

/** A line before and after an edit. */
export interface LineChange {
  readonly before: BurnLine;
  readonly after: BurnLine;
}

/** One value, used for every line. */
const MEASURED: MeasureTarget = { amounts: new WideColumn(1), quantities: new WideColumn(1), at: 0 };

export class Demands {
  readonly #lines: BurnLines;
  /** all of the horizon, in order */
  readonly #phases: readonly Phase[];
  /** by phase */
  readonly #totals: WideColumn;
  /** positions of the phases that are measured */
  readonly #known: number[];

  private constructor(lines: BurnLines, phases: readonly Phase[], totals: WideColumn, known: readonly number[]) {
    this.#lines = lines;
    this.#phases = phases;
    this.#totals = totals;
    this.#known = [...known];
  }

  static measure(lines: BurnLines, phases: readonly Phase[]): Demands {
    const known = wholeMonths(phases);
    const months = new WideColumn(phases.reduce((most, { month }) => Math.max(most, month + 1), 0));
    // A line that is active in a month without a cut is active on all of its days.
    lines.addMonths(months);
    const totals = new WideColumn(phases.length);
    for (const at of known) {
      const month = phases[at]?.month ?? 0;
      totals.put(at, months.hi[month] ?? 0, months.lo[month] ?? 0);
    }
    return new Demands(lines, phases, totals, known);
  }

  /** Over the same phases, `lines` with the changes. */
  follow(lines: BurnLines, changes: readonly LineChange[]): Demands {
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
      for (let row = 0; row < this.#lines.length; row += 1) this.#addPhase(this.#lines.at(row), phase, 1);
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
