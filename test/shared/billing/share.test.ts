/** Shares by largest remainder (billing.md, 5.2). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareByLargestRemainder } from '../../../src/shared/billing/packs/share.ts';

describe('a balance that does not suffice', () => {
  it.each([
    ['equal remainders go to the earlier lines', 2n, [1n, 1n, 1n], [1n, 1n, 0n]],
    // 10 x 10, 10, 30 / 50 = 2, 2, 6
    ['nothing is left where it divides', 10n, [10n, 10n, 30n], [2n, 2n, 6n]],
    // 7 x 4, 5, 2 / 11 = 2 + 6/11, 3 + 2/11, 1 + 3/11
    ['the unit that is left goes to the largest remainder', 7n, [4n, 5n, 2n], [3n, 3n, 1n]],
    // 8 x 2, 4, 5 / 11 = 1 + 5/11, 2 + 10/11, 3 + 7/11
    ['two units go to the two largest, not to the first two', 8n, [2n, 4n, 5n], [1n, 3n, 4n]],
  ])('%s', (_, balance, demands, shares) => {
    expect(
      shareByLargestRemainder(
        balance,
        demands,
        demands.reduce((sum, each) => sum + each, 0n),
      ),
    ).toEqual(shares);
  });

  it('is given away to the last unit, and nobody is further than a unit from the proportion', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 9 }), fc.nat(999), (demands, part) => {
        const total = demands.reduce((sum, each) => sum + each, 0n);
        const balance = (total * BigInt(part)) / 1_000n;
        const shares = shareByLargestRemainder(balance, demands, total);
        expect(shares.reduce((sum, each) => sum + each, 0n)).toBe(balance);
        for (const [at, share] of shares.entries()) {
          const off = share * total - balance * (demands[at] ?? 0n);
          expect(off > -total && off < total).toBe(true);
        }
      }),
    );
  });
});
