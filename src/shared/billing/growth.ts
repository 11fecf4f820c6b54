/**
 * Monthly growth as exact powers: (1 + growth)^k, never rounded before R6.
 *
 * Units: a ratio. Lines with the same growth share its powers, because a power of 120 months has thousands of bits.
 * Source: billing.md, 4.1.
 */
import { powerRatio, type Ratio, reduceRatio } from '../numeric/ratio.ts';

const SCALE = 1_000_000n;

export interface Growth {
  /** (1 + growth)^months */
  readonly after: (months: number) => Ratio;
}
export interface GrowthTable {
  /** of a growth in 10^-6 */
  readonly growthOf: (growth: bigint) => Growth;
}

export const createGrowthTable = (): GrowthTable => {
  const growths = new Map<bigint, Growth>();
  const growthOf = (growth: bigint): Growth => {
    const known = growths.get(growth);
    if (known !== undefined) return known;
    const made = createGrowth(reduceRatio(SCALE + growth, SCALE));
    growths.set(growth, made);
    return made;
  };
  return { growthOf };
};

const createGrowth = (monthly: Ratio): Growth => {
  const powers = new Map<number, Ratio>();
  const after = (months: number): Ratio => {
    const known = powers.get(months);
    if (known !== undefined) return known;
    const power = powerRatio(monthly, months);
    powers.set(months, power);
    return power;
  };
  return { after };
};
