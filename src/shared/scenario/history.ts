/** What undo and redo go through: one entry for one gesture, with the place that was selected before and after it. Plain data. */
import type { Patch } from './patch.ts';

/** Where the user was: an option, a sheet and, on a grid, a cell. */
export interface Place {
  readonly option: string;
  readonly sheet: string;
  readonly row: string | null;
  readonly column: string | null;
  /** selected ranges of the grid */
  readonly ranges?: readonly PlaceRange[] | undefined;
}
/** Two opposite corners. */
export interface PlaceRange {
  readonly from: { readonly row: string; readonly column: string };
  readonly to: { readonly row: string; readonly column: string };
}
export const GESTURE_KEYS = [
  'edit',
  'addLine',
  'deleteLines',
  'insertLines',
  'duplicateLines',
  'moveLines',
  'paste',
  'cut',
  'clear',
  'fill',
  'enter',
  'replace',
  'note',
  'deleteNotes',
  'import',
  'takeChanges',
  'addOption',
  'duplicateOption',
  'removeOption',
  'renameOption',
  'settings',
] as const;
export type GestureKey = (typeof GESTURE_KEYS)[number];

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
  /** the last one was done last */
  readonly done: readonly HistoryEntry[];
  /** the last one was undone last */
  readonly undone: readonly HistoryEntry[];
}
/**
 * How the history changes with a patch that is saved; `length`: the operations of the patch that belong to it. The patch of a new entry is
 * just those operations, so it is not sent twice.
 */
export type HistoryMove =
  | ({ readonly move: 'push'; readonly length: number } & Omit<HistoryEntry, 'patch'>)
  | { readonly move: 'undo' | 'redo'; readonly length: number };

/** Every price-book edition that undo and redo lead to. */
export const historyEditions = ({ done, undone }: History): ReadonlySet<string> => {
  const editions = new Set<string>();
  for (const { patch } of [...done, ...undone]) {
    for (const op of patch) {
      if (op.op === 'scenario.set' && op.field === 'priceBook') editions.add(String(op.before)).add(String(op.after));
    }
  }
  return editions;
};
