/** What to tell the grid when its rows change: the smallest transaction, because a whole new list costs a pass over all rows. Pure. */
import type { GridRow } from './types.ts';

export interface RowChanges<R> {
  /** same place, new content */
  readonly updated: readonly R[];
  readonly removed: readonly R[];
  /** runs of new rows with the index that each run begins at, in ascending order */
  readonly inserted: readonly { readonly index: number; readonly rows: readonly R[] }[];
}

/** null: rows changed places, so the whole list must be set. */
export const rowChanges = <R extends GridRow>(before: readonly R[], after: readonly R[]): RowChanges<R> | null => {
  const former = new Map(before.map((row) => [row.id, row]));
  const present = new Set(after.map((row) => row.id));
  const removed = before.filter((row) => !present.has(row.id));
  const stayed = before.filter((row) => present.has(row.id));
  const updated: R[] = [];
  const inserted: { index: number; rows: R[] }[] = [];
  let at = 0;
  for (const [index, row] of after.entries()) {
    const old = former.get(row.id);
    if (old === undefined) {
      const run = inserted.at(-1);
      if (run !== undefined && run.index + run.rows.length === index) run.rows.push(row);
      else inserted.push({ index, rows: [row] });
      continue;
    }
    if (stayed[at]?.id !== row.id) return null;
    at += 1;
    if (old !== row) updated.push(row);
  }
  return { updated, removed, inserted };
};

/** The same for the usual case, an edit of cells: null where rows came, went or moved. One pass without allocation. */
export const editedRows = <R extends GridRow>(before: readonly R[], after: readonly R[]): readonly R[] | null => {
  if (before.length !== after.length) return null;
  const updated: R[] = [];
  for (let index = 0; index < after.length; index += 1) {
    const row = after[index];
    const old = before[index];
    if (row === undefined || old === undefined || row.id !== old.id) return null;
    if (row !== old) updated.push(row);
  }
  return updated;
};
