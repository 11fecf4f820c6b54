/**
 * Exact ratios of integers, for what has no finite decimals: a day of a 31-day month, a month's growth.
 *
 * Units: the caller's; `den` is positive. A ratio is reduced only where it pays (powers), because a gcd costs more than a
 * multiplication by a long integer.
 */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

export const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** In lowest terms, the denominator positive. `den` is not 0. */
export const reduceRatio = (num: bigint, den: bigint): Ratio => {
  const divisor = greatestCommonDivisor(num, den);
  const sign = den < 0n ? -1n : 1n;
  return divisor === 0n ? { num: 0n, den: 1n } : { num: (sign * num) / divisor, den: (sign * den) / divisor };
};

/** Exact; `exponent` is a whole number >= 0. */
export const powerRatio = (base: Ratio, exponent: number): Ratio => {
  const power = BigInt(exponent);
  return { num: base.num ** power, den: base.den ** power };
};
