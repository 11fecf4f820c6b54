/** The quick way reads only what it is sure of, and then the same as the exact way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFixed } from '../../../src/shared/numeric/fixed.ts';
import { readShort } from '../../../src/shared/numeric/shortText.ts';

describe('short decimal text', () => {
  it.each([
    ['0', 0, 0],
    ['7', 6, 7_000_000],
    ['12.5', 2, 1250],
    ['12.50', 2, 1250],
    ['0.000001', 6, 1],
    ['1.9', 1, 19],
    ['00123', 0, 123],
    ['5.0', 1, 50],
    ['987654321012345', 0, 987_654_321_012_345],
    ['123456789', 6, 123_456_789_000_000],
    ['0.0077', 10, 77_000_000],
    ['900719.925474099', 10, 9_007_199_254_740_990],
  ])('%s with %i decimals is %i', (text, decimals, value) => {
    expect(readShort(text, decimals)).toBe(value);
  });

  it.each([
    ['', 2],
    ['.5', 2],
    ['5.', 2],
    ['.', 2],
    ['1.2.3', 4],
    ['-1', 2],
    ['1,000', 2],
    ['1e3', 2],
    ['٣', 0],
    [' 1', 0],
    ['1/2', 2],
    ['1:2', 2],
    // more decimals than fit, also where they are zeros: the exact way knows
    ['1.234', 2],
    ['1.230', 2],
    // sixteen digits
    ['9876543210123456', 0],
    // above what a double holds exactly
    ['900719.9254741', 10],
    ['9007199255', 6],
  ])('%s with %i decimals is left to the exact way', (text, decimals) => {
    expect(readShort(text, decimals)).toBeNull();
  });

  it('is what the exact way reads', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,9}\.?\d{0,6}$/), fc.nat(10), (text, decimals) => {
        const short = readShort(text, decimals);
        if (short !== null) expect(parseFixed(`${'0'.repeat(16)}${text}`, decimals)).toBe(BigInt(short));
      }),
      { numRuns: 2_000 },
    );
  });
});
