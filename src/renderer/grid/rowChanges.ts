/** What to tell the grid when its rows change: the smallest transaction, because a whole new list costs a pass over all rows. Pure. */
import type { GridRow } from './types.ts';

export interface RowChanges<R> {
  readonly removed: readonly R[];
  /** runs of new rows with the index that each run begins at, in ascending order */
  readonly inserted: readonly { readonly index: number; readonly rows: readonly R[] }[];
}

/** null: rows changed places, so the whole list must be set. */
export const rowChanges = <R extends GridRow>(before: readonly R[], after: readonly R[]): RowChanges<R> | null => {
  const former = new Set(before.map((row) => row.id));
  const present = new Set(after.map((row) => row.id));
  const removed = before.filter((row) => !present.has(row.id));
  const stayed = before.filter((row) => present.has(row.id));
  const inserted: { index: number; rows: R[] }[] = [];
  let at = 0;
  for (const [index, row] of after.entries()) {
    if (!former.has(row.id)) {
      const run = inserted.at(-1);
      if (run !== undefined && run.index + run.rows.length === index) run.rows.push(row);
      else inserted.push({ index, rows: [row] });
      continue;
    }
    if (stayed[at]?.id !== row.id) return null;
    at += 1;
  }
  return { removed, inserted };
};

/** The usual case, an edit of cells: the same rows at the same places. Almost all are the very same objects, which costs one look each. */
export const sameRows = (before: readonly GridRow[], after: readonly GridRow[]): boolean => {
  if (before.length !== after.length) return false;
  for (let index = 0; index < before.length; index += 1) {
    if (before[index] !== after[index] && before[index]?.id !== after[index]?.id) return false;
  }
  return true;
};
