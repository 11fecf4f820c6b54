/** Undo and redo: bounded stacks of entries. */
import type { History, HistoryEntry } from '../../shared/scenario/history.ts';

export const MAX_ENTRIES = 1_000;
export const emptyHistory: History = { done: [], undone: [] };

/** A new gesture forgets what had been undone. */
export const pushEntry = (history: History, entry: HistoryEntry): History => ({
  done: [...history.done, entry].slice(-MAX_ENTRIES),
  undone: [],
});

export const undoEntry = (history: History): { entry: HistoryEntry; history: History } | null => {
  const entry = history.done.at(-1);
  return entry === undefined ? null : { entry, history: { done: history.done.slice(0, -1), undone: [...history.undone, entry] } };
};

export const redoEntry = (history: History): { entry: HistoryEntry; history: History } | null => {
  const entry = history.undone.at(-1);
  return entry === undefined ? null : { entry, history: { done: [...history.done, entry], undone: history.undone.slice(0, -1) } };
};
