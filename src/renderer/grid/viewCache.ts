/**
 * What each cell on screen shows. After a change of the rows it says which cells now show something else, so that only those
 * are drawn again: computing a cell is cheap, drawing it is not. Pure.
 */
import { type CellView, type ColumnId, type RowId, sameView } from './types.ts';

export class ViewCache {
  readonly #read: (row: RowId, column: ColumnId) => CellView;
  #rows = new Map<RowId, Map<ColumnId, CellView>>();

  constructor(read: (row: RowId, column: ColumnId) => CellView) {
    this.#read = read;
  }

  get(row: RowId, column: ColumnId): CellView {
    const cells = this.#rows.get(row) ?? new Map<ColumnId, CellView>();
    this.#rows.set(row, cells);
    const known = cells.get(column);
    if (known !== undefined) return known;
    const view = this.#read(row, column);
    cells.set(column, view);
    return view;
  }

  /** Forgets everything that is not in `rows` (those on screen); the columns of each of these that look different now. */
  update(rows: readonly RowId[]): readonly { readonly row: RowId; readonly columns: readonly ColumnId[] }[] {
    const before = this.#rows;
    this.#rows = new Map();
    return rows.flatMap((row) => {
      const cells = new Map<ColumnId, CellView>();
      this.#rows.set(row, cells);
      const columns: ColumnId[] = [];
      for (const [column, old] of before.get(row) ?? []) {
        const view = this.#read(row, column);
        cells.set(column, view);
        if (!sameView(old, view)) columns.push(column);
      }
      return columns.length === 0 ? [] : [{ row, columns }];
    });
  }

  clear(): void {
    this.#rows.clear();
  }
}
