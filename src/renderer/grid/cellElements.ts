/** Cells and headers as elements of the page. */
import { cellAt } from './dom.ts';
import type { PaintedSelection } from './paintedSelection.ts';
import { type CellRef, type CellView, type ColumnId, hoverText, NUMBER_COLUMN, TOTAL_ROW } from './types.ts';

/** null while it is not on screen. */
export const cellElement = (host: HTMLElement, { row, column }: CellRef): HTMLElement | null => {
  const inRow = row === TOTAL_ROW ? '.ag-row-pinned' : `.ag-row[row-id="${CSS.escape(row)}"]`;
  return host.querySelector<HTMLElement>(`${inRow} .ag-cell[col-id="${CSS.escape(column)}"]`);
};

/** Edges in the window, in pixels. */
export interface RowsBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where rows are seen: below the headers, above the totals; null before the grid is drawn. */
export const rowsBox = (host: HTMLElement): RowsBox | null => {
  const boxOf = (selector: string): DOMRect | undefined => host.querySelector(selector)?.getBoundingClientRect();
  const viewport = boxOf('.ag-grid-viewport');
  const header = boxOf('.ag-header');
  if (viewport === undefined || header === undefined) return null;
  const { left, right, bottom } = viewport;
  return { left, right, top: header.bottom, bottom: Math.min(boxOf('.ag-row-pinned')?.top ?? bottom, bottom) };
};

/** The browser's own tooltip, made when the pointer comes: making it for every cell beforehand costs more than drawing them. */
export const showHover = (target: EventTarget | null, view: (cell: CellRef) => CellView): void => {
  const cell = cellAt(target);
  const element = target instanceof Element ? target.closest<HTMLElement>('.ag-cell') : null;
  if (cell === null || element === null || cell.column === NUMBER_COLUMN) return;
  const text = hoverText(view(cell));
  if (text === '') element.removeAttribute('title');
  else element.title = text;
};

/** The headers say which column is active, which are selected, and where a drag would leave them. */
export const tintHeader = (host: HTMLElement, active: ColumnId | null, paint: PaintedSelection): void => {
  for (const cell of host.querySelectorAll('.ag-header-cell')) {
    const column = cell.getAttribute('col-id') ?? '';
    const state = paint.areas.length === 0 ? null : paint.column(column);
    cell.classList.toggle('header-active', column === active || state === 'touched');
    cell.classList.toggle('header-selected', state === 'whole');
    const drop = paint.columnDrop(column);
    cell.classList.toggle('range-drop-left', drop === 'left');
    cell.classList.toggle('range-drop-right', drop === 'right');
  }
};
