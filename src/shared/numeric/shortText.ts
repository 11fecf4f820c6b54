/**
 * What people type, read without BigInt: digits and a point, as an integer of 10^-decimals that a double holds.
 *
 * Units: the caller's. fixed.ts reads everything else, and says what is no number.
 */
const TENS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
const POINT = 46;
const ZERO = 48;

/** '12.5', 2 -> 1250. null: not so, which does not say that it is no number. */
export const readShort = (text: string, decimals: number): number | null => {
  const { length } = text;
  if (length === 0 || length + decimals > 15) return null;
  let value = 0;
  let point = -1;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === POINT - ZERO && point < 0 && at > 0) point = at;
    else return null;
  }
  const places = point < 0 ? 0 : length - 1 - point;
  if (point === length - 1 || places > decimals) return null;
  return value * (TENS[decimals - places] ?? 1);
};
