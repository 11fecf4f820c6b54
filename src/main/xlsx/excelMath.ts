/**
 * What Excel and LibreOffice make of our formulas, to write a formula only where it gives the engine's number.
 *
 * Rule: products of doubles; ROUND looks at 15 significant digits and rounds half away from zero, ROUNDDOWN towards it and ROUNDUP away
 * from it. Two numbers are the same where they show the same 15 digits: what is behind them is noise of doubles.
 * Units: Fen out where the name says so. Source: IEEE 754; ECMA-376 part 1, 18.17.7.277 (ROUND); the 15 digits are how both programs
 * behave.
 */

import { shownNumber } from '../../shared/importing/cellText.ts';
import type { Fen } from '../../shared/numeric/fixed.ts';
import { exactNumber } from './sanitise.ts';

const DIGITS = 15;
const LARGEST_SCALED = 10 ** DIGITS;

export type ExcelRounding = 'ROUND' | 'ROUNDDOWN' | 'ROUNDUP';

/** value x 10^decimals as a whole number; exact below 2^53. NaN where `value` is no finite number. */
const scaledInteger = (value: number, decimals: number, how: ExcelRounding): number => {
  if (!Number.isFinite(value)) return Number.NaN;
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  const digits = Number(mantissa.replace('.', ''));
  const power = Number(exponent) - (DIGITS - 1) + decimals;
  const size = power >= 0 ? Number(`${digits}e${power}`) : divideRounded(digits, -power, how);
  return value < 0 && size !== 0 ? -size : size;
};

/** `digits` has at most 15 of them. */
const divideRounded = (digits: number, places: number, how: ExcelRounding): number => {
  if (places > DIGITS) return how === 'ROUNDUP' && digits > 0 ? 1 : 0;
  const unit = Number(`1e${places}`);
  const whole = Math.floor(digits / unit);
  const rest = digits - whole * unit;
  if (how === 'ROUNDUP') return rest > 0 ? whole + 1 : whole;
  return how === 'ROUND' && rest * 2 >= unit ? whole + 1 : whole;
};

/** ROUND(value, decimals) and the like. */
export const roundAsExcel = (value: number, decimals: number, how: ExcelRounding = 'ROUND'): number => {
  const scaled = scaledInteger(value, decimals, how);
  // From 15 digits on there is nothing to round.
  return Math.abs(scaled) >= LARGEST_SCALED ? shownNumber(value) : Number(`${scaled}e${-decimals}`);
};

/** ROUND(value, 2) as fen; null where it is no finite number. */
export const roundToFen = (value: number, how: ExcelRounding = 'ROUND'): Fen | null => {
  const fen = scaledInteger(value, 2, how);
  return Number.isFinite(fen) ? BigInt(fen) : null;
};

/** Whether a cell that should show `decimal` may hold `value`. */
export const isShownAs = (value: number, decimal: string): boolean =>
  Number.isFinite(value) && shownNumber(value) === shownNumber(Number(decimal));

/** ROUND(a * b * …, 2) of cells that hold these decimals; null where one of them would be a text cell. */
export const productToFen = (factors: readonly string[]): Fen | null => {
  let product = 1;
  for (const factor of factors) {
    const number = exactNumber(factor);
    if (number === null) return null;
    product *= number;
  }
  return roundToFen(product);
};

/** ROUND(ROUND(total*(k+1)/n,2)-ROUND(total*k/n,2),2): the share of service month k (from 0) of n. */
export const shareToFen = (total: Fen, k: number, n: number): Fen | null => {
  const amount = Number(total) / 100;
  const until = roundToFen((amount * Math.min(k + 1, n)) / n);
  const before = roundToFen((amount * Math.min(k, n)) / n);
  return until === null || before === null ? null : until - before;
};
