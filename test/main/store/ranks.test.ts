import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP, type InsertPlan, planInsert } from '../../../src/main/store/ranks.ts';

const apply = (ranks: number[], index: number, plan: InsertPlan): void => {
  for (const { index: at, rank } of plan.moved) ranks[at] = rank;
  ranks.splice(index, 0, ...plan.ranks);
};
const ascends = (ranks: readonly number[]): boolean =>
  ranks.every((rank, at) => Number.isSafeInteger(rank) && rank > (ranks[at - 1] ?? Number.NEGATIVE_INFINITY));

describe('ranks of lines', () => {
  it('stay ascending integers whatever is inserted where', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { maxLength: 200 }), (inserts) => {
        const ranks: number[] = [];
        for (const [place, count] of inserts) {
          const index = place % (ranks.length + 1);
          const plan = planInsert(ranks, index, count);
          expect(plan.ranks).toHaveLength(count);
          apply(ranks, index, plan);
          expect(ascends(ranks)).toBe(true);
        }
      }),
    );
  });

  it('move only a neighbourhood when thousands of lines are typed at one place of a long sheet', () => {
    const ranks = [...planInsert([], 0, 100_000).ranks];
    let moved = 0;
    for (let typed = 0; typed < 5000; typed += 1) {
      const index = 50_000 + typed;
      const plan = planInsert(ranks, index, 1);
      moved += plan.moved.length;
      apply(ranks, index, plan);
    }
    expect(ascends(ranks)).toBe(true);
    // about six rows for each typed one; a plain renumbering would move 250,000,000
    expect(moved / 5000).toBeLessThan(16);
  });

  it('append and prepend without moving anything', () => {
    expect(planInsert([], 0, 2)).toEqual({ ranks: [GAP, 2 * GAP], moved: [] });
    expect(planInsert([GAP], 1, 1)).toEqual({ ranks: [2 * GAP], moved: [] });
    expect(planInsert([GAP], 0, 1)).toEqual({ ranks: [0], moved: [] });
  });
});
