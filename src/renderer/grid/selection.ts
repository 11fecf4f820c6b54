/**
 * What is selected: the active cell and ranges, by ids, so that they survive edits, inserts, sorting and moved columns. Pure.
 *
 * A range is two opposite corners. No range means that the active cell is alone. The last range is the one that grows; the active
 * cell stays in it while it does, as in Excel.
 */
import type { CellRef, ColumnId, RowId } from './types.ts';

/** `rows` and `columns`: whole ones, whatever the other corner says. */
export type RangeKind = 'cells' | 'rows' | 'columns';

export interface CellRange {
  readonly kind: RangeKind;
  readonly anchor: CellRef;
  readonly head: CellRef;
}
export interface Selection {
  readonly active: CellRef | null;
  /** column where a run of Tabs began: Enter returns to it */
  readonly tabOrigin: ColumnId | null;
  readonly ranges: readonly CellRange[];
}
/** Where rows and columns stand on screen; a blank row is the last. */
export interface Axes {
  /** the blank row included */
  readonly rowCount: number;
  /** without it */
  readonly dataRowCount: number;
  readonly columnCount: number;
  readonly rowIndex: (row: RowId) => number | null;
  readonly columnIndex: (column: ColumnId) => number | null;
  readonly rowAt: (index: number) => RowId;
  readonly columnAt: (index: number) => ColumnId;
}
/** A rectangle by places on screen, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const emptySelection: Selection = { active: null, tabOrigin: null, ranges: [] };

export const activate = (active: CellRef, tabOrigin: ColumnId | null = null): Selection => ({ active, tabOrigin, ranges: [] });

/** One range alone; the cell at its anchor becomes active. */
export const selectRange = (kind: RangeKind, anchor: CellRef, head: CellRef = anchor, active: CellRef = anchor): Selection => ({
  active,
  tabOrigin: null,
  ranges: [{ kind, anchor, head }],
});

/** Ctrl and a click: what was selected stays. */
export const addRange = ({ active, ranges }: Selection, kind: RangeKind, at: CellRef): Selection => {
  const kept = ranges.length > 0 || active === null ? ranges : [single(active)];
  return { active: at, tabOrigin: null, ranges: [...kept, { kind, anchor: at, head: at }] };
};

/** Shift: the last range reaches to `head`. A range of whole rows or columns stays one unless `kind` says otherwise. */
export const extendTo = (selection: Selection, head: CellRef, kind?: RangeKind): Selection => {
  const { active, ranges } = selection;
  if (active === null) return selection;
  const last = ranges.at(-1) ?? single(active);
  const grown: CellRange = { kind: kind ?? last.kind, anchor: last.anchor, head };
  return { active, tabOrigin: null, ranges: [...ranges.slice(0, -1), grown] };
};

/** The cell that moves when the selection grows. */
export const headOf = ({ active, ranges }: Selection): CellRef | null => ranges.at(-1)?.head ?? active;

/** Takes one row out of the ranges of whole rows; null where it is in none. */
export const withoutRow = (selection: Selection, row: RowId, axes: Axes): Selection | null => {
  const at = axes.rowIndex(row);
  const touched = selection.ranges.filter((range) => range.kind === 'rows' && at !== null && contains(areaOf(range, axes), at));
  if (at === null || touched.length === 0) return null;
  const ranges = selection.ranges.flatMap((range): readonly CellRange[] => {
    const area = areaOf(range, axes);
    if (area === null || !touched.includes(range)) return [range];
    return [rowsBetween(area.top, at - 1, range, axes), rowsBetween(at + 1, area.bottom, range, axes)].filter((rest) => rest !== null);
  });
  const active = ranges.at(-1)?.head ?? selection.active;
  return { ...selection, active, ranges };
};

const contains = (area: Area | null, row: number): boolean => area !== null && area.top <= row && row <= area.bottom;

const rowsBetween = (top: number, bottom: number, { anchor }: CellRange, axes: Axes): CellRange | null =>
  top > bottom ? null : { kind: 'rows', anchor: { ...anchor, row: axes.rowAt(top) }, head: { ...anchor, row: axes.rowAt(bottom) } };

const single = (cell: CellRef): CellRange => ({ kind: 'cells', anchor: cell, head: cell });

/** The rectangle of a range; null where a corner is not on screen. Whole columns do not take the blank row. */
export const areaOf = ({ kind, anchor, head }: CellRange, axes: Axes): Area | null => {
  const rows = kind === 'columns' ? [0, Math.max(axes.dataRowCount - 1, 0)] : [axes.rowIndex(anchor.row), axes.rowIndex(head.row)];
  const columns = kind === 'rows' ? [0, axes.columnCount - 1] : [axes.columnIndex(anchor.column), axes.columnIndex(head.column)];
  const [fromRow = null, toRow = null] = rows;
  const [fromColumn = null, toColumn = null] = columns;
  if (fromRow === null || toRow === null || fromColumn === null || toColumn === null) return null;
  return {
    top: Math.min(fromRow, toRow),
    bottom: Math.max(fromRow, toRow),
    left: Math.min(fromColumn, toColumn),
    right: Math.max(fromColumn, toColumn),
  };
};

/** All rectangles, the active cell's where there is no range; the one that grows is the last. They may overlap. */
export const areasOf = ({ active, ranges }: Selection, axes: Axes): readonly Area[] => {
  const all = ranges.length === 0 && active !== null ? [single(active)] : ranges;
  return all.map((range) => areaOf(range, axes)).filter((area) => area !== null);
};

/** Rows and columns of areas that lie side by side or below each other, as Excel copies several ranges; null where they do not. */
export const blockOf = (areas: readonly Area[]): { readonly rows: readonly number[]; readonly columns: readonly number[] } | null => {
  const [first] = areas;
  if (first === undefined) return null;
  const sameRows = areas.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
  const sameColumns = areas.every(({ left, right }) => left === first.left && right === first.right);
  if (!sameRows && !sameColumns) return null;
  return { rows: rowsOf(areas), columns: columnsOf(areas) };
};

export const inArea = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right;

export const cellCount = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

/** Rows that any area touches, ascending, each once. */
export const rowsOf = (areas: readonly Area[]): readonly number[] => lanesOf(areas.map(({ top, bottom }) => [top, bottom]));

/** The same of columns. */
export const columnsOf = (areas: readonly Area[]): readonly number[] => lanesOf(areas.map(({ left, right }) => [left, right]));

const lanesOf = (spans: readonly (readonly [number, number])[]): readonly number[] => {
  const [only] = spans;
  // Nearly always, and asked for at every step of a growing selection.
  if (spans.length === 1 && only !== undefined) return Array.from({ length: only[1] - only[0] + 1 }, (_, at) => only[0] + at);
  const lanes = new Set<number>();
  for (const [from, to] of spans) for (let lane = from; lane <= to; lane += 1) lanes.add(lane);
  return [...lanes].sort((a, b) => a - b);
};

/** Enter and Tab inside a selection of several cells: round through all of them, `by` 1 or -1. */
export const stepInside = (
  selection: Selection,
  axes: Axes,
  step: { readonly along: 'rows' | 'columns'; readonly by: 1 | -1 },
): Selection => {
  const { active } = selection;
  const areas = areasOf(selection, axes);
  if (active === null) return selection;
  const row = axes.rowIndex(active.row) ?? 0;
  const column = axes.columnIndex(active.column) ?? 0;
  const at = Math.max(
    areas.findIndex((area) => inArea(area, row, column)),
    0,
  );
  const area = areas[at];
  if (area === undefined) return selection;
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const place = step.along === 'rows' ? (column - area.left) * height + (row - area.top) : (row - area.top) * width + (column - area.left);
  const next = place + step.by;
  if (next >= 0 && next < height * width) return { ...selection, active: cellAt(area, next, step.along, axes) };
  const other = areas.at((at + step.by) % areas.length) ?? area;
  return { ...selection, active: cellAt(other, step.by === 1 ? 0 : cellCount(other) - 1, step.along, axes) };
};

const cellAt = (area: Area, place: number, along: 'rows' | 'columns', axes: Axes): CellRef => {
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const row = along === 'rows' ? place % height : Math.floor(place / width);
  const column = along === 'rows' ? Math.floor(place / height) : place % width;
  return { row: axes.rowAt(area.top + row), column: axes.columnAt(area.left + column) };
};
