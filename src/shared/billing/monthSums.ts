/**
 * What the usage lines of an option add up to, by month of the horizon. It follows an edit by differences: integers, so nothing is lost
 * on the way.
 *
 * Units: list cost Amount 10^-12 CNY, payable fen.
 */
import type { Amount, Fen } from '../numeric/fixed.ts';
import { WideColumn } from '../numeric/wide.ts';

export class MonthSums {
  readonly #listCosts: Accumulator;
  readonly #payables: Accumulator;

  private constructor(listCosts: Accumulator, payables: Accumulator) {
    this.#listCosts = listCosts;
    this.#payables = payables;
  }

  static ofMonths(months: number): MonthSums {
    return new MonthSums(new Accumulator(new WideColumn(months), []), new Accumulator(new WideColumn(months), []));
  }

  copy(): MonthSums {
    return new MonthSums(this.#listCosts.copy(), this.#payables.copy());
  }

  listCostOf(month: number): Amount {
    return this.#listCosts.get(month);
  }

  payableOf(month: number): Fen {
    return this.#payables.get(month);
  }

  add(month: number, listCost: Amount, payable: Fen): void {
    this.#listCosts.addExact(month, listCost);
    this.#payables.addExact(month, payable);
  }

  /** The list cost in columns from the sign on, the payable fen in one double. */
  addListCost(month: number, hi: number, lo: number): void {
    this.#listCosts.wide.add(month, hi, lo);
  }

  addPayable(month: number, fen: number): void {
    this.#payables.wide.add(month, fen, 0);
  }
}

/** Values that fit the kernel are added in it, the others in BigInt. */
class Accumulator {
  readonly wide: WideColumn;
  readonly #exact: bigint[];

  constructor(wide: WideColumn, exact: bigint[]) {
    this.wide = wide;
    this.#exact = exact;
  }

  copy(): Accumulator {
    return new Accumulator(this.wide.copy(), [...this.#exact]);
  }

  get(month: number): bigint {
    return this.wide.get(month) + (this.#exact[month] ?? 0n);
  }

  addExact(month: number, value: bigint): void {
    this.#exact[month] = (this.#exact[month] ?? 0n) + value;
  }
}
