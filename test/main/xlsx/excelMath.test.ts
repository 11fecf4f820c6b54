/** Excel's arithmetic as we foresee it: 15 digits, half away from zero. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShownAs, roundAsExcel, roundToFen } from '../../../src/main/xlsx/excelMath.ts';

describe('ROUND of Excel', () => {
  it.each([
    // 1.005 is a little less as a double; Excel looks at 15 digits
    [1.005, 2, 'ROUND', 1.01],
    [-1.005, 2, 'ROUND', -1.01],
    [2.675, 2, 'ROUND', 2.68],
    [0.1 + 0.2, 12, 'ROUND', 0.3],
    [145.16, 2, 'ROUNDDOWN', 145.16],
    [145.169999999999, 2, 'ROUNDDOWN', 145.16],
    [1.1 * 1.1 * 100, 0, 'ROUNDDOWN', 121],
    [-1.29, 1, 'ROUNDDOWN', -1.2],
    [1.1 * 100, 0, 'ROUNDUP', 110],
    [1.21, 1, 'ROUNDUP', 1.3],
    [1e-20, 2, 'ROUNDUP', 0.01],
    [1e-20, 2, 'ROUND', 0],
    [12_345_678, -3, 'ROUND', 12_346_000],
    [1e21, 2, 'ROUND', 1e21],
  ] as const)('%d to %d decimals by %s is %d', (value, decimals, how, expected) => {
    expect(roundAsExcel(value, decimals, how)).toBe(expected);
  });

  it('leaves alone what has no more decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 2, max: 12 }), (fen, decimals) => {
        const value = Number(`${fen}e-2`);
        expect(roundAsExcel(value, decimals)).toBe(value);
        expect(roundToFen(value)).toBe(BigInt(fen));
        expect(roundToFen(value, 'ROUNDDOWN')).toBe(BigInt(fen));
      }),
    );
  });

  it('has no fen of what is no number', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY].map((value) => roundToFen(value))).toEqual([null, null]);
  });
});

it('two numbers are the same where they show the same 15 digits', () => {
  expect(isShownAs(0.1 + 0.2, '0.3')).toBe(true);
  expect(isShownAs(0.300000000000001, '0.3')).toBe(false);
  expect(isShownAs(Number.NaN, '0')).toBe(false);
});
