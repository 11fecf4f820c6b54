/**
 * What Excel and LibreOffice make of our formulas, to write a formula only where it gives the engine's fen.
 *
 * Rule: products of doubles; ROUND looks at 15 significant digits and rounds half away from zero.
 * Units: Fen out. Source: IEEE 754; ECMA-376 part 1, 18.17.7.277 (ROUND); the 15 digits are how both programs behave.
 */
import type { Fen } from '../../shared/numeric/fixed.ts';
import { divideHalfUp } from '../../shared/numeric/rounding.ts';
import { exactNumber } from './sanitise.ts';

const DIGITS = 15;

/** ROUND(value, 2) as fen; null where it is no finite number. */
export const roundToFen = (value: number): Fen | null => {
  if (!Number.isFinite(value)) return null;
  const [mantissa = '', exponent = '0'] = value.toExponential(DIGITS - 1).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const power = Number(exponent) - (DIGITS - 1) + 2;
  return power >= 0 ? digits * 10n ** BigInt(power) : divideHalfUp(digits, 10n ** BigInt(-power));
};

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
