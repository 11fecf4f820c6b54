import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ENTRIES } from '../../../src/main/store/history.ts';
import { pushEntry, redoEntry, undoEntry } from '../../../src/renderer/state/history.ts';
import type { History, HistoryEntry, HistoryMove } from '../../../src/shared/scenario/history.ts';
import { invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import { begin, freshStore, must, openStore } from '../support/tempStore.ts';

const place = { option: 'A', sheet: 'nodes', row: 'n1', column: 'count' };
const noteOf = (before: string, after: string): Patch => [{ op: 'scenario.set', field: 'note', before, after }];
const entryOf = (before: string, after: string): HistoryEntry => ({
  label: { key: 'edit', params: { field: 'note' } },
  before: place,
  after: { ...place, ranges: [{ from: { row: 'n1', column: 'count' }, to: { row: 'n2', column: 'price' } }] },
  patch: noteOf(before, after),
});
const pushOf = ({ patch, ...gesture }: HistoryEntry): HistoryMove => ({ move: 'push', length: patch.length, ...gesture });

/** A scenario whose note is changed again and again, as the window does it. */
const startNotes = (store: ReturnType<typeof freshStore>['store']) => {
  const { id, scenario } = begin(store);
  let { note } = scenario;
  let revision = 0;
  let history: History = { done: [], undone: [] };
  let count = 0;
  const save = (target: typeof store, patch: Patch, move: HistoryMove): void => {
    revision = must(target.save({ id, revision, patch, history: [move] })).revision;
    const [op] = patch;
    if (op?.op === 'scenario.set') note = String(op.after);
  };
  return {
    id,
    get history() {
      return history;
    },
    type: (target: typeof store): void => {
      count += 1;
      const entry = entryOf(note, `note ${count}`);
      history = pushEntry(history, entry);
      save(target, entry.patch, pushOf(entry));
    },
    undo: (target: typeof store): void => {
      const found = undoEntry(history);
      if (found === null) return;
      history = found.history;
      save(target, invertPatch(found.entry.patch), { move: 'undo', length: 1 });
    },
    redo: (target: typeof store): void => {
      const found = redoEntry(history);
      if (found === null) return;
      history = found.history;
      save(target, found.entry.patch, { move: 'redo', length: 1 });
    },
    saveUntold: (target: typeof store): void => {
      revision = must(target.save({ id, revision, patch: noteOf(note, 'untold'), history: [] })).revision;
      note = 'untold';
    },
  };
};

describe('undo and redo over a restart', () => {
  it('are what the window had, after any gestures and restarts', () => {
    const { store, folder } = freshStore();
    fc.assert(
      fc.property(fc.array(fc.constantFrom('type', 'undo', 'redo', 'restart'), { maxLength: 25 }), (moves) => {
        const notes = startNotes(store);
        let open = store;
        for (const move of moves) {
          if (move === 'restart') {
            if (open !== store) open.close();
            open = openStore(folder);
          } else {
            notes[move](open);
          }
        }
        expect(must(open.openScenario(notes.id)).history).toEqual(notes.history);
        if (open !== store) open.close();
      }),
      { numRuns: 60 },
    );
  });

  it('keep the last entries', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    for (let gesture = 0; gesture < MOST_ENTRIES + 5; gesture += 1) notes.type(store);
    expect(must(store.openScenario(notes.id)).history.done).toEqual(notes.history.done.slice(-MOST_ENTRIES));
  });

  it('never lead past a change that was no gesture', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    notes.type(store);
    notes.saveUntold(store);
    expect(must(store.openScenario(notes.id)).history).toEqual({ done: [], undone: [] });
  });

  it('forget what they cannot take back in its turn', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    for (let gesture = 0; gesture < MOST_ENTRIES + 1; gesture += 1) notes.type(store);
    for (let gesture = 0; gesture < MOST_ENTRIES + 1; gesture += 1) notes.undo(store);
    expect(must(store.openScenario(notes.id)).history).toEqual({ done: [], undone: [] });
  });

  it('are a scenario’s own: a copy begins without', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    notes.type(store);
    const copy = must(store.duplicateScenario(notes.id, 'copy'));
    expect(must(store.openScenario(copy)).history.done).toEqual([]);
    expect(must(store.openScenario(notes.id)).history.done).toHaveLength(1);
  });

  it('a name that no gesture gave is not taken back', () => {
    const { store } = freshStore();
    const { id, scenario } = begin(store);
    const patch: Patch = [{ op: 'scenario.set', field: 'name', before: scenario.name, after: 'b' }];
    must(store.save({ id, revision: 0, patch, history: [pushOf({ ...entryOf('', ''), patch })] }));
    must(store.renameScenario(id, 'c'));
    expect(must(store.openScenario(id)).history.done).toEqual([]);
  });
});
