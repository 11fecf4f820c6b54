/**
 * What the lines of a component come to without packs, in those months that somebody has asked for. It follows an edit by differences.
 *
 * Units: fen.
 */
import { MonthSum } from '../monthSum.ts';
import type { LineRows } from './LineRows.ts';
import { addUnpaid } from './sums.ts';

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

  /** Adds what the lines come to in some months. */
  addTo(sum: MonthSum, lines: LineRows, months: readonly number[]): void {
    const missing = new Uint8Array(this.#known.length);
    for (const month of months) if (this.#known[month] === 0) missing[month] = 1;
    if (missing.includes(1)) for (const position of lines.positions) addUnpaid(lines.table, position, missing, this.#sum, 1);
    for (const month of months) {
      this.#known[month] = 1;
      sum.addMonth(this.#sum, month);
    }
  }
}
