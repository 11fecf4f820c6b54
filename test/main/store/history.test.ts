import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/main/db/driver.ts';
import { MOST_BYTES, MOST_ENTRIES } from '../../../src/main/store/history.ts';
import { pushEntry, redoEntry, undoEntry } from '../../../src/renderer/state/history.ts';
import type { History, HistoryEntry, HistoryMove } from '../../../src/shared/scenario/history.ts';
import { invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import { begin, freshStore, must, openStore } from '../support/tempStore.ts';

const place = { option: 'A', sheet: 'nodes', row: 'n1', column: 'count' };
const noteOf = (before: string, after: string): Patch => [{ op: 'scenario.set', field: 'note', before, after }];
/** Of at least so many bytes, a little more. '。' has three. */
const entryOf = (before: string, after: string, bytes = 0): HistoryEntry => ({
  label: { key: 'edit', params: Object.fromEntries(Array.from({ length: bytes / 3_000 }, (_, at) => [at, '。'.repeat(1_000)])) },
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
    type: (target: typeof store, bytes = 0): void => {
      count += 1;
      const entry = entryOf(note, `note ${count}`, bytes);
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

/** The note that each entry leaves. */
const notesOf = ({ done, undone }: History) => {
  const read = (entries: readonly HistoryEntry[]): unknown[] =>
    entries.map(({ patch: [op] }) => (op?.op === 'scenario.set' ? op.after : null));
  return { done: read(done), undone: read(undone) };
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

  it('keep as many of the last entries as there is room for', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    const kept = () => notesOf(must(store.openScenario(notes.id)).history);
    for (let gesture = 0; gesture < 5; gesture += 1) notes.type(store, MOST_BYTES * 0.3);
    expect(kept()).toEqual({ done: ['note 3', 'note 4', 'note 5'], undone: [] });
    notes.undo(store);
    notes.undo(store);
    expect(kept()).toEqual({ done: ['note 3'], undone: ['note 5', 'note 4'] });
    // What was undone makes room first.
    notes.type(store, MOST_BYTES * 0.6);
    expect(kept()).toEqual({ done: ['note 3', 'note 6'], undone: [] });
  });

  it('begin anew after an entry that is too large to keep', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    notes.type(store);
    notes.type(store, MOST_BYTES);
    expect(notesOf(must(store.openScenario(notes.id)).history)).toEqual({ done: [], undone: [] });
    notes.undo(store);
    notes.type(store);
    notes.type(store);
    notes.undo(store);
    expect(notesOf(must(store.openScenario(notes.id)).history)).toEqual({ done: ['note 3'], undone: ['note 4'] });
  });

  it('lead no further than what can be read, and say once how much was lost', () => {
    const { store, folder } = freshStore();
    const notes = startNotes(store);
    for (let gesture = 0; gesture < 8; gesture += 1) notes.type(store);
    for (let gesture = 0; gesture < 4; gesture += 1) notes.undo(store);
    store.close();
    const db = connect(join(folder, 'costbook.db'), 1000);
    db.exec(
      `UPDATE history SET entry = 'torn' WHERE position = 2; UPDATE history SET entry = '{"patch":[{"op":"sql"}]}' WHERE position = 7`,
    );
    db.close();
    const lost: number[] = [];
    const again = openStore(folder, (entries) => lost.push(entries));
    // 1 2 3 4 | 5 6 7 8: undo leads to 3, redo to 6
    const kept = { done: notes.history.done.slice(-2), undone: notes.history.undone.slice(-2) };
    expect(must(again.openScenario(notes.id)).history).toEqual(kept);
    expect(must(again.openScenario(notes.id)).history).toEqual(kept);
    expect(lost).toEqual([4]);
    for (let gesture = 0; gesture < 2; gesture += 1) notes.redo(again);
    notes.type(again);
    expect(must(again.openScenario(notes.id)).history).toEqual({ done: notes.history.done.slice(-5), undone: [] });
    again.close();
  });

  it('come back with a scenario that was deleted', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    notes.type(store);
    must(store.deleteScenario(notes.id));
    must(store.restoreScenario(notes.id));
    expect(must(store.openScenario(notes.id)).history).toEqual(notes.history);
  });

  it('stay as they were when a save is refused', () => {
    const { store } = freshStore();
    const notes = startNotes(store);
    notes.type(store);
    const { id, history } = notes;
    const misfit = noteOf('something else', 'b');
    const push = pushOf({ ...entryOf('', ''), patch: misfit });
    expect(store.save({ id, revision: 1, patch: misfit, history: [push] })).toMatchObject({ error: { code: 'REVISION_CONFLICT' } });
    expect(store.save({ id, revision: 0, patch: [], history: [{ move: 'undo', length: 0 }] })).toMatchObject({ ok: false });
    expect(must(store.openScenario(id)).history).toEqual(history);
  });

  it('come with the price books that they lead to, the scenario’s own left out', () => {
    const { store } = freshStore();
    const { id, scenario } = begin(store);
    expect(scenario.priceBook).toBe('seed');
    const patch: Patch = [
      { op: 'scenario.set', field: 'priceBookHash', before: scenario.priceBookHash, after: null },
      { op: 'scenario.set', field: 'priceBook', before: 'seed', after: '2021-01-21' },
    ];
    must(store.save({ id, revision: 0, patch, history: [pushOf({ ...entryOf('', ''), patch })] }));
    const { priceBook, historyPriceBooks } = must(store.openScenario(id));
    expect([priceBook.edition, ...historyPriceBooks.map(({ edition }) => edition)]).toEqual(['2021-01-21', 'seed']);
  });
});
