/** Sum, average, lowest and highest of many cells, exactly. Pure. */
import { divideHalfUp } from '../../shared/numeric/rounding.ts';
import { formatAtoms, toAtoms } from './exactText.ts';

export interface Aggregate {
  /** cells that hold anything */
  readonly count: number;
  /** cells that hold a number */
  readonly numbers: number;
  /** decimal texts; null where no cell holds a number */
  readonly sum: string | null;
  /** rounded half away from zero to 6 decimals */
  readonly average: string | null;
  readonly min: string | null;
  readonly max: string | null;
}

const AVERAGE_UNIT = 10n ** 12n;

/** Takes values one by one, so that a large selection need not be read in one go. */
export class Aggregator {
  #count = 0;
  #numbers = 0n;
  #sum = 0n;
  #min: bigint | null = null;
  #max: bigint | null = null;

  add(value: string): void {
    if (value === '') return;
    this.#count += 1;
    const atoms = toAtoms(value);
    if (atoms === null) return;
    this.#numbers += 1n;
    this.#sum += atoms;
    if (this.#min === null || atoms < this.#min) this.#min = atoms;
    if (this.#max === null || atoms > this.#max) this.#max = atoms;
  }

  get result(): Aggregate {
    const count = this.#count;
    if (this.#min === null || this.#max === null) return { count, numbers: 0, sum: null, average: null, min: null, max: null };
    const average = divideHalfUp(this.#sum, this.#numbers * AVERAGE_UNIT) * AVERAGE_UNIT;
    return {
      count,
      numbers: Number(this.#numbers),
      sum: formatAtoms(this.#sum),
      average: formatAtoms(average),
      min: formatAtoms(this.#min),
      max: formatAtoms(this.#max),
    };
  }
}
