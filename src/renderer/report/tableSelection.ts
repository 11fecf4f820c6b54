/**
 * Ranges of a table of numbers: how keys and presses change them, and what of them goes to other programs. Pure. Headings of groups are
 * between the numbers, not among them.
 */
import type { HtmlCell } from '../grid/clipboardHtml.ts';
import {
  type Area,
  type Axes,
  activate,
  addRange,
  areasOf,
  blockOf,
  extendTo,
  headOf,
  inArea,
  type RangeKind,
  type Selection,
  selectRange,
} from '../grid/selection.ts';
import type { CellRef } from '../grid/types.ts';
import type { ReportCell, ReportColumn, ReportRow } from '../ui/report/table.ts';
import { moveCell } from './roving.ts';

export interface NumberTable {
  readonly columns: readonly ReportColumn[];
  /** groups and totals included, in their order */
  readonly rows: readonly ReportRow[];
}
/** What was pressed, or what a drag is over: a cell, the heading of a row or column, the corner of both. */
export type Pressed =
  | { readonly kind: 'cells'; readonly row: string; readonly column: string }
  | { readonly kind: 'rows'; readonly row: string }
  | { readonly kind: 'columns'; readonly column: string }
  | { readonly kind: 'all' };
export interface Modifiers {
  readonly shift: boolean;
  readonly ctrl: boolean;
}

export const numberRows = ({ rows }: Pick<NumberTable, 'rows'>): readonly ReportRow[] => rows.filter(({ kind }) => kind !== 'group');

export const tableAxes = (table: NumberTable): Axes => {
  const rows = numberRows(table).map(({ id }) => id);
  const columns = table.columns.map(({ id }) => id);
  const placeOf = (ids: readonly string[]): ((id: string) => number | null) => {
    const places = new Map(ids.map((id, at) => [id, at]));
    return (id) => places.get(id) ?? null;
  };
  return {
    rowCount: rows.length,
    dataRowCount: rows.length,
    columnCount: columns.length,
    rowIndex: placeOf(rows),
    columnIndex: placeOf(columns),
    rowAt: (at) => rows[at] ?? '',
    columnAt: (at) => columns[at] ?? '',
  };
};

/** The active cell, or the first one where that is gone. */
export const activeCell = ({ active }: Selection, axes: Axes): CellRef => ({
  row: axes.rowAt(active === null ? 0 : (axes.rowIndex(active.row) ?? 0)),
  column: axes.columnAt(active === null ? 0 : (axes.columnIndex(active.column) ?? 0)),
});

/** null where the key is none of ours. */
export const afterKey = (selection: Selection, key: string, { shift, ctrl }: Modifiers, axes: Axes): Selection | null => {
  const active = activeCell(selection, axes);
  if (key === ' ' && (shift || ctrl)) return shift && ctrl ? everything(active, axes) : selectRange(shift ? 'rows' : 'columns', active);
  if (key.toLowerCase() === 'a' && ctrl && !shift) return everything(active, axes);
  if (key === 'Escape') return selection.ranges.length === 0 ? null : activate(active);
  const from = (shift ? headOf(selection) : null) ?? active;
  const at = { row: axes.rowIndex(from.row) ?? 0, column: axes.columnIndex(from.column) ?? 0 };
  const to = moveCell(at, { key, ctrl }, { rows: axes.rowCount, columns: axes.columnCount });
  if (to === null) return null;
  const cell = { row: axes.rowAt(to.row), column: axes.columnAt(to.column) };
  return shift ? extendTo({ ...selection, active }, cell) : activate(cell);
};

/** Shift extends, Ctrl adds. */
export const afterPress = (selection: Selection, pressed: Pressed, { shift, ctrl }: Modifiers, axes: Axes): Selection => {
  const active = activeCell(selection, axes);
  if (pressed.kind === 'all') return everything(active, axes);
  const kind: RangeKind = pressed.kind;
  const cell = cellOf(pressed, { row: axes.rowAt(0), column: axes.columnAt(0) });
  if (shift) return extendTo({ ...selection, active }, cell, kind);
  if (ctrl) return addRange({ ...selection, active }, kind, cell);
  return kind === 'cells' ? activate(cell) : selectRange(kind, cell);
};

/** `drag`: what was pressed first; over headings a range of cells goes on at its edge. */
export const afterDrag = (selection: Selection, drag: RangeKind, over: Pressed, axes: Axes): Selection => {
  const active = activeCell(selection, axes);
  return over.kind === 'all' ? selection : extendTo({ ...selection, active }, cellOf(over, active), drag);
};

const cellOf = (pressed: Exclude<Pressed, { kind: 'all' }>, other: CellRef): CellRef => ({
  row: pressed.kind === 'columns' ? other.row : pressed.row,
  column: pressed.kind === 'rows' ? other.column : pressed.column,
});

const everything = (active: CellRef, axes: Axes): Selection =>
  selectRange(
    'columns',
    { row: axes.rowAt(0), column: axes.columnAt(0) },
    { row: axes.rowAt(0), column: axes.columnAt(axes.columnCount - 1) },
    active,
  );

/** The places of a row's selected cells; none where the active cell is alone. */
export const selectedIn = (areas: readonly Area[], row: number, columnCount: number): readonly number[] =>
  Array.from({ length: columnCount }, (_, column) => column).filter((column) => areas.some((area) => inArea(area, row, column)));

export const rangeAreas = (selection: Selection, axes: Axes): readonly Area[] =>
  selection.ranges.length === 0 ? [] : areasOf(selection, axes);

/** What a cell says in full, for other programs and for sums. */
export const cellValue = (cell: ReportCell | null): string => cell?.value ?? cell?.text ?? '';

/**
 * The selected cells as a block; null where the ranges share neither rows nor columns. Headings come along where they were selected: of
 * whole rows, of whole columns, and with everything the groups too.
 */
export const copiedCells = (table: NumberTable, selection: Selection, corner: string): readonly (readonly HtmlCell[])[] | null => {
  const axes = tableAxes(table);
  const areas = areasOf(selection, axes);
  const block = blockOf(areas);
  if (block === null) return null;
  const isWhole = (kind: RangeKind): boolean => selection.ranges.some((range) => range.kind === kind);
  const all = isWhole('columns') && block.columns.length === axes.columnCount;
  const rowHeads = all || isWhole('rows');
  const columnHeads = isWhole('columns') || (isWhole('rows') && block.rows.length === axes.rowCount);
  const columns = new Set(block.columns);
  const rows = new Set(block.rows.map((place) => axes.rowAt(place)));
  const head = [...(rowHeads ? [corner] : []), ...table.columns.flatMap(({ name }, at) => (columns.has(at) ? [name] : []))];
  const lines = table.rows.flatMap((row) => {
    if (row.kind === 'group') return rowHeads && columnHeads ? [[heading(row.name), ...block.columns.map(() => heading(''))]] : [];
    if (!rows.has(row.id)) return [];
    const cells = block.columns.map((at): HtmlCell => ({ text: cellValue(row.cells[at] ?? null), align: 'right' }));
    return [rowHeads ? [heading(row.name), ...cells] : cells];
  });
  return columnHeads ? [head.map(heading), ...lines] : lines;
};

const heading = (text: string): HtmlCell => ({ text, align: 'left' });
