/** What settles the fen of a charge without its exact amount must never settle them wrongly, and must settle nearly all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfOf, roundAbout, roundBetween, roundCharge } from '../../../src/shared/billing/charge.ts';
import { AMOUNT_PER_FEN } from '../../../src/shared/numeric/fixed.ts';
import { WideColumn } from '../../../src/shared/numeric/wide.ts';
import { ROUNDING_PROFILES } from '../../../src/shared/pricebook/types.ts';

const profile = fc.constantFrom(...ROUNDING_PROFILES);
/** Close to a fen or half of one, some units below or above it, up to nearly 2^76. */
const near = fc
  .tuple(fc.bigInt({ min: 1n, max: 2n ** 43n }), fc.boolean(), fc.integer({ min: -40, max: 40 }))
  .map(([fen, half, off]) => fen * AMOUNT_PER_FEN + (half ? AMOUNT_PER_FEN / 2n : 0n) + BigInt(off));
const anywhere = fc.bigInt({ min: 0n, max: 2n ** 75n });
const amount = fc.oneof(near, anywhere);
const units = fc.integer({ min: 0, max: 9 });

const boundsOf = (least: bigint, most: bigint): WideColumn => {
  const bounds = new WideColumn(2);
  bounds.set(0, least);
  bounds.set(1, most);
  return bounds;
};

describe('the fen of an amount that is known but for some units', () => {
  it('are those of every amount that it may be, or are not settled', () => {
    fc.assert(
      fc.property(amount, units, profile, (about, slack, rounding) => {
        const fen = roundAbout(Number(about), slack, halfOf(rounding));
        if (fen < 0) return;
        const off = BigInt(Math.max(slack - 1, 0));
        for (const exact of [about - off, about, about + off]) if (exact >= 0n) expect(BigInt(fen)).toBe(roundCharge(exact, rounding));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each(ROUNDING_PROFILES)('are settled where no rounding is near (%s)', (rounding) => {
    for (const [parts, fen] of [
      [2n, 7],
      [4n, rounding === 'down' ? 7 : 8],
    ] as const) {
      const about = 7n * AMOUNT_PER_FEN + (AMOUNT_PER_FEN * parts) / 5n;
      expect(roundAbout(Number(about), 50, halfOf(rounding))).toBe(fen);
    }
  });

  it('are not settled by what is no number', () => {
    expect(roundAbout(Number.NaN, 0, 0)).toBe(-1);
  });
});

describe('the fen between two amounts', () => {
  it('are settled where both round alike, and only there', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: 60n }), profile, (least, width, rounding) => {
        const [low, high] = [roundCharge(least, rounding), roundCharge(least + width, rounding)];
        expect(BigInt(roundBetween(boundsOf(least, least + width), rounding))).toBe(low === high ? low : -1n);
      }),
      { numRuns: 5_000 },
    );
  });
});
