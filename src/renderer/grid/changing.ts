/** Gestures that change many cells or whole rows: each is one call of a handler, and selects what it changed. */
import { fillArea, fillFromEdge, type PlannedBatch, setAll } from './batches.ts';
import { copyCells, pasteCells } from './clipboard.ts';
import { type ColumnDrop, columnsMoved } from './columnMoves.ts';
import { type Area, areasOf, type CellRange, cellCount, rowsOf, selectRange } from './selection.ts';
import type { SeriesMode } from './series.ts';
import type { SheetView } from './sheetView.ts';
import { BLANK_ROW, type CellRef, type ColumnId, type GridHandlers, type GridRow, type RowId } from './types.ts';

interface Input<R extends GridRow> {
  readonly view: SheetView<R>;
  readonly handlers: GridHandlers;
  readonly onSelected: () => void;
}

/** What menus and keys may ask for. */
export type ChangeGestures = Pick<
  Changing<GridRow>,
  'clear' | 'deleteNotes' | 'fill' | 'fitColumns' | 'fillSelection' | 'deleteRows' | 'insertRows' | 'duplicateRows' | 'moveRows'
>;

export class Changing<R extends GridRow> {
  readonly #view: SheetView<R>;
  readonly #handlers: GridHandlers;
  readonly #onSelected: () => void;
  /** cut, and waiting to be pasted */
  #cut: { readonly ranges: readonly CellRange[]; readonly text: string } | null = null;

  constructor({ view, handlers, onSelected }: Input<R>) {
    this.#view = view;
    this.#handlers = handlers;
    this.#onSelected = onSelected;
  }

  /** Delete. Of whole rows nothing would be left but an empty line that is wrong, so they go. */
  clear(): void {
    const { ranges } = this.#view.selection;
    if (ranges.length > 0 && ranges.every(({ kind }) => kind === 'rows')) this.deleteRows();
    else this.#run(setAll(this.#view, this.#areas(), { kind: 'clear', text: '' }));
  }

  /** Of all selected cells. */
  deleteNotes(): void {
    const { view, handlers } = { view: this.#view, handlers: this.#handlers };
    const cells = this.#areas().flatMap(({ top, bottom, left, right }) => {
      const found: CellRef[] = [];
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          const cell = { row: view.axes.rowAt(row), column: view.axes.columnAt(column) };
          if (view.note(cell)) found.push(cell);
        }
      }
      return found;
    });
    if (cells.length > 0) handlers.onNotes(cells, '');
  }

  /** Ctrl+Enter: `cell` is the one that was typed in. */
  enterAll(cell: CellRef, text: string): void {
    const areas = this.#areas();
    const size = areas.reduce((sum, area) => sum + cellCount(area), 0);
    if (size === 1) this.#handlers.onEdit({ ...cell, text });
    else this.#run(setAll(this.#view, areas, { kind: 'enter', text }));
  }

  /** Ctrl+D and Ctrl+R. */
  fill(to: 'down' | 'right'): void {
    this.#run(fillFromEdge(this.#view, this.#areas(), to));
  }

  /** The first row or column of the selection, or its first two, continued over the rest of it: for those who cannot drag. */
  fillSelection(mode: SeriesMode): void {
    const area = this.#areas().at(-1);
    if (area === undefined || cellCount(area) === 1) return;
    const vertical = area.bottom > area.top;
    const given = mode === 'copy' ? 1 : this.#givenCells(area, vertical);
    const source = vertical ? { ...area, bottom: area.top + given - 1 } : { ...area, right: area.left + given - 1 };
    this.#run(fillArea(this.#view, { source, target: area, mode }));
  }

  /** How many cells at the beginning of an area's first lane hold something. */
  #givenCells(area: Area, vertical: boolean): number {
    const { model, axes } = this.#view;
    const length = vertical ? area.bottom - area.top + 1 : area.right - area.left + 1;
    let given = 0;
    while (given < length) {
      const row = model.rows[vertical ? area.top + given : area.top];
      const column = axes.columnAt(vertical ? area.left : area.left + given);
      if (row === undefined || model.raw(row, column) === '') break;
      given += 1;
    }
    return Math.max(Math.min(given, length - 1), 1);
  }

  /** The fill handle was dragged to a cell. null: back over the source. */
  fillTarget({ row, column }: CellRef): Area | null {
    const source = this.#areas().at(-1);
    const { axes } = this.#view;
    const at = { row: axes.rowIndex(row), column: axes.columnIndex(column) };
    if (source === undefined || at.row === null || at.column === null) return null;
    const down = Math.max(at.row - source.bottom, source.top - at.row, 0);
    const across = Math.max(at.column - source.right, source.left - at.column, 0);
    if (down === 0 && across === 0) return null;
    const lastRow = Math.max(axes.dataRowCount - 1, 0);
    return down >= across
      ? { ...source, top: Math.min(source.top, at.row), bottom: Math.min(Math.max(source.bottom, at.row), lastRow) }
      : { ...source, left: Math.min(source.left, at.column), right: Math.max(source.right, at.column) };
  }

  fillTo(target: Area): void {
    const source = this.#areas().at(-1);
    if (source !== undefined) this.#run(fillArea(this.#view, { source, target, mode: 'auto' }));
  }

  copy(event: ClipboardEvent, cut: boolean): void {
    const { clipboardData } = event;
    if (clipboardData === null) return;
    event.preventDefault();
    if (!copyCells(this.#view, clipboardData)) {
      this.#handlers.onRefused('copyShape');
      return;
    }
    const { ranges, active } = this.#view.selection;
    const own = ranges.length === 0 && active !== null ? [{ kind: 'cells', anchor: active, head: active } as const] : ranges;
    this.#cut = cut ? { ranges: own, text: clipboardData.getData('text/plain') } : null;
    this.#view.showCopied(own);
  }

  /** Escape, or an edit. */
  forgetCopied(): void {
    this.#cut = null;
    this.#view.showCopied([]);
  }

  paste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    if (clipboardData === null) return;
    event.preventDefault();
    const cut = this.#cut !== null && this.#cut.text === clipboardData.getData('text/plain') ? this.#cut : null;
    this.#cut = null;
    const moved = cut === null ? null : areasOf({ active: null, tabOrigin: null, ranges: cut.ranges }, this.#view.axes);
    const planned = pasteCells(this.#view, clipboardData, moved);
    if (planned === null) this.#handlers.onRefused('nothingToPaste');
    else this.#run(planned);
  }

  deleteRows(): void {
    if (this.#isRefused()) return;
    const rows = this.lines();
    if (rows.length > 0) this.#handlers.onDeleteRows(rows);
  }

  insertRows(where: 'above' | 'below'): void {
    if (this.#isRefused()) return;
    const places = rowsOf(this.#areas());
    const [first = 0] = places;
    const at = where === 'above' ? first : (places.at(-1) ?? 0) + 1;
    const before = this.#view.row(this.#view.axes.rowAt(at))?.id ?? null;
    this.#selectRows(this.#handlers.onInsertRows({ count: Math.max(places.length, 1), before }));
  }

  duplicateRows(): void {
    if (this.#isRefused()) return;
    const rows = this.lines();
    if (rows.length > 0) this.#selectRows(this.#handlers.onDuplicateRows(rows));
  }

  /** One place up or down. */
  moveRows(by: 1 | -1): void {
    const places = rowsOf(this.#areas());
    const at = by === -1 ? (places[0] ?? 0) - 1 : (places.at(-1) ?? 0) + 2;
    if (at >= 0 && at < this.#view.axes.rowCount) this.moveRowsTo(at);
  }

  /** Above the row at that place. */
  moveRowsTo(place: number): void {
    if (this.#isRefused()) return;
    const rows = this.lines();
    if (this.#view.model.places !== null) {
      this.#handlers.onRefused('arranged');
      return;
    }
    const before = this.#view.axes.rowAt(place);
    if (rows.length === 0 || rows.includes(before)) return;
    this.#selectRows(this.#handlers.onMoveRows({ rows, before: before === BLANK_ROW ? null : before }));
  }

  moveColumns(columns: readonly ColumnId[], drop: ColumnDrop): void {
    this.#handlers.onReorder(columnsMoved(this.#view.model.columns, columns, drop));
  }

  /** As wide as what they hold: the columns that the selection touches. */
  fitColumns(): void {
    const { axes } = this.#view;
    const places = this.#areas().flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, at) => left + at));
    this.fit([...new Set(places)].map((place) => axes.columnAt(place)));
  }

  fit(columns: readonly ColumnId[]): void {
    const widths = columns.flatMap((column): [ColumnId, number][] => {
      const width = this.#view.fittedWidth(column);
      return width === null ? [] : [[column, width]];
    });
    if (widths.length > 0) this.#handlers.onResize(Object.fromEntries(widths));
  }

  /** The rows that the selection touches; the blank row is none. */
  lines(): readonly RowId[] {
    const { rows } = this.#view.model;
    return rowsOf(this.#areas()).flatMap((place) => rows[place]?.id ?? []);
  }

  /** A sheet that is only read says so. */
  #isRefused(): boolean {
    if (this.#view.isReadOnly) this.#handlers.onRefused('readOnly');
    return this.#view.isReadOnly;
  }

  #areas(): readonly Area[] {
    return areasOf(this.#view.selection, this.#view.axes);
  }

  #selectRows(rows: readonly RowId[]): void {
    const { axes, active } = this.#view;
    const places = rows.flatMap((row) => axes.rowIndex(row) ?? []);
    if (places.length === 0 || active === null) return;
    const corner = (place: number): CellRef => ({ row: axes.rowAt(place), column: active.column });
    const top = places.reduce((a, b) => Math.min(a, b));
    const bottom = places.reduce((a, b) => Math.max(a, b));
    this.#view.select(selectRange('rows', corner(top), corner(bottom)));
    this.#onSelected();
  }

  #run({ batch, loss, area }: PlannedBatch): void {
    if (this.#isRefused()) return;
    const changes = batch.edits.length + batch.added.length;
    if (changes === 0) {
      if (loss.skipped > 0) this.#handlers.onRefused('computed');
      return;
    }
    const added = this.#handlers.onBatch(batch, loss);
    if (added === null || area === null) return;
    const { axes } = this.#view;
    const last = added.length > 0 ? axes.rowIndex(added.at(-1) ?? '') : null;
    const corner = (row: number, column: number): CellRef => ({ row: axes.rowAt(row), column: axes.columnAt(column) });
    const bottom = last ?? Math.min(area.bottom, Math.max(axes.dataRowCount - 1, area.top));
    const from = corner(area.top, area.left);
    const to = corner(bottom, Math.min(area.right, axes.columnCount - 1));
    this.#view.select(selectRange('cells', from, to));
    this.#onSelected();
  }
}
