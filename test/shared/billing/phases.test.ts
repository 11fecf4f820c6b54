/** Where months are cut: billing.md, 5.2. Days are plain numbers here. */
import { describe, expect, it } from 'vitest';
import { cutDays, phasesOfMonth } from '../../../src/shared/billing/packs/phases.ts';

const HORIZON = { start: 10, end: 40 };

describe('cuts', () => {
  it('are the days inside the horizon on which something starts or ends, each once, in their order', () => {
    expect(cutDays([30, 35, 12, 30, 11, 39], HORIZON)).toEqual([11, 12, 30, 35, 39]);
  });

  it('are not the edges of the horizon, nor days outside of it', () => {
    expect(cutDays([10, 40, 1, 50, 9, 41, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], HORIZON)).toEqual([]);
  });
});

describe('the phases of a month', () => {
  it('are the month where no cut is inside it', () => {
    expect(phasesOfMonth([5, 10, 20, 30], 10, 20)).toEqual([{ start: 10, end: 20 }]);
  });

  it('meet at the cuts and fill the month', () => {
    expect(phasesOfMonth([5, 11, 19, 25], 10, 20)).toEqual([
      { start: 10, end: 11 },
      { start: 11, end: 19 },
      { start: 19, end: 20 },
    ]);
  });
});
