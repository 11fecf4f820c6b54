import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Queued, queueOf, takeNext } from '../../../src/renderer/state/saveQueue.ts';
import { makeBlankScenario, makeNodeLine } from '../../../src/shared/scenario/blank.ts';
import type { Patch, PatchOp } from '../../../src/shared/scenario/patch.ts';

const [blank] = makeBlankScenario({ name: 'plan', priceBook: 'seed', startMonth: '2026-01' }).options;
if (blank === undefined) throw new Error('no option');
const optionOf = (lines: number): PatchOp => ({
  op: 'option.insert',
  index: 0,
  option: { ...blank, nodes: Array.from({ length: lines }, (_, at) => makeNodeLine(`n${at}`)) },
});
const notes = (count: number): Patch =>
  Array.from({ length: count }, (_, at) => ({ op: 'scenario.set', field: 'note', before: `${at}`, after: `${at + 1}` }));

/** The requests that the queue becomes. */
const requestsOf = (gestures: readonly Patch[], most: number): readonly (readonly Queued[])[] => {
  let queue = gestures.flatMap((patch) => queueOf(patch, { move: 'redo', length: patch.length }, most));
  const requests: (readonly Queued[])[] = [];
  while (queue.length > 0) {
    const next = takeNext(queue, most);
    requests.push(next);
    queue = queue.slice(next.length);
  }
  return requests;
};
const lengths = (requests: readonly (readonly Queued[])[]) => requests.map((request) => request.map(({ patch }) => patch.length));

describe('requests to save', () => {
  it('hold as many whole gestures as fit', () => {
    expect(lengths(requestsOf([notes(2), notes(2), notes(1), notes(3), notes(3)], 5))).toEqual([[2, 2, 1], [3], [3]]);
  });

  it('count an option as its lines', () => {
    expect(lengths(requestsOf([[optionOf(3)], notes(1), notes(1)], 5))).toEqual([[1, 1], [1]]);
  });

  it('hold one operation that is too large by itself: there is nothing to cut', () => {
    expect(lengths(requestsOf([[...notes(1), optionOf(9), ...notes(1)]], 5))).toEqual([[1], [1], [1]]);
  });

  it('tell of a gesture what they hold of it, and nothing of a part', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (counts, most) => {
        const gestures = counts.map(notes);
        const requests = requestsOf(gestures, most);
        expect(requests.flat().flatMap(({ patch }) => patch)).toEqual(gestures.flat());
        for (const request of requests) {
          const operations = request.reduce((sum, { patch }) => sum + patch.length, 0);
          const told = request.reduce((sum, { move }) => sum + (move?.length ?? 0), 0);
          expect(operations).toBeLessThanOrEqual(most);
          expect(told === operations || (told === 0 && request.length === 1)).toBe(true);
        }
      }),
    );
  });
});
