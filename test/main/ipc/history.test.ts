/** Undo and redo of the real window state over the real store: the parts that the two tell each other must fit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument, type Document } from '../../../src/renderer/state/document.ts';
import { ok } from '../../../src/shared/core/result.ts';
import type { Bridge } from '../../../src/shared/ipc/contract.ts';
import type { Place } from '../../../src/shared/scenario/history.ts';
import { applyPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { move, patchOf } from '../support/moves.ts';
import { tempFolder } from '../support/tempStore.ts';
import { openTestApp } from '../support/testApp.ts';

const step = fc.oneof(
  { weight: 4, arbitrary: move },
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
);

/** What happened, as a list of states and where the user stands in it. */
class Model {
  readonly #states: { readonly scenario: Scenario; readonly at: Place }[];
  #now = 0;

  constructor(scenario: Scenario) {
    this.#states = [{ scenario, at: placeOf(0) }];
  }

  get scenario(): Scenario {
    const state = this.#states[this.#now];
    if (state === undefined) throw new Error('no state');
    return state.scenario;
  }

  do(scenario: Scenario, at: Place): void {
    this.#now += 1;
    this.#states.splice(this.#now, this.#states.length, { scenario, at });
  }

  undo(): Place | null {
    if (this.#now === 0) return null;
    const place = this.#states[this.#now]?.at ?? null;
    this.#now -= 1;
    return place;
  }

  redo(): Place | null {
    if (this.#now + 1 === this.#states.length) return null;
    this.#now += 1;
    return this.#states[this.#now]?.at ?? null;
  }
}
const placeOf = (count: number): Place => ({ option: 'A', sheet: 'nodes', row: `n${count}`, column: 'count' });

/** An app of the folder and its window, which shows nothing yet. */
const start = (folder: string) => {
  const app = openTestApp(folder);
  // As in the window, everything that crosses is a copy.
  const invoke: unknown = async (channel: string, request: unknown) => structuredClone(await app.answer(channel, structuredClone(request)));
  return { app, document: createDocument({ invoke: invoke as Bridge['invoke'] }) };
};
/** The same after a start, with the scenario that main names. */
const startAgain = async (folder: string) => {
  const started = start(folder);
  started.document.load((await started.app.ask('app.bootstrap', undefined)).open);
  return started;
};

const stateOf = (document: Document) => {
  const state = document.store.getState();
  if (state === null) throw new Error('nothing is open');
  return state;
};

describe('undo and redo in the window', () => {
  it('go on after any restart as if there had been none', async () => {
    const folder = tempFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        let { app, document } = start(folder);
        document.load(await app.ask('scenario.create', { from: 'blank', name: 'Plan', startMonth: '2026-01' }));
        const model = new Model(stateOf(document).scenario);
        for (const [count, each] of steps.entries()) {
          if (each === 'undo') expect(document.undo()).toEqual(model.undo());
          else if (each === 'redo') expect(document.redo()).toEqual(model.redo());
          else if (each === 'restart') {
            expect(await document.flush()).toBe('saved');
            app.store.close();
            ({ app, document } = await startAgain(folder));
          } else {
            const patch = patchOf(model.scenario, each);
            for (const edition of editionsOf(patch)) document.addPriceBook(await app.ask('edition.get', { edition }));
            document.dispatch(ok(patch), { label: { key: 'edit', params: {} }, before: placeOf(count), after: placeOf(count) });
            if (patch.length > 0) model.do(applyPatch(model.scenario, patch), placeOf(count));
          }
          expect(stateOf(document).scenario).toEqual(model.scenario);
          expect(stateOf(document).priceBook.edition).toBe(model.scenario.priceBook);
        }
        await document.flush();
        expect(stateOf(document)).toMatchObject({ saveState: 'saved', saveError: null });
        expect((await app.ask('scenario.open', { id: stateOf(document).id })).scenario).toEqual(model.scenario);
        app.store.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

const editionsOf = (patch: Patch): readonly string[] =>
  patch.flatMap((op) => (op.op === 'scenario.set' && op.field === 'priceBook' && typeof op.after === 'string' ? [op.after] : []));
