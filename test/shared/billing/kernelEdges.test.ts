/** Where 100 bits do not settle a rounding or a remainder, and where a value lies on the edge itself: the kernel against BigInt. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundCharge, roundWideCharge } from '../../../src/shared/billing/charge.ts';
import { coverPart } from '../../../src/shared/billing/packs/cover.ts';
import { shareByLargestRemainder } from '../../../src/shared/billing/packs/share.ts';
import { WideCover } from '../../../src/shared/billing/packs/wideCover.ts';
import { shareWide } from '../../../src/shared/billing/packs/wideShare.ts';
import { divide, result, WideColumn, wideToBigInt } from '../../../src/shared/numeric/wide.ts';

const column = (values: readonly bigint[]): WideColumn => {
  const made = new WideColumn(values.length);
  for (const [at, value] of values.entries()) made.set(at, value);
  return made;
};
const valuesOf = (made: WideColumn): readonly bigint[] => Array.from(made.hi, (_, at) => made.get(at));
const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
const bits = (from: number, to: number): fc.Arbitrary<bigint> => fc.bigInt({ min: 2n ** BigInt(from), max: 2n ** BigInt(to) - 1n });

const expectShares = (balance: bigint, demands: readonly bigint[]): void => {
  const total = sumOf(demands);
  const shares = new WideColumn(demands.length);
  shareWide({ balance, total, demands: column(demands), count: demands.length }, shares);
  expect(valuesOf(shares)).toEqual(shareByLargestRemainder(balance, demands, total));
};

/** x with a x = 1 modulo m, for a prime to m: Euclid. */
const inverse = (a: bigint, m: bigint): bigint | null => {
  let [r0, r1, s0, s1] = [m, a % m, 0n, 1n];
  while (r1 !== 0n) [r0, r1, s0, s1] = [r1, r0 % r1, s1, s0 - (r0 / r1) * s1];
  return r0 === 1n ? ((s0 % m) + m) % m : null;
};

describe('shares', () => {
  it('that come out whole stay whole: a third of lines that are in the ratio 3 : 6 : 9', () => {
    fc.assert(
      fc.property(bits(40, 70), fc.array(fc.bigInt({ min: 1n, max: 40n }), { minLength: 2, maxLength: 9 }), (unit, parts) => {
        expectShares(sumOf(parts) * unit, [...parts.map((part) => part * 3n * unit)]);
      }),
    );
  });

  it('go to the larger remainder also where two differ by one part in 2^70', () => {
    let compared = 0;
    fc.assert(
      fc.property(bits(55, 70), bits(54, 69), bits(40, 54), fc.boolean(), (total, balance, demand, swapped) => {
        // d' = d + 1/b (mod t) has the remainder b d' = b d + 1 (mod t).
        const step = inverse(balance % total, total);
        const other = step === null ? 0n : (demand + step) % total;
        if (balance >= total || other === 0n || demand + other >= total) return;
        compared += 1;
        const pair = swapped ? [other, demand] : [demand, other];
        expectShares(balance, [...pair, total - demand - other]);
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('go to the first of equal remainders', () => {
    fc.assert(
      fc.property(bits(50, 70), fc.integer({ min: 2, max: 60 }), fc.bigInt({ min: 1n, max: 1_000_000n }), (demand, count, less) => {
        const demands = Array.from({ length: count }, () => demand);
        expectShares(demand * BigInt(count) - less, demands);
        expectShares(less, demands);
      }),
    );
  });
});

describe('what a share covers', () => {
  const expectCover = (denomination: 'money' | 'quantity', input: Readonly<Record<'amount' | 'quantity' | 'share', bigint>>): void => {
    const { amount, quantity, share } = input;
    const cover = new WideCover(1, false);
    cover.amountsLeft.set(0, amount);
    cover.quantitiesLeft.set(0, quantity);
    expect(cover.take({ denomination, drawers: new Int32Array(1), shares: column([share]), count: 1 })).toBe(1);
    const expected = coverPart({ denomination, share, amountBefore: amount, quantityBefore: quantity });
    expect({ amount: cover.amounts.get(0), quantity: cover.quantities.get(0) }).toEqual(expected);
    expect([cover.amountsLeft.get(0), cover.quantitiesLeft.get(0)]).toEqual([amount - expected.amount, quantity - expected.quantity]);
  };

  it('rounds exact halves as BigInt does: half of an odd number of units', () => {
    fc.assert(
      fc.property(bits(20, 74), bits(20, 74), fc.bigInt({ min: -1n, max: 1n }), (half, odd, beside) => {
        expectCover('money', { amount: 2n * half, quantity: 2n * odd + 1n, share: half + beside });
        expectCover('quantity', { amount: 2n * odd + 1n, quantity: 2n * half, share: half + beside });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is what BigInt says for any share', () => {
    fc.assert(
      fc.property(bits(1, 75), bits(1, 75), fc.integer({ min: 1, max: 1_000_000 }), (amount, quantity, part) => {
        const shareOf = (all: bigint) => (all * BigInt(part)) / 1_000_000n || 1n;
        expectCover('money', { amount, quantity, share: shareOf(amount) });
        expectCover('quantity', { amount, quantity, share: shareOf(quantity) });
      }),
      { numRuns: 2_000 },
    );
  });
});

it('a quotient is not rounded up where the value is one below a multiple', () => {
  fc.assert(
    fc.property(bits(10, 49), bits(40, 104), (divisor, value) => {
      const multiple = (value / divisor) * divisor;
      for (const near of [multiple - 1n, multiple, multiple + 1n]) {
        if (near < 0n) continue;
        const made = column([near]);
        divide(made.hi[0] ?? 0, made.lo[0] ?? 0, Number(divisor));
        expect([wideToBigInt(result.hi, result.lo), BigInt(result.rest)]).toEqual([near / divisor, near % divisor]);
      }
    }),
    { numRuns: 5_000 },
  );
});

it.each(['half-up', 'half-even', 'down'] as const)('a charge becomes the fen that BigInt gives, by the profile %s', (profile) => {
  const fen = 10n ** 10n;
  fc.assert(
    fc.property(bits(1, 42), fc.constantFrom(0n, 1n, fen / 2n - 1n, fen / 2n, fen / 2n + 1n, fen - 1n), (whole, rest) => {
      const amount = column([whole * fen + rest]);
      expect(BigInt(roundWideCharge(amount.hi[0] ?? 0, amount.lo[0] ?? 0, profile))).toBe(roundCharge(whole * fen + rest, profile));
    }),
  );
});
