/** The two-double integers give what BigInt gives, on narrow, wide and tie-rich values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp } from '../../../src/shared/numeric/rounding.ts';
import {
  divide,
  divideNearest,
  isMultiple,
  isWide,
  multiply,
  multiplyDivide,
  result,
  scale,
  scaleError,
  WideColumn,
  wideRatio,
  wideToBigInt,
} from '../../../src/shared/numeric/wide.ts';

/** Values of every width, and those beside a power of two, where doubles change their step. */
const upTo = (bits: number): fc.Arbitrary<bigint> =>
  fc
    .tuple(fc.integer({ min: 1, max: bits }), fc.bigInt({ min: 0n, max: 2n ** 128n }), fc.bigInt({ min: -2n, max: 2n }), fc.boolean())
    .map(([width, random, step, beside]) => {
      const value = beside ? 2n ** BigInt(width) - 1n + step : random & (2n ** BigInt(width) - 1n);
      const most = 2n ** BigInt(bits) - 1n;
      return value < 0n ? 0n : value > most ? most : value;
    });
const safe = upTo(53).map(Number);
const divisor = upTo(50).map((value) => Math.max(Number(value), 1));

const column = (...values: readonly bigint[]): WideColumn => {
  const made = new WideColumn(values.length);
  for (const [at, value] of values.entries()) made.set(at, value);
  return made;
};
const quotient = (): bigint => wideToBigInt(result.hi, result.lo);

describe('two doubles as one integer', () => {
  it('holds every integer below 2^105', () => {
    fc.assert(
      fc.property(upTo(105), (value) => {
        expect(column(value).get(0)).toBe(value);
      }),
    );
  });

  it('adds and subtracts as BigInt does', () => {
    fc.assert(
      fc.property(fc.array(upTo(76), { minLength: 1, maxLength: 40 }), (values) => {
        const parts = column(...values);
        const sum = new WideColumn(1);
        for (const at of values.keys()) sum.add(0, parts.hi[at] ?? 0, parts.lo[at] ?? 0);
        expect(sum.get(0)).toBe(values.reduce((total, value) => total + value, 0n));
        for (const at of [...values.keys()].slice(1)) sum.add(0, -(parts.hi[at] ?? 0), -(parts.lo[at] ?? 0));
        expect(sum.get(0)).toBe(values[0]);
      }),
    );
  });

  it('divides a product as BigInt does, halves up', () => {
    // (odd x 50) x (odd x 100) / 10^4 ends with a half.
    const odd = fc.integer({ min: 0, max: 20_000_000 }).map((value) => 2 * value + 1);
    const halves = fc.tuple(odd, odd).map(([a, b]) => [a * 50, b * 100, 10_000] as const);
    const one = fc.integer({ min: 1, max: 2 ** 29 });
    fc.assert(
      fc.property(fc.oneof(halves, fc.tuple(safe, safe, divisor), fc.tuple(safe, safe, one)), ([a, b, by]) => {
        const product = BigInt(a) * BigInt(b);
        fc.pre(product < 2n ** 105n);
        multiplyDivide(a, b, by);
        expect(quotient()).toBe(divideHalfUp(product, BigInt(by)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('multiplies without losing a digit', () => {
    fc.assert(
      fc.property(safe, safe, (a, b) => {
        multiply(a, b);
        expect(quotient()).toBe(BigInt(a) * BigInt(b));
      }),
    );
  });

  it('divides into quotient and remainder', () => {
    fc.assert(
      fc.property(upTo(104), divisor, (value, by) => {
        const [hi, lo] = [column(value).hi[0] ?? 0, column(value).lo[0] ?? 0];
        divide(hi, lo, by);
        expect([quotient(), BigInt(result.rest)]).toEqual([value / BigInt(by), value % BigInt(by)]);
        divideNearest(hi, lo, by);
        expect(quotient()).toBe(divideHalfUp(value, BigInt(by)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('rounds exact halves up, and what is one below them down', () => {
    fc.assert(
      fc.property(upTo(70), upTo(49), (whole, half) => {
        const by = 2n * half || 2n;
        for (const [value, expected] of [
          [whole * by + by / 2n, whole + 1n],
          [whole * by + by / 2n - 1n, whole],
        ] as const) {
          if (value >= 2n ** 104n) continue;
          const made = column(value);
          divideNearest(made.hi[0] ?? 0, made.lo[0] ?? 0, Number(by));
          expect(quotient()).toBe(expected);
        }
      }),
    );
  });

  it('scales by a ratio within the error that it says', () => {
    fc.assert(
      fc.property(upTo(76), upTo(96), upTo(76), (a, b, value) => {
        const [num, den] = a < b ? [a || 1n, b] : [b || 1n, a || 1n];
        const ends = column(num, den, value);
        const ratio = wideRatio(ends.hi[0] ?? 0, ends.lo[0] ?? 0, ends.hi[1] ?? 0, ends.lo[1] ?? 0);
        scale(ratio, ends.hi[2] ?? 0, ends.lo[2] ?? 0);
        // In units of 2^-60, which is finer than the error.
        const made = (quotient() << 60n) + BigInt(Math.round(result.rest * 2 ** 60));
        const exact = ((num * value) << 60n) / den;
        const difference = Number(made > exact ? made - exact : exact - made) / 2 ** 60;
        expect(difference).toBeLessThanOrEqual(scaleError(result.hi));
      }),
      { numRuns: 5_000 },
    );
  });

  it('says an error far below one, so that BigInt is needed only where a fraction is near the place that decides', () => {
    // 2^-50, and 2^-90 of the value: 2^70 x 2^-90 = 2^-20
    expect(scaleError(0)).toBe(2 ** -50);
    expect(scaleError(2 ** 70)).toBe(2 ** -20 + 2 ** -50);
  });

  it('knows multiples, also where the quotient of a neighbour rounds to a whole number', () => {
    fc.assert(
      fc.property(upTo(53), upTo(50), fc.integer({ min: -1, max: 1 }), (value, by, step) => {
        const divisor = by || 1n;
        const near = (value / divisor) * divisor + BigInt(step);
        fc.pre(near >= 0n && near < 2n ** 53n);
        expect(isMultiple(Number(near), Number(divisor))).toBe(near % divisor === 0n);
      }),
      { numRuns: 2_000 },
    );
  });

  it('copies a column, and the copy goes its own way', () => {
    const original = column(2n ** 75n + 1n, 7n);
    const copy = original.copy();
    copy.add(1, 1, 0);
    expect([copy.get(0), copy.get(1), original.get(1)]).toEqual([2n ** 75n + 1n, 8n, 7n]);
  });

  it('takes values from 0 to below 2^76', () => {
    expect([0n, 2n ** 76n - 1n, 2n ** 76n, -1n].map(isWide)).toEqual([true, true, false, false]);
  });
});
