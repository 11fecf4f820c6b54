/** The active cell and the selected rows, by id: they survive edits, inserts and (later) sorting. Pure. */
import type { CellRef, ColumnId, RowId } from './types.ts';

export interface Selection {
  readonly active: CellRef | null;
  /** column where a run of Tabs began: Enter returns to it */
  readonly tabOrigin: ColumnId | null;
  /** whole rows */
  readonly rows: ReadonlySet<RowId>;
  /** the row from which Shift extends */
  readonly rowAnchor: RowId | null;
}

export const emptySelection: Selection = { active: null, tabOrigin: null, rows: new Set(), rowAnchor: null };

export const activate = (active: CellRef, tabOrigin: ColumnId | null = null): Selection => ({ ...emptySelection, active, tabOrigin });

/** A click on a row number: alone, with Shift from the anchor to it, with Ctrl in addition. */
export const selectRow = (
  selection: Selection,
  input: { readonly row: RowId; readonly order: readonly RowId[]; readonly extend: boolean; readonly add: boolean },
): Selection => {
  const { row, order, extend, add } = input;
  const active: CellRef | null = selection.active === null ? null : { row, column: selection.active.column };
  if (extend) {
    const anchor = selection.rowAnchor ?? selection.active?.row ?? row;
    return { ...selection, rows: new Set(between(order, anchor, row)), rowAnchor: anchor };
  }
  if (!add) return { ...selection, active, rows: new Set([row]), rowAnchor: row };
  const rows = new Set(selection.rows);
  if (!rows.delete(row)) rows.add(row);
  return { ...selection, active, rows, rowAnchor: row };
};

/** Shift and an arrow: the selected rows grow or shrink at the end away from the anchor. */
export const extendRows = (selection: Selection, order: readonly RowId[], by: 1 | -1): Selection => {
  const anchor = selection.rowAnchor ?? selection.active?.row;
  if (anchor === undefined) return selection;
  const at = order.indexOf(anchor);
  const indexes = [...selection.rows].map((row) => order.indexOf(row)).filter((index) => index >= 0);
  const head = indexes.length === 0 ? at : Math.max(...indexes) === at ? Math.min(...indexes) : Math.max(...indexes);
  const row = order[Math.min(Math.max(head + by, 0), order.length - 1)];
  return row === undefined ? selection : { ...selection, rows: new Set(between(order, anchor, row)), rowAnchor: anchor };
};

/** Without rows that no longer exist; the active cell moves to the row now at its place. */
export const keepExisting = (selection: Selection, before: readonly RowId[], after: readonly RowId[]): Selection => {
  const exists = new Set(after);
  const kept = [...selection.rows].filter((row) => exists.has(row));
  const rows = kept.length === selection.rows.size ? selection.rows : new Set(kept);
  const rowAnchor = selection.rowAnchor !== null && exists.has(selection.rowAnchor) ? selection.rowAnchor : null;
  const { active } = selection;
  if (active === null || exists.has(active.row)) return { ...selection, rows, rowAnchor };
  const was = before.indexOf(active.row);
  // The rows before it may have gone too: count those that stayed.
  const place = before.slice(0, Math.max(was, 0)).filter((row) => exists.has(row)).length;
  const row = after[Math.min(place, after.length - 1)];
  return { active: row === undefined ? null : { row, column: active.column }, tabOrigin: null, rows, rowAnchor };
};

const between = (order: readonly RowId[], from: RowId, to: RowId): readonly RowId[] => {
  const a = order.indexOf(from);
  const b = order.indexOf(to);
  return a < 0 || b < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
};
