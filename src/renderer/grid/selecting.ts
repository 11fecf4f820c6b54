/** Selecting by mouse and keys: cells, rows, columns, several ranges, and the range that grows. */
import type { Move } from './navigation.ts';
import type { Drag, PressKeys } from './pointer.ts';
import { addRange, areasOf, columnsOf, extendTo, headOf, type RangeKind, type Selection, selectRange, withoutRow } from './selection.ts';
import type { SheetView } from './sheetView.ts';
import type { CellRef, ColumnId, GridRow, RowId } from './types.ts';

interface Input<R extends GridRow> {
  readonly view: SheetView<R>;
  /** the selection is another one */
  readonly onSelected: () => void;
}

export class Selecting<R extends GridRow> {
  readonly #view: SheetView<R>;
  readonly #onSelected: () => void;

  constructor({ view, onSelected }: Input<R>) {
    this.#view = view;
    this.#onSelected = onSelected;
  }

  /** Shift extends to the cell, Ctrl adds it. */
  cell(cell: CellRef, { extend }: PressKeys): void {
    this.#select(extend ? extendTo(this.#view.selection, cell, 'cells') : addRange(this.#view.selection, 'cells', cell));
  }

  /** Shift and a key of movement. */
  extend(move: Move): void {
    const head = headOf(this.#view.selection);
    const to = head === null ? null : this.#view.target(head, move, null);
    if (to !== null) this.#select(extendTo(this.#view.selection, to));
  }

  /** What dragging the number on does: a number of rows that are selected already moves them. */
  rowNumber(row: RowId, keys: PressKeys): Drag {
    const { axes, selection } = this.#view;
    if (keys.add) {
      const without = withoutRow(selection, row, axes);
      if (without !== null) {
        this.#select(without);
        return 'rows';
      }
    } else if (!keys.extend && !this.#view.isReadOnly && withoutRow(selection, row, axes) !== null) {
      return 'move';
    }
    this.#line('rows', { row, column: this.#activeColumn() }, keys);
    return 'rows';
  }

  /** One row alone. */
  row(row: RowId): void {
    this.#line('rows', { row, column: this.#activeColumn() }, { extend: false, add: false });
  }

  /** What dragging the header on does: a column that is selected already moves, with all that are. */
  columnHeader(column: ColumnId, keys: PressKeys): Drag {
    if (!keys.extend && !keys.add && this.wholeColumns().includes(column)) return 'moveColumns';
    this.column(column, keys);
    return 'columns';
  }

  /** Columns that are selected as a whole, from the left. */
  wholeColumns(): readonly ColumnId[] {
    const { selection, axes } = this.#view;
    const ranges = selection.ranges.filter(({ kind }) => kind === 'columns');
    return columnsOf(areasOf({ ...selection, active: null, ranges }, axes)).map((place) => axes.columnAt(place));
  }

  column(column: ColumnId, keys: PressKeys): void {
    this.#line('columns', { row: this.#view.active?.row ?? this.#view.axes.rowAt(0), column }, keys);
  }

  activeRow(): void {
    const { active } = this.#view;
    const head = headOf(this.#view.selection);
    if (active !== null && head !== null) this.#select(selectRange('rows', active, head));
  }

  activeColumn(): void {
    const { active } = this.#view;
    const head = headOf(this.#view.selection);
    if (active !== null && head !== null) this.#select(selectRange('columns', active, head));
  }

  all(): void {
    const { axes, active } = this.#view;
    if (active === null) return;
    const first = { row: axes.rowAt(0), column: axes.columnAt(0) };
    this.#select(selectRange('columns', first, { row: first.row, column: axes.columnAt(axes.columnCount - 1) }, active));
  }

  dragTo(drag: Drag, { row, column }: CellRef): void {
    const { selection, active } = this.#view;
    const kinds: Partial<Record<Drag, RangeKind>> = { cells: 'cells', rows: 'rows', columns: 'columns' };
    const kind = kinds[drag];
    if (kind === undefined || active === null) return;
    // Over the headers or the numbers a range of cells goes on at its edge.
    const known = { row: this.#view.has(row) ? row : active.row, column: this.#view.column(column) === undefined ? active.column : column };
    this.#select(extendTo(selection, known, kind));
  }

  #line(kind: 'rows' | 'columns', at: CellRef, { extend, add }: PressKeys): void {
    const { selection } = this.#view;
    if (extend) this.#select(extendTo(selection, at, kind));
    else this.#select(add ? addRange(selection, kind, at) : selectRange(kind, at));
  }

  #activeColumn(): ColumnId {
    return this.#view.active?.column ?? this.#view.axes.columnAt(0);
  }

  #select(selection: Selection): void {
    this.#view.select(selection);
    this.#onSelected();
  }
}
