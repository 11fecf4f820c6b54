import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumberText, scaleDecimalText } from '../../../src/shared/numeric/decimal.ts';
import { formatAmount, formatFen, formatFixed, formatQuantity, parseFixed } from '../../../src/shared/numeric/fixed.ts';
import { decimalReader } from '../../../src/shared/numeric/limits.ts';
import { greatestCommonDivisor, powerRatio, reduceRatio } from '../../../src/shared/numeric/ratio.ts';
import { divideCeiling, divideDown, divideFloor, divideHalfEven, divideHalfUp } from '../../../src/shared/numeric/rounding.ts';

const Wide = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

describe('text and scaled integers', () => {
  it.each([
    ['0.0077', 10, 77_000_000n],
    ['-12.50', 2, -1250n],
    ['1.230', 2, 123n],
    ['007', 0, 7n],
    ['1.234', 2, null],
    ['1e3', 2, null],
    ['1,000', 2, null],
    ['.5', 2, null],
    ['5.', 2, null],
    ['+5', 2, null],
    ['', 2, null],
    ['-', 2, null],
    ['NaN', 2, null],
    ['１', 2, null],
  ] as const)('parseFixed(%j, %i) = %s', (text, decimals, expected) => {
    expect(parseFixed(text, decimals)).toBe(expected);
  });

  it('reads any short text as the digits say, and nothing that is no number', () => {
    const text = fc.stringMatching(/^[-+]?[0-9]{0,9}[.,]?[0-9]{0,8}[ e0]?$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 12 }), (typed, decimals) => {
        const [, sign, whole, fraction = ''] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(typed) ?? [];
        const digits = `${fraction}${'0'.repeat(20)}`;
        const fits = whole !== undefined && /^0*$/.test(digits.slice(decimals));
        const value = fits ? BigInt(`${whole}${digits.slice(0, decimals)}`) * (sign === '-' ? -1n : 1n) : null;
        expect(parseFixed(typed, decimals)).toBe(value);
      }),
      { numRuns: 3_000 },
    );
  });

  it('prints without an exponent, and without trailing zeros where they say nothing', () => {
    expect(formatAmount(500_007_200_000_000n)).toBe('500.0072');
    expect(formatAmount(1n)).toBe('0.000000000001');
    expect(formatQuantity(129_032n)).toBe('0.129032');
    expect(formatFen(-5n)).toBe('-0.05');
    expect(formatFen(131_453n)).toBe('1314.53');
    expect(formatFixed(100n, 0)).toBe('100');
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 12 }), (value, decimals) => {
        expect(parseFixed(formatFixed(value, decimals), decimals)).toBe(value);
      }),
    );
  });
});

describe('division', () => {
  it.each([
    // numerator, denominator, half-up, half-even, down, floor, ceiling
    [5n, 2n, 3n, 2n, 2n, 2n, 3n],
    [7n, 2n, 4n, 4n, 3n, 3n, 4n],
    [-5n, 2n, -3n, -2n, -2n, -3n, -2n],
    [-7n, 2n, -4n, -4n, -3n, -4n, -3n],
    [1n, 3n, 0n, 0n, 0n, 0n, 1n],
    [2n, 3n, 1n, 1n, 0n, 0n, 1n],
    [6n, 3n, 2n, 2n, 2n, 2n, 2n],
    [0n, 7n, 0n, 0n, 0n, 0n, 0n],
  ] as const)('%s / %s', (numerator, denominator, halfUp, halfEven, down, floor, ceiling) => {
    expect(divideHalfUp(numerator, denominator)).toBe(halfUp);
    expect(divideHalfEven(numerator, denominator)).toBe(halfEven);
    expect(divideDown(numerator, denominator)).toBe(down);
    expect(divideFloor(numerator, denominator)).toBe(floor);
    expect(divideCeiling(numerator, denominator)).toBe(ceiling);
  });

  it('rounds half away from zero as decimal.js does', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (numerator, denominator) => {
        const quotient = new Wide(String(numerator)).div(String(denominator));
        expect(quotient.toFixed(0).replace(/^-0$/, '0')).toBe(String(divideHalfUp(numerator, denominator)));
      }),
    );
  });
});

describe('ratios', () => {
  it('are kept in lowest terms where they are powers', () => {
    // 1.05 = 21/20
    expect(reduceRatio(1_050_000n, 1_000_000n)).toEqual({ num: 21n, den: 20n });
    expect(reduceRatio(0n, 5n)).toEqual({ num: 0n, den: 1n });
    expect(reduceRatio(3n, -6n)).toEqual({ num: -1n, den: 2n });
    expect(powerRatio({ num: 21n, den: 20n }, 3)).toEqual({ num: 9261n, den: 8000n });
    expect(powerRatio({ num: 0n, den: 1n }, 0)).toEqual({ num: 1n, den: 1n });
  });
  it.each([
    [12n, 18n],
    [-12n, 18n],
    [12n, -18n],
    [-12n, -18n],
    [-6n, 0n],
    [0n, -6n],
  ])('the greatest common divisor of %s and %s is 6', (a, b) => expect(greatestCommonDivisor(a, b)).toBe(6n));
});

describe('limits', () => {
  const growth = decimalReader({ decimals: 6, min: '-1', max: '10' });
  it.each([
    ['-1', -1_000_000n],
    ['10', 10_000_000n],
    ['10.000001', null],
    ['-1.000001', null],
    ['0.0000001', null],
    ['0.05', 50_000n],
    [`0.${'0'.repeat(500)}`, null],
    ['9'.repeat(100_000), null],
  ])('a growth of %.12s', (text, expected) => {
    expect(growth.read(text)).toBe(expected);
  });
  it('reads 200 characters and not one more', () => {
    expect(growth.read('1'.padStart(200, '0'))).toBe(1_000_000n);
    expect(growth.read('1'.padStart(201, '0'))).toBeNull();
  });
  it('that are no numbers are a bug of ours', () => {
    expect(() => decimalReader({ decimals: 2, min: 'none', max: '1' })).toThrow('limits are no decimals: none, 1');
    expect(() => decimalReader({ decimals: 2, min: '0', max: '0.001' })).toThrow('limits are no decimals: 0, 0.001');
  });
});

describe('decimal.js', () => {
  it('scales without the silent rounding of its default precision', () => {
    expect(scaleDecimalText('123456789012345678901234.567891', 4)).toBe('1234567890123456789012345678.91');
  });
  it.each([
    ['6.50', 4, '65000'],
    ['-.5', -2, '-0.005'],
    ['+7.', 0, '7'],
    ['-0.0', 0, '0'],
    ['000.10', 0, '0.1'],
    ['0.0000000001', -8, '0.000000000000000001'],
  ])('%s x 10^%i is %s', (text, power, expected) => expect(scaleDecimalText(text, power)).toBe(expected));
  it('takes plain text only, and none that it would have to round', () => {
    expect(scaleDecimalText('9'.repeat(60))).toBe('9'.repeat(60));
    expect(['1e5', 'Infinity', '0x10', ' 1', '', '.', '9'.repeat(61)].map((text) => scaleDecimalText(text))).toEqual(Array(7).fill(null));
  });
  it('writes a number as the shortest plain text that reads back as it', () => {
    expect([1e-7, 1e21, -0, 0.1, 123.456, -2.5e-10].map(plainNumberText)).toEqual([
      '0.0000001',
      '1000000000000000000000',
      '0',
      '0.1',
      '123.456',
      '-0.00000000025',
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(plainNumberText(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
