/**
 * Graduated prices: each part of one instance's running quantity at its tier's price.
 *
 * Rule: T(x) = sum over the tiers of price x (part of x inside the tier), for each instance; A(q) = T(c + q) - T(c), where c is what
 * the line used before (tier clock `line`) or 0 (`month`).
 * Units: quantities of all instances together as ratios of 10^-6 units; T as a numerator of 10^-16 CNY over the ratio's denominator.
 * Rounding: none.
 * Source: TI-EMS price page, version of 2021-01-21 (up to 96 h, up to 360 h, above); the tier clock is ASSUMPTION.
 */
import type { Ratio } from '../../numeric/ratio.ts';
import type { GraduatedRate } from './rate.ts';

/** T(quantity) x quantity.den; `instances` share the quantity evenly, so every bound counts once for each of them. */
export const tierSum = (rate: GraduatedRate, quantity: Ratio, instances: bigint): bigint => {
  let sum = 0n;
  let lower = 0n;
  for (const { upTo, unitPrice } of rate.tiers) {
    const upper = upTo === null ? null : upTo * instances * quantity.den;
    // Bounds ascend, and the tiers before this one did not suffice: there is a part in it.
    if (upper === null || quantity.num <= upper) return sum + (quantity.num - lower) * unitPrice;
    sum += (upper - lower) * unitPrice;
    lower = upper;
  }
  return sum;
};
