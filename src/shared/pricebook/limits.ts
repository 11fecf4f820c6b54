/** What a published or typed price and a pack's amount may be. Source: billing.md, sections 1 and 5. */
import { type DecimalReader, decimalReader } from '../numeric/limits.ts';

/** Decimals of a price for one unit: unit prices are integers of 10^-10 CNY. */
export const UNIT_PRICE_DECIMALS = 10;

// One reader for each price block 10^0 to 10^6; a price per 10^k units may have 10 - k decimals.
const READERS: readonly DecimalReader[] = [0, 1, 2, 3, 4, 5, 6].map((exponent) =>
  decimalReader({ decimals: UNIT_PRICE_DECIMALS - exponent, min: '0', max: '1000000000' }),
);

/** Reads a price for `per` units; the result is the price of ONE unit in 10^-10 CNY, exact. `per` is a power of ten up to 10^6. */
export const unitPriceReader = (per: number): DecimalReader => {
  const reader = READERS[Math.round(Math.log10(per))];
  if (reader === undefined) throw new Error(`no price block of ${per} units`);
  return reader;
};

/** What one pack holds: CNY or units, above 0, at most 6 decimals. */
export const packAmountReader = decimalReader({ decimals: 6, min: '0.000001', max: '1000000000000' });
