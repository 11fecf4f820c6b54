/** Limits of what a line may say. Source: billing.md, section 1. */
import { decimalReader } from '../../numeric/limits.ts';

export const quantityReader = decimalReader({ decimals: 6, min: '0', max: '1000000000000' });
/** per month: 0.05 = +5 % */
export const growthReader = decimalReader({ decimals: 6, min: '-1', max: '10' });
export const countReader = decimalReader({ decimals: 0, min: '1', max: '100000' });
export const instancesReader = decimalReader({ decimals: 0, min: '0', max: '1000000' });
export const monthsReader = decimalReader({ decimals: 0, min: '1', max: '120' });
/** Of all packs of a line together: 10^12 x 10^5 at most. What the line holds is a narrower bound where it is known. */
export const remainingReader = decimalReader({ decimals: 6, min: '0', max: '100000000000000000' });
