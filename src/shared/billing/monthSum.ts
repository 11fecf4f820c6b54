/**
 * A sum for each month of the horizon. It follows an edit by differences: integers, so nothing is lost on the way.
 *
 * Units: those of what is added. What fits one double is added in one, what fits the kernel in two, the others in BigInt.
 */
import { WideColumn } from '../numeric/wide.ts';

// Two of them are exact together.
const LARGEST_SHORT = 2 ** 52;

export class MonthSum {
  readonly #short: Float64Array;
  readonly #wide: WideColumn;
  readonly #exact: bigint[];

  private constructor(short: Float64Array, wide: WideColumn, exact: bigint[]) {
    this.#short = short;
    this.#wide = wide;
    this.#exact = exact;
  }

  static ofMonths(months: number): MonthSum {
    return new MonthSum(new Float64Array(months), new WideColumn(months), []);
  }

  copy(): MonthSum {
    return new MonthSum(this.#short.slice(), this.#wide.copy(), [...this.#exact]);
  }

  get(month: number): bigint {
    const short = BigInt(this.#short[month] ?? 0);
    const exact = this.#exact[month];
    const sum = this.#wide.hi[month] === 0 ? short : short + this.#wide.get(month);
    return exact === undefined ? sum : sum + exact;
  }

  /** What another sum has in a month. */
  addMonth(other: MonthSum, month: number): void {
    const exact = other.#exact[month];
    this.addShort(month, other.#short[month] ?? 0);
    if (other.#wide.hi[month] !== 0) this.#wide.add(month, other.#wide.hi[month] ?? 0, other.#wide.lo[month] ?? 0);
    if (exact !== undefined) this.addExact(month, exact);
  }

  /** an integer of less than 2^52 from 0 */
  addShort(month: number, value: number): void {
    const sum = (this.#short[month] ?? 0) + value;
    const isShort = sum < LARGEST_SHORT && sum > -LARGEST_SHORT;
    if (!isShort) this.#wide.add(month, sum, 0);
    this.#short[month] = isShort ? sum : 0;
  }

  /** hi + lo, which may be negative */
  addWide(month: number, hi: number, lo: number): void {
    this.#wide.add(month, hi, lo);
  }

  addExact(month: number, value: bigint): void {
    this.#exact[month] = (this.#exact[month] ?? 0n) + value;
  }
}
