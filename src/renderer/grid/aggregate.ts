/** Sum, average, lowest and highest of many cells, exactly. Pure. */
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

export const aggregate = (values: Iterable<string>): Aggregate => {
  let count = 0;
  let numbers = 0n;
  let sum = 0n;
  let min: bigint | null = null;
  let max: bigint | null = null;
  for (const value of values) {
    if (value === '') continue;
    count += 1;
    const atoms = toAtoms(value);
    if (atoms === null) continue;
    numbers += 1n;
    sum += atoms;
    if (min === null || atoms < min) min = atoms;
    if (max === null || atoms > max) max = atoms;
  }
  if (min === null || max === null) return { count, numbers: 0, sum: null, average: null, min: null, max: null };
  const average = roundedQuotient(sum, numbers * AVERAGE_UNIT) * AVERAGE_UNIT;
  return {
    count,
    numbers: Number(numbers),
    sum: formatAtoms(sum),
    average: formatAtoms(average),
    min: formatAtoms(min),
    max: formatAtoms(max),
  };
};

const roundedQuotient = (value: bigint, divisor: bigint): bigint => {
  const magnitude = value < 0n ? -value : value;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return value < 0n ? -rounded : rounded;
};
