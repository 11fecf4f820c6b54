/**
 * What people type, read without BigInt: digits and a point, as an integer of 10^-decimals that a double holds.
 *
 * Units: the caller's. fixed.ts reads everything else, and says what is no number.
 */
const TENS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
const POINT = 46;
const ZERO = 48;
/** So many digits are below 2^53, whatever they are. */
const MOST_DIGITS = 15;

/** '12.5', 2 -> 1250. null: not so, which does not say that it is no number. */
export const readShort = (text: string, decimals: number): number | null => {
  const { length } = text;
  if (length === 0 || length > MOST_DIGITS + 1) return null;
  let value = 0;
  let point = -1;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === POINT - ZERO && point < 0 && at > 0) point = at;
    else return null;
  }
  const places = point < 0 ? 0 : length - 1 - point;
  if (point === length - 1 || places > decimals || (point < 0 && length > MOST_DIGITS)) return null;
  const scaled = value * (TENS[decimals - places] ?? Number.NaN);
  // A product of doubles above the limit is never rounded below it.
  return scaled <= Number.MAX_SAFE_INTEGER ? scaled : null;
};
