/**
 * Exact division of integers with a named rounding. Every rounding of billing.md goes through here.
 *
 * Rule: R6, R12 and Rhalf round half away from zero; Rfen rounds as the provider's profile says.
 * Units: none: an integer ratio in, an integer out. Denominators are positive.
 * Source: billing.md, section 1.
 */

/** Half away from zero: 5/2 -> 3, -5/2 -> -3. Half the denominator may lose its own half: the quotient is the same. */
export const divideHalfUp = (numerator: bigint, denominator: bigint): bigint =>
  numerator < 0n ? -((-numerator + (denominator >> 1n)) / denominator) : (numerator + (denominator >> 1n)) / denominator;

/** Half to the even neighbour: 5/2 -> 2, 7/2 -> 4. */
export const divideHalfEven = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = divideFloor(numerator, denominator);
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice < denominator) return quotient;
  if (twice > denominator) return quotient + 1n;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
};

/** Towards zero: 5/2 -> 2, -5/2 -> -2. */
export const divideDown = (numerator: bigint, denominator: bigint): bigint => numerator / denominator;

export const divideFloor = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
};

export const divideCeiling = (numerator: bigint, denominator: bigint): bigint => -divideFloor(-numerator, denominator);
