/**
 * What the lines of a component have in a phase, before any pack paid for it, in columns.
 *
 * A phase of a whole month is the usual case: where the lines are few enough for a processor's cache, such months are measured line by
 * line, many at once, so that a phase is a copy and not another walk over objects. Else a line is measured when a pack looks at it.
 * Units: pack.ts.
 */
import { WideColumn } from '../../numeric/wide.ts';
import type { MonthDays } from './balance.ts';
import { type BurnLine, type DayPeriod, type MeasureTarget, NO_PHASE, type Phase } from './pack.ts';

/** Lines x months that are kept at a time: 2 MB. */
const MOST_KEPT = 2 ** 16;
/** One for all: only one burn-down is under way at a time. */
const KEPT: MeasureTarget = { amounts: new WideColumn(MOST_KEPT), quantities: new WideColumn(MOST_KEPT), at: 0 };

export class WideLines {
  readonly #lines: readonly BurnLine[];
  readonly #months: readonly DayPeriod[];
  readonly #left: MeasureTarget;
  /** in which phase a row was measured */
  readonly #phaseOf: Int32Array;
  /** 0: the lines are too many */
  readonly #monthsKept: number;
  /** of the months in KEPT, which stand there by month, then by row */
  #firstKept = Number.NEGATIVE_INFINITY;
  #phases = 0;
  #phase = NO_PHASE;
  #isBegun = true;
  #isKept = false;

  /** `left`: where what is measured goes, by row */
  constructor(lines: readonly BurnLine[], months: readonly MonthDays[], left: MeasureTarget) {
    this.#lines = lines;
    this.#months = months.map(({ start, end }) => ({ from: start, to: end }));
    this.#left = left;
    this.#phaseOf = new Int32Array(lines.length);
    this.#monthsKept = Math.min(months.length, Math.floor(MOST_KEPT / Math.max(1, lines.length)));
  }

  /** Phases come in order. */
  enter(phase: Phase): void {
    const month = this.#months[phase.month];
    this.#phases += 1;
    this.#phase = phase;
    this.#isKept = this.#monthsKept > 0 && month !== undefined && month.from === phase.from && month.to === phase.to;
    this.#isBegun = false;
  }

  /** Before rows are measured: the first pack of a phase that has something to pay with. */
  begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    if (this.#isKept) this.#copyMonth(this.#phase.month);
  }

  measure(row: number): void {
    if (this.#isKept || this.#phaseOf[row] === this.#phases) return;
    this.#phaseOf[row] = this.#phases;
    this.#left.at = row;
    const { amounts, quantities } = this.#left;
    if (!measureIfActive(this.#lines[row], this.#phase.month, this.#phase, this.#left)) {
      amounts.put(row, 0, 0);
      quantities.put(row, 0, 0);
    }
  }

  #copyMonth(month: number): void {
    if (month >= this.#firstKept + this.#monthsKept) this.#keepFrom(month);
    const rows = this.#lines.length;
    const from = (month - this.#firstKept) * rows;
    copyPart(KEPT.amounts, from, rows, this.#left.amounts);
    copyPart(KEPT.quantities, from, rows, this.#left.quantities);
  }

  #keepFrom(month: number): void {
    const rows = this.#lines.length;
    const periods = this.#months.slice(month, month + this.#monthsKept);
    for (const { hi, lo } of [KEPT.amounts, KEPT.quantities]) {
      hi.fill(0, 0, rows * periods.length);
      lo.fill(0, 0, rows * periods.length);
    }
    this.#firstKept = month;
    for (let row = 0; row < rows; row += 1) {
      for (let at = 0; at < periods.length; at += 1) {
        const period = periods[at];
        KEPT.at = at * rows + row;
        if (period !== undefined) measureIfActive(this.#lines[row], month + at, period, KEPT);
      }
    }
  }
}

/** A line is active on all days of a phase or on none. */
const measureIfActive = (line: BurnLine | undefined, month: number, period: DayPeriod, to: MeasureTarget): boolean => {
  if (line === undefined || line.start > period.from || line.end < period.to) return false;
  line.measureInto(to, month, period);
  return true;
};

const copyPart = (from: WideColumn, start: number, length: number, to: WideColumn): void => {
  to.hi.set(from.hi.subarray(start, start + length));
  to.lo.set(from.lo.subarray(start, start + length));
};
