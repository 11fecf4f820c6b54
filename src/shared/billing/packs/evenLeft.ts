/**
 * About what is left of a line's list cost where all packs pay for the same lines: then each line keeps the same part of it.
 *
 * Rule: a pack that does not suffice is shared in proportion, and a share is less than a unit off the exact proportion (largest
 * remainder). So after n such packs less than n units of 10^-12 CNY lie between what a line has left and its part of what all lines have
 * left. That settles what nearly every charge comes to in fen; the others are asked for exactly.
 * Units: Amount 10^-12 CNY.
 * Source: follows from billing.md, 5.2.
 */
import { result, scale, WideColumn, type WideRatio } from '../../numeric/wide.ts';
import type { BurnLine, MeasureTarget, Phase } from './pack.ts';

/** What packs left in a phase. */
export interface PhaseLeft {
  readonly phase: Phase;
  /** of what all lines demanded, from 0 to 1 */
  readonly part: WideRatio;
  /** how many packs were shared */
  readonly shared: number;
}

/** The last bounds: what is left at least and at most. */
export const bounds = new WideColumn(2);

/** One value, used for every line. */
const MEASURED: MeasureTarget = { amounts: new WideColumn(1), quantities: new WideColumn(1), at: 0 };

export class EvenLeft {
  /** the part that is left of each line in a month, as a double; NaN where the month is cut into phases */
  readonly parts: Float64Array;
  /** how many packs were shared in it */
  readonly shared: Float64Array;
  /** by month of the horizon: the phases in which packs paid */
  readonly #paid: readonly (readonly PhaseLeft[])[];

  /** `months`: all phases of each month */
  constructor(months: readonly (readonly PhaseLeft[])[]) {
    this.#paid = months.map((phases) => phases.filter(({ part, shared }) => shared > 0 || part.hi === 0));
    this.parts = Float64Array.from(months, (phases, month) => (this.isPaid(month) ? wholePartOf(phases) : 1));
    this.shared = Float64Array.from(months, ([first]) => first?.shared ?? 0);
  }

  /** Whether a pack paid for something in the month. */
  isPaid(month: number): boolean {
    return (this.#paid[month]?.length ?? 0) > 0;
  }

  /** Sets `bounds` to what is left of the line in a month, of its list cost in two doubles. */
  bound(line: BurnLine, month: number, costHi: number, costLo: number): void {
    let slack = 0;
    bounds.put(0, costHi, costLo);
    for (const { phase, part, shared } of this.#paid[month] ?? []) {
      if (line.start > phase.from || line.end < phase.to) continue;
      line.measureInto(MEASURED, month, phase);
      const hi = MEASURED.amounts.hi[0] ?? 0;
      const lo = MEASURED.amounts.lo[0] ?? 0;
      bounds.add(0, -hi, -lo);
      if (part.hi === 0 || hi === 0) continue;
      scale(part, hi, lo);
      bounds.add(0, result.hi, result.lo);
      // What `scale` leaves out is less than one unit, and it is wrong by less than another.
      slack += shared + 2;
    }
    bounds.put(1, bounds.hi[0] ?? 0, bounds.lo[0] ?? 0);
    bounds.add(1, slack, 0);
    if ((bounds.hi[0] ?? 0) > slack) bounds.add(0, -slack, 0);
    else bounds.put(0, 0, 0);
  }
}

const wholePartOf = (phases: readonly PhaseLeft[]): number => (phases.length === 1 ? (phases[0]?.part.hi ?? 1) : Number.NaN);
