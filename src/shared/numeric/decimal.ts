/**
 * The one decimal.js clone, and the only importer of decimal.js: for what people type and files hold, outside the engine.
 *
 * The engine itself counts in BigInt (fixed.ts). Values come from text only, because `new Decimal(0.1 + 0.2)` keeps the float's noise;
 * the default precision of 20 digits rounds silently, so it is 60 here, and longer numbers are refused instead of rounded.
 * Source: spec/speed.md (decimal.js measured), billing.md, section 1.
 */
import { Decimal as DecimalJs } from 'decimal.js';

const PRECISION = 60;
const Decimal = DecimalJs.clone({ precision: PRECISION, rounding: DecimalJs.ROUND_HALF_UP, defaults: true });

/** As plainly as it can be written; of a zero that is `0` alone. */
const CANONICAL = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * Typed decimal text times 10^power as canonical plain text: ('6.50', 4) -> '65000', ('-.5', -2) -> '-0.005', ('-0.0', 0) -> '0'.
 * null where the text is no plain number, or has more than 60 digits.
 */
export const scaleDecimalText = (text: string, power = 0): string | null => {
  if (!PLAIN.test(text) || text.length > PRECISION) return null;
  // Most of what is typed and read is canonical already, and a decimal costs a hundred times a look at it.
  if (power === 0 && CANONICAL.test(text)) return text;
  const scaled = new Decimal(text).times(new Decimal(10).pow(power));
  return scaled.isZero() ? '0' : scaled.toFixed();
};

/** A finite number as the shortest plain text that reads back as the same number: 1e-7 -> '0.0000001', -0 -> '0'. */
export const plainNumberText = (value: number): string => {
  const exact = new Decimal(String(value));
  return exact.isZero() ? '0' : exact.toFixed();
};
