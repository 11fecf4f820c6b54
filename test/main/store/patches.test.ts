import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import { move, patchOf } from '../support/moves.ts';
import { begin, freshStore, must, openStore } from '../support/tempStore.ts';

describe('saving patches', () => {
  it('leaves in the file what the same patches leave in memory', () => {
    const { store, folder } = freshStore();
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 30 }), (moves) => {
        const { id, scenario: start } = begin(store);
        let scenario = start;
        for (const [revision, each] of moves.entries()) {
          const patch = patchOf(scenario, each);
          scenario = applyPatch(scenario, patch);
          expect(store.save({ id, revision, patch, history: [] })).toEqual({ ok: true, value: { revision: revision + 1 } });
        }
        expect(must(store.openScenario(id))).toMatchObject({ revision: moves.length, scenario });
        // another connection reads the file, not what this one remembers
        const again = openStore(folder);
        expect(must(again.openScenario(id)).scenario).toEqual(scenario);
        again.close();
      }),
      { numRuns: 150 },
    );
  });

  it('comes back to every earlier state by the inverse patches, after a reopening too', () => {
    const { store, folder } = freshStore();
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), (moves) => {
        const { id, scenario: start } = begin(store);
        const states = [start];
        const patches: Patch[] = [];
        let revision = 0;
        for (const each of moves) {
          const scenario = states.at(-1) ?? start;
          const patch = patchOf(scenario, each);
          patches.push(patch);
          states.push(applyPatch(scenario, patch));
          revision = must(store.save({ id, revision, patch, history: [] })).revision;
        }
        const again = openStore(folder);
        for (const patch of patches.toReversed()) {
          states.pop();
          revision = must(again.save({ id, revision, patch: invertPatch(patch), history: [] })).revision;
          expect(must(again.openScenario(id)).scenario).toEqual(states.at(-1));
        }
        again.close();
      }),
      { numRuns: 60 },
    );
  });
});
