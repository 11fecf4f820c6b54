import { describe, expect, it } from 'vitest';
import { emptyHistory, MAX_ENTRIES, pushEntry, redoEntry, undoEntry } from '../../../src/renderer/state/history.ts';
import type { HistoryEntry } from '../../../src/shared/scenario/history.ts';

const place = { option: 'A', sheet: 'nodes', row: null, column: null };
const entry = (name: string): HistoryEntry => ({ label: { key: 'edit', params: { name } }, patch: [], before: place, after: place });
const names = (entries: readonly HistoryEntry[]): unknown[] => entries.map(({ label }) => label.params.name);

describe('history', () => {
  it('takes back the last gesture first and gives it again', () => {
    const history = pushEntry(pushEntry(emptyHistory, entry('a')), entry('b'));
    const undone = undoEntry(history);
    expect(undone?.entry.label.params.name).toBe('b');
    expect(names(undone?.history.done ?? [])).toEqual(['a']);
    expect(redoEntry(undone?.history ?? emptyHistory)?.history).toEqual(history);
  });

  it('has nothing to take back or to give again at first', () => {
    expect(undoEntry(emptyHistory)).toBeNull();
    expect(redoEntry(emptyHistory)).toBeNull();
  });

  it('forgets what had been undone at the next gesture', () => {
    const undone = undoEntry(pushEntry(emptyHistory, entry('a')))?.history ?? emptyHistory;
    expect(redoEntry(pushEntry(undone, entry('b')))).toBeNull();
  });

  it('keeps the last gestures only', () => {
    let history = emptyHistory;
    for (let index = 0; index <= MAX_ENTRIES; index += 1) history = pushEntry(history, entry(String(index)));
    expect(history.done).toHaveLength(MAX_ENTRIES);
    expect(names(history.done)[0]).toBe('1');
  });
});
