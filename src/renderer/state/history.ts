/** Undo and redo: one entry for one gesture, bounded, with the place that was selected before and after it. */
import type { Patch } from '../../shared/scenario/patch.ts';

/** Where the user was: an option, a sheet and, on a grid, a cell. */
export interface Place {
  readonly option: string;
  readonly sheet: string;
  readonly row: string | null;
  readonly column: string | null;
  /** selected ranges of the grid */
  readonly ranges?: readonly PlaceRange[];
}
/** Two opposite corners. */
export interface PlaceRange {
  readonly from: { readonly row: string; readonly column: string };
  readonly to: { readonly row: string; readonly column: string };
}
export type GestureKey =
  | 'edit'
  | 'addLine'
  | 'deleteLines'
  | 'insertLines'
  | 'duplicateLines'
  | 'moveLines'
  | 'paste'
  | 'cut'
  | 'clear'
  | 'fill'
  | 'enter'
  | 'replace'
  | 'addOption'
  | 'duplicateOption'
  | 'removeOption'
  | 'renameOption'
  | 'settings';

/** Key of a sentence of the UI with its parameters. */
export interface HistoryLabel {
  readonly key: GestureKey;
  readonly params: Readonly<Record<string, string>>;
}
export interface HistoryEntry {
  readonly label: HistoryLabel;
  readonly patch: Patch;
  readonly before: Place;
  readonly after: Place;
}
export interface History {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
}

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
