/**
 * Values of single months, of rows that are added one after the other: most rows have none.
 *
 * Units: the caller's.
 */
import type { MonthNumber } from '../../time/calendar.ts';

export class MonthlyValues {
  /** by row: where its values end, and those of the next row begin */
  readonly #ends: Int32Array;
  readonly #months: MonthNumber[] = [];
  readonly #values: number[] = [];

  constructor(rows: number) {
    this.#ends = new Int32Array(rows);
  }

  /** Rows come in order, each with a value for each of its months. */
  add(row: number, months: readonly MonthNumber[], values: readonly number[]): void {
    for (let at = 0; at < months.length; at += 1) {
      this.#months.push(months[at] ?? 0);
      this.#values.push(values[at] ?? 0);
    }
    this.#ends[row] = this.#months.length;
  }

  /** Rows of others, from `row` on. */
  copy(row: number, source: MonthlyValues, from: number, count: number): void {
    const start = source.#startOf(from);
    const shift = this.#months.length - start;
    const end = source.#ends[from + count - 1] ?? 0;
    for (let at = start; at < end; at += 1) {
      this.#months.push(source.#months[at] ?? 0);
      this.#values.push(source.#values[at] ?? 0);
    }
    for (let at = 0; at < count; at += 1) this.#ends[row + at] = (source.#ends[from + at] ?? 0) + shift;
  }

  hasAny(row: number): boolean {
    return this.#startOf(row) !== this.#ends[row];
  }

  /** null: the row has none for that month */
  get(row: number, month: MonthNumber): number | null {
    const end = this.#ends[row] ?? 0;
    for (let at = this.#startOf(row); at < end; at += 1) if (this.#months[at] === month) return this.#values[at] ?? null;
    return null;
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0);
  }
}
