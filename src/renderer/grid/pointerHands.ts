/** What a press, a drag and a right click mean: selecting, filling, moving rows and columns, the menu. */
import type { Changing } from './changing.ts';
import { type ColumnDrop, columnDrop } from './columnMoves.ts';
import type { MenuState } from './gridState.ts';
import type { Direction, Drag, PointerTarget, PressKeys } from './pointer.ts';
import type { Selecting } from './selecting.ts';
import { areasOf, headOf, inArea } from './selection.ts';
import type { SheetView } from './sheetView.ts';
import { type CellRef, type ColumnId, type GridRow, NUMBER_COLUMN, type RowId } from './types.ts';

export interface PointerCalls {
  readonly onPress: () => void;
  readonly onActivate: (cell: CellRef) => void;
  readonly onExplain: () => void;
  readonly onDoubleClick: () => void;
  readonly onMenu: (at: MenuState) => void;
}
interface Input<R extends GridRow> extends PointerCalls {
  readonly view: SheetView<R>;
  readonly selecting: Selecting<R>;
  readonly changing: Changing<R>;
}

const ALONE: PressKeys = { extend: false, add: false };

export class PointerHands<R extends GridRow> implements PointerTarget {
  readonly #input: Input<R>;

  constructor(input: Input<R>) {
    this.#input = input;
  }

  onPress(): void {
    this.#input.onPress();
  }

  onDoubleClick(): void {
    this.#input.onDoubleClick();
  }

  /** One of several selected columns fits all of them. */
  onEdge(column: ColumnId): void {
    const { selecting, changing } = this.#input;
    const whole = selecting.wholeColumns();
    changing.fit(whole.includes(column) ? whole : [column]);
  }

  onCell(cell: CellRef, keys: PressKeys): void {
    const { view, selecting, onActivate, onExplain } = this.#input;
    if (keys.extend || keys.add) {
      selecting.cell(cell, keys);
      return;
    }
    onActivate(cell);
    if (!view.isEditable(cell)) onExplain();
  }

  onRowNumber(row: RowId, keys: PressKeys): Drag {
    return this.#input.selecting.rowNumber(row, keys);
  }

  onColumn(column: ColumnId, keys: PressKeys): Drag {
    return this.#input.selecting.columnHeader(column, keys);
  }

  onAll(): void {
    this.#input.selecting.all();
  }

  onScroll(drag: Drag, at: CellRef | null, { rows, columns }: Direction): CellRef | null {
    const { view } = this.#input;
    const from = at ?? headOf(view.selection);
    if (from === null) return null;
    const down = rows === 0 ? from : (view.target(from, rows === 1 ? 'down' : 'up', null) ?? from);
    const to = columns === 0 ? down : (view.target(down, columns === 1 ? 'right' : 'left', null) ?? down);
    view.reveal(to);
    this.onDrag(drag, to);
    return to;
  }

  onDrag(drag: Drag, cell: CellRef): void {
    const { view, selecting, changing } = this.#input;
    if (drag === 'fill') {
      const area = changing.fillTarget(cell);
      view.showPreview(area === null ? null : { kind: 'fill', area });
    } else if (drag === 'move') {
      const row = view.axes.rowIndex(cell.row);
      view.showPreview(row === null ? null : { kind: 'drop', row });
    } else if (drag === 'moveColumns') {
      const drop = this.#columnDrop(cell);
      view.showPreview(drop === null ? null : { kind: 'dropColumns', ...drop });
    } else {
      selecting.dragTo(drag, cell);
    }
  }

  onRelease(drag: Drag, { moved, cell }: { readonly moved: boolean; readonly cell: CellRef | null }): void {
    const { view, selecting, changing } = this.#input;
    view.showPreview(null);
    if (drag === 'fill') {
      const area = cell === null ? null : changing.fillTarget(cell);
      if (area !== null) changing.fillTo(area);
    } else if (drag === 'move') {
      const row = cell === null ? null : view.axes.rowIndex(cell.row);
      if (!moved && cell !== null) selecting.row(cell.row);
      else if (row !== null) changing.moveRowsTo(row);
    } else if (drag === 'moveColumns' && cell !== null) {
      const drop = moved ? this.#columnDrop(cell) : null;
      if (!moved) selecting.column(cell.column, ALONE);
      else if (drop !== null) changing.moveColumns(selecting.wholeColumns(), drop);
    }
  }

  /** Where the selected columns would come if they were dropped there. */
  #columnDrop({ column }: CellRef): ColumnDrop | null {
    const { view, selecting } = this.#input;
    const over = view.axes.columnIndex(column);
    return over === null ? null : columnDrop(view.model.columns, selecting.wholeColumns(), over);
  }

  /** A right click outside the selection selects first, as everywhere. */
  onMenu(at: MenuState, cell: CellRef | null, column: ColumnId | null): void {
    const { view, selecting, onPress, onActivate, onMenu } = this.#input;
    onPress();
    const { axes } = view;
    if (column !== null && column !== NUMBER_COLUMN) selecting.column(column, ALONE);
    if (cell !== null) {
      const row = axes.rowIndex(cell.row) ?? 0;
      const place = cell.column === NUMBER_COLUMN ? 0 : (axes.columnIndex(cell.column) ?? 0);
      const inside = areasOf(view.selection, axes).some((area) => inArea(area, row, place));
      if (!inside && cell.column === NUMBER_COLUMN) selecting.row(cell.row);
      else if (!inside) onActivate(cell);
    }
    onMenu(at);
  }
}
