/**
 * The one decimal.js clone, and the only importer of decimal.js: for parsing, formatting and odd formulas outside the engine.
 *
 * The engine itself counts in BigInt (fixed.ts). Values come from text only, because `new Decimal(0.1 + 0.2)` keeps the float's noise;
 * the default precision of 20 digits rounds silently, so it is 60 here. Rounding is half away from zero, like R6 and R12.
 * Source: spec/speed.md (decimal.js measured), billing.md, section 1.
 */
import { Decimal as DecimalJs } from 'decimal.js';

const Clone = DecimalJs.clone({ precision: 60, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -1e9, toExpPos: 1e9, defaults: true });
export type Decimal = DecimalJs;

const DECIMAL_TEXT = /^-?\d+(?:\.\d+)?$/;

/** Plain decimal text (`-12.5`), null for anything else. */
export const parseDecimal = (text: string): Decimal | null => (DECIMAL_TEXT.test(text) ? new Clone(text) : null);

/** Plain text, no exponent, no trailing zeros. */
export const formatDecimal = (value: Decimal): string => value.toFixed();
