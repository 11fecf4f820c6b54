/**
 * Exact fixed-point numbers as BigInt.
 *
 * Units: Amount = 10^-12 CNY, Quantity = 10^-6 of the SKU's unit, Fen = 10^-2 CNY.
 * Source: billing.md, section 1. No floats anywhere.
 */
export type Amount = bigint;
export type Quantity = bigint;
export type Fen = bigint;

export const AMOUNT_DECIMALS = 12;
export const QUANTITY_DECIMALS = 6;
export const FEN_DECIMALS = 2;
/** Amount units in one fen. */
export const AMOUNT_PER_FEN: Amount = 10n ** BigInt(AMOUNT_DECIMALS - FEN_DECIMALS);

const DECIMAL_TEXT = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Plain decimal text (`-12.5`, no exponent, no separators) as an integer of 10^-decimals.
 * null where the text is no such number or has more decimals than fit (trailing zeros do not count).
 */
export const parseFixed = (text: string, decimals: number): bigint | null => {
  const short = parseShort(text, decimals);
  if (short !== null) return BigInt(short);
  const match = DECIMAL_TEXT.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return null;
  const magnitude = BigInt(whole + significant.padEnd(decimals, '0'));
  return sign === '-' ? -magnitude : magnitude;
};

const TENS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
const POINT = 46;
const ZERO = 48;

/** What people type: digits and a point, 15 digits at most, which a double holds. null: not so, look properly. */
const parseShort = (text: string, decimals: number): number | null => {
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

/** Canonical decimal text without trailing zeros: (1314530000000n, 12) -> '1.31453', 0n -> '0'. */
export const formatFixed = (value: bigint, decimals: number): string => {
  const full = formatFixedFull(value, decimals);
  return decimals === 0 ? full : full.replace(/\.?0+$/, '');
};

/** Decimal text with exactly `decimals` decimals: (131453n, 2) -> '1314.53'. */
export const formatFixedFull = (value: bigint, decimals: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** '1314.53' */
export const formatFen = (fen: Fen): string => formatFixedFull(fen, FEN_DECIMALS);
/** exact, without trailing zeros: '500.0072' */
export const formatAmount = (amount: Amount): string => formatFixed(amount, AMOUNT_DECIMALS);
/** '64936', '0.129032' */
export const formatQuantity = (quantity: Quantity): string => formatFixed(quantity, QUANTITY_DECIMALS);
