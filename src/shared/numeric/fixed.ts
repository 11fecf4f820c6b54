/**
 * Exact fixed-point numbers as BigInt.
 *
 * Units: Amount = 10^-12 CNY, Quantity = 10^-6 of the SKU's unit, Fen = 10^-2 CNY.
 * Source: billing.md, section 1. No floats anywhere.
 */
import { readShort } from './shortText.ts';

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
  const short = readShort(text, decimals);
  if (short !== null) return BigInt(short);
  const match = DECIMAL_TEXT.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return null;
  const magnitude = BigInt(whole + significant.padEnd(decimals, '0'));
  return sign === '-' ? -magnitude : magnitude;
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
