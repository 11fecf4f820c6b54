/** What the mouse does in the grid: a click makes a cell active, on a row number it selects the row, a double click edits. */
import { cellAt, type Listeners } from './dom.ts';
import { type CellRef, NUMBER_COLUMN, type RowId, TOTAL_ROW } from './types.ts';

export interface PointerTarget {
  /** a click anywhere in the grid: the field takes the focus, an edit ends */
  readonly onPress: () => void;
  readonly onCell: (cell: CellRef) => void;
  readonly onTotal: (cell: CellRef) => void;
  readonly onRowNumber: (row: RowId, how: { readonly extend: boolean; readonly add: boolean }) => void;
  readonly onDoubleClick: () => void;
}

export const listenToPointer = (frame: HTMLElement, listeners: Listeners, target: PointerTarget): void => {
  const isOverlay = (event: MouseEvent): boolean =>
    event.target instanceof Element && event.target.closest('textarea, [data-popup]') !== null;
  const press = (event: MouseEvent): void => {
    if (event.button !== 0 || isOverlay(event)) return;
    // The field keeps the focus, whatever of the grid is clicked.
    event.preventDefault();
    const cell = cellAt(event.target);
    target.onPress();
    if (cell === null) return;
    if (cell.row === TOTAL_ROW) target.onTotal(cell);
    else if (cell.column === NUMBER_COLUMN) target.onRowNumber(cell.row, { extend: event.shiftKey, add: event.ctrlKey || event.metaKey });
    else target.onCell(cell);
  };
  const doubleClick = (event: MouseEvent): void => {
    const cell = isOverlay(event) ? null : cellAt(event.target);
    if (cell !== null && cell.column !== NUMBER_COLUMN && cell.row !== TOTAL_ROW) target.onDoubleClick();
  };
  listeners.on(frame, 'mousedown', press, true);
  listeners.on(frame, 'dblclick', doubleClick);
};
