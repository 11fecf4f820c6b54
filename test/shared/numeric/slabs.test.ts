import { describe, expect, it } from 'vitest';
import { DoubleSlabs } from '../../../src/shared/numeric/slabs.ts';

describe('slabs', () => {
  it('put lists one after the other, and a list that no longer fits into a slab of zeros', () => {
    const slabs = new DoubleSlabs(5);
    expect(slabs.take(3)).toBe(0);
    const first = slabs.slab;
    first.fill(7);
    expect([slabs.take(2), slabs.slab === first]).toEqual([3, true]);
    expect([slabs.take(2), slabs.slab === first]).toEqual([0, false]);
    expect([...slabs.slab]).toEqual([0, 0, 0, 0, 0]);
  });

  it('of size 0 give each list its own, and a long list one of its length', () => {
    const slabs = new DoubleSlabs(0);
    slabs.take(2);
    const first = slabs.slab;
    expect([slabs.take(3), slabs.slab === first, slabs.slab.length]).toEqual([0, false, 3]);
  });
});
