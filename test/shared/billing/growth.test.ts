/** Growth in doubles against the exact powers: billing.md, 4.1. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrowthTable } from '../../../src/shared/billing/growth.ts';

const growth = fc.oneof(
  fc.bigInt({ min: -1_000_000n, max: 10_000_000n }),
  fc.constantFrom(-1_000_000n, -500_000n, 1_000_000n, 10_000_000n),
);
const quantity = fc.oneof(fc.maxSafeInteger(), fc.nat(), fc.constantFrom(0, 1, 5)).map(Math.abs);

describe('growth in doubles', () => {
  it('comes to R6 of the exact power, or says that it cannot tell', () => {
    const table = createGrowthTable();
    let told = 0;
    fc.assert(
      fc.property(growth, quantity, fc.nat(119), (each, base, months) => {
        const { grow, growShort } = table.growthOf(each);
        const short = growShort(base, months);
        if (short === null) return;
        told += 1;
        expect(BigInt(short)).toBe(grow(BigInt(base), months));
      }),
      { numRuns: 5_000 },
    );
    expect(told).toBeGreaterThan(2_000);
  });

  it('leaves a half to the exact power: half of 5 is 2.5, and rounds up', () => {
    const { grow, growShort } = createGrowthTable().growthOf(-500_000n);
    expect([growShort(5, 1), grow(5n, 1)]).toEqual([null, 3n]);
    expect(growShort(6, 1)).toBe(3);
  });

  it('of a quantity that grows beyond a double is left to the exact power', () => {
    expect(
      createGrowthTable()
        .growthOf(10_000_000n)
        .growShort(2 ** 52, 5),
    ).toBeNull();
  });
});
