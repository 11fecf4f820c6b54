/** What a share of a pack pays for (billing.md, 5.2). */
import { describe, expect, it } from 'vitest';
import { coverPart } from '../../../src/shared/billing/packs/cover.ts';

describe('a share of the quantity', () => {
  it('is a part of it, also where it is the same number as the amount', () => {
    // 5 of 10 units of a line of 5 x 10^-6 CNY
    expect(coverPart({ denomination: 'quantity', share: 5_000_000n, amountBefore: 5_000_000n, quantityBefore: 10_000_000n })).toEqual({
      amount: 2_500_000n,
      quantity: 5_000_000n,
    });
  });
});
