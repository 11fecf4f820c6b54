/**
 * Strict readers of decimal and integer text inside limits. They never throw and never guess: '1e3', '1,000', ' 1' are null.
 *
 * Units: the result is an integer of 10^-decimals. Bounds are included.
 * Source: billing.md, section 1.
 */
import { parseFixed } from './fixed.ts';

export interface DecimalLimits {
  /** digits after the point that count; trailing zeros do not */
  readonly decimals: number;
  /** decimal text */
  readonly min: string;
  readonly max: string;
}

// Longer text cannot be inside any limit; it is not worth turning a megabyte of digits into an integer.
const LONGEST_TEXT = 200;

/** A parsed form of limits, to compare without parsing them again for every value. */
export interface DecimalReader {
  readonly limits: DecimalLimits;
  readonly read: (text: string) => bigint | null;
}

export const decimalReader = (limits: DecimalLimits): DecimalReader => {
  const min = parseFixed(limits.min, limits.decimals);
  const max = parseFixed(limits.max, limits.decimals);
  if (min === null || max === null) throw new Error(`limits are no decimals: ${limits.min}, ${limits.max}`);
  const read = (text: string): bigint | null => {
    if (text.length > LONGEST_TEXT) return null;
    const value = parseFixed(text, limits.decimals);
    return value === null || value < min || value > max ? null : value;
  };
  return { limits, read };
};
