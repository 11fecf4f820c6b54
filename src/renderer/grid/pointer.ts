/**
 * What the mouse does in the grid. A press on a cell, a row number or a header selects, dragging on extends it; the small square at the
 * corner of the selection fills; selected rows and columns are moved by dragging a number or header of theirs. Out of sight the selection
 * scrolls on.
 */
import { rowsBox } from './cellElements.ts';
import { cellAt, columnAt, type Listeners } from './dom.ts';
import { type CellRef, type ColumnId, NUMBER_COLUMN, type RowId } from './types.ts';

/** Shift extends the selection, Ctrl adds to it. */
export interface PressKeys {
  readonly extend: boolean;
  readonly add: boolean;
}
export type Drag = 'cells' | 'rows' | 'columns' | 'fill' | 'move' | 'moveColumns';
export interface Direction {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}
export interface PointerTarget {
  /** a press anywhere in the grid: the field takes the focus, an edit ends */
  readonly onPress: () => void;
  readonly onCell: (cell: CellRef, keys: PressKeys) => void;
  /** these return what dragging on from there does */
  readonly onRowNumber: (row: RowId, keys: PressKeys) => Drag;
  readonly onColumn: (column: ColumnId, keys: PressKeys) => Drag;
  /** where rows and columns meet */
  readonly onAll: () => void;
  readonly onDrag: (drag: Drag, cell: CellRef) => void;
  /** the pointer is outside: one step in that direction from a cell, null: from the selection; the cell that it leads to */
  readonly onScroll: (drag: Drag, from: CellRef | null, direction: Direction) => CellRef | null;
  /** `moved` false: a click; `cell`: where the pointer is, or how far it was scrolled */
  readonly onRelease: (drag: Drag, at: { readonly moved: boolean; readonly cell: CellRef | null }) => void;
  readonly onDoubleClick: () => void;
  /** a double click on the edge of a header */
  readonly onEdge: (column: ColumnId) => void;
  readonly onMenu: (at: { readonly left: number; readonly top: number }, cell: CellRef | null, column: ColumnId | null) => void;
}

export const listenToPointer = (frame: HTMLElement, host: HTMLElement, listeners: Listeners, target: PointerTarget): void => {
  const dragging = new Dragging(host, target);
  listeners.on(frame, 'mousedown', (event) => press(event, target, dragging), true);
  listeners.on(frame, 'dblclick', (event) => {
    const edge = isEdge(event.target) ? columnAt(event.target) : null;
    if (edge !== null) target.onEdge(edge);
    const cell = isOverlay(event) ? null : cellAt(event.target);
    if (cell !== null && cell.column !== NUMBER_COLUMN) target.onDoubleClick();
  });
  listeners.on(frame, 'contextmenu', (event) => {
    if (isOverlay(event)) return;
    event.preventDefault();
    target.onMenu({ left: event.clientX, top: event.clientY }, cellAt(event.target), columnAt(event.target));
  });
  listeners.add(() => dragging.stop());
};

const isOverlay = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('textarea[data-open], [data-popup]') !== null;

const isEdge = (target: EventTarget | null): boolean => target instanceof Element && target.closest('.ag-header-cell-resize') !== null;

const press = (event: MouseEvent, target: PointerTarget, dragging: Dragging): void => {
  if (event.button !== 0 || isOverlay(event)) return;
  const { target: element } = event;
  // AG Grid resizes columns itself.
  if (isEdge(element)) return;
  // The field keeps the focus, whatever of the grid is clicked.
  event.preventDefault();
  target.onPress();
  const keys: PressKeys = { extend: event.shiftKey, add: event.ctrlKey || event.metaKey };
  const drag = element instanceof Element && element.closest('[data-fill]') !== null ? 'fill' : select(element, keys, target);
  if (drag !== null) dragging.start(drag, event);
};

/** Selects what was pressed; what dragging on does, null where nothing was hit. */
const select = (element: EventTarget | null, keys: PressKeys, target: PointerTarget): Drag | null => {
  const column = columnAt(element);
  if (column === NUMBER_COLUMN) {
    target.onAll();
    return null;
  }
  if (column !== null) return target.onColumn(column, keys);
  const cell = cellAt(element);
  if (cell === null) return null;
  if (cell.column === NUMBER_COLUMN) return target.onRowNumber(cell.row, keys);
  target.onCell(cell, keys);
  return 'cells';
};

/** How many frames a step of a scroll takes: as fast as an eye follows. */
const FRAMES = { row: 2, column: 6 } as const;

/** From the press to the release, wherever the pointer goes meanwhile. */
class Dragging {
  readonly #host: HTMLElement;
  readonly #target: PointerTarget;
  #drag: Drag | null = null;
  #moved = false;
  #last = '';
  /** the last cell that the pointer was on, or that was scrolled to */
  #at: CellRef | null = null;
  #pointer = { x: 0, y: 0 };
  #frame = 0;
  #frames = 0;

  constructor(host: HTMLElement, target: PointerTarget) {
    this.#host = host;
    this.#target = target;
  }

  start(drag: Drag, { clientX, clientY }: MouseEvent): void {
    this.#drag = drag;
    this.#moved = false;
    this.#pointer = { x: clientX, y: clientY };
    const { cell, key } = this.#under(this.#pointer);
    this.#last = key;
    this.#at = cell;
    window.addEventListener('mousemove', this.#onMove);
    window.addEventListener('mouseup', this.#onUp);
    this.#frame = requestAnimationFrame(this.#onFrame);
  }

  stop(): void {
    window.removeEventListener('mousemove', this.#onMove);
    window.removeEventListener('mouseup', this.#onUp);
    cancelAnimationFrame(this.#frame);
    this.#drag = null;
  }

  readonly #onMove = ({ clientX, clientY }: MouseEvent): void => {
    this.#pointer = { x: clientX, y: clientY };
    const { cell, key } = this.#under(this.#pointer);
    if (this.#drag === null || cell === null || key === this.#last) return;
    this.#last = key;
    this.#at = cell;
    this.#moved = true;
    this.#target.onDrag(this.#drag, cell);
  };

  readonly #onUp = (): void => {
    const drag = this.#drag;
    this.stop();
    if (drag !== null) this.#target.onRelease(drag, { moved: this.#moved, cell: this.#under(this.#pointer).cell ?? this.#at });
  };

  readonly #onFrame = (): void => {
    if (this.#drag === null) return;
    this.#frames += 1;
    const direction = this.#outside();
    const rows = this.#frames % FRAMES.row === 0 ? direction.rows : 0;
    const columns = this.#frames % FRAMES.column === 0 ? direction.columns : 0;
    if (rows !== 0 || columns !== 0) {
      this.#moved = true;
      this.#last = '';
      this.#at = this.#target.onScroll(this.#drag, this.#at, { rows, columns });
    }
    this.#frame = requestAnimationFrame(this.#onFrame);
  };

  #under({ x, y }: { readonly x: number; readonly y: number }): { readonly cell: CellRef | null; readonly key: string } {
    const element = document.elementFromPoint(x, y);
    const column = columnAt(element);
    const cell = column === null ? cellAt(element) : { row: '', column };
    return { cell, key: cell === null ? '' : `${cell.row}\n${cell.column}` };
  }

  /** Where the pointer is beside the rows; nowhere while it is over them. */
  #outside(): Direction {
    const box = rowsBox(this.#host);
    if (box === null) return { rows: 0, columns: 0 };
    const { x, y } = this.#pointer;
    const rows = this.#drag === 'columns' || this.#drag === 'moveColumns' ? 0 : y < box.top ? -1 : y > box.bottom ? 1 : 0;
    const columns = this.#drag === 'rows' || this.#drag === 'move' ? 0 : x < box.left ? -1 : x > box.right ? 1 : 0;
    return { rows, columns };
  }
}
