/**
 * Monthly growth as exact powers: (1 + growth)^k, never rounded before R6.
 *
 * Units: a ratio. Lines with the same growth share its powers, because a power of 120 months has thousands of bits.
 * Source: billing.md, 4.1.
 */
import type { Quantity } from '../numeric/fixed.ts';
import { powerRatio, type Ratio, reduceRatio } from '../numeric/ratio.ts';
import { divideHalfUp } from '../numeric/rounding.ts';
import { DOUBLE_LIMIT, result, scale, scaleError, type WideRatio, wideRatioOf } from '../numeric/wide.ts';

const SCALE = 1_000_000n;

export interface Growth {
  /** (1 + growth)^months */
  readonly after: (months: number) => Ratio;
  /** R6 of a quantity times that */
  readonly grow: (quantity: Quantity, months: number) => Quantity;
  /** the same of a quantity below 2^53, as a double; null where that cannot tell, or the result is not below 2^53 */
  readonly growShort: (quantity: number, months: number) => number | null;
}
export interface GrowthTable {
  /** of a growth in 10^-6 */
  readonly growthOf: (growth: bigint) => Growth;
  /** the same of one that a double holds */
  readonly growthOfShort: (growth: number) => Growth;
}

export const createGrowthTable = (): GrowthTable => {
  const growths = new Map<bigint, Growth>();
  const short = new Map<number, Growth>();
  const growthOf = (growth: bigint): Growth => {
    const known = growths.get(growth);
    if (known !== undefined) return known;
    const made = createGrowth(reduceRatio(SCALE + growth, SCALE));
    growths.set(growth, made);
    return made;
  };
  const growthOfShort = (growth: number): Growth => {
    const known = short.get(growth) ?? growthOf(BigInt(growth));
    short.set(growth, known);
    return known;
  };
  return { growthOf, growthOfShort };
};

interface Power extends Ratio {
  readonly wide: WideRatio;
}

const createGrowth = (monthly: Ratio): Growth => {
  const powers: (Power | undefined)[] = [];
  const after = (months: number): Power => {
    const known = powers[months];
    if (known !== undefined) return known;
    const { num, den } = powerRatio(monthly, months);
    const power = { num, den, wide: wideRatioOf(num, den) };
    powers[months] = power;
    return power;
  };
  return {
    after,
    grow: (quantity, months) => {
      const { num, den } = after(months);
      return divideHalfUp(quantity * num, den);
    },
    growShort: (quantity, months) => {
      scale(after(months).wide, quantity, 0);
      const { hi, lo, rest } = result;
      if (hi >= DOUBLE_LIMIT || Math.abs(rest - 0.5) < scaleError(hi)) return null;
      return hi + lo + (rest > 0.5 ? 1 : 0);
    },
  };
};
