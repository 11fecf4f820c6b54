/** The selection in numbers and corners, for those outside the grid. Pure. */
import { type Axes, areasOf, cellCount, columnsOf, inArea, rowsOf, type Selection } from './selection.ts';
import type { CellRef, GridModel, GridRow, RangeRef, SelectionReport } from './types.ts';

interface Shown<R extends GridRow> {
  readonly selection: Selection;
  readonly axes: Axes;
  readonly model: GridModel<R>;
}

/** Overlapping ranges count their cells once; the blank row and the totals row hold no values. */
export const reportOf = <R extends GridRow>({ selection, axes, model }: Shown<R>): SelectionReport => {
  const areas = areasOf(selection, axes);
  const rows = rowsOf(areas);
  const columns = columnsOf(areas);
  const [only, ...others] = areas;
  const isIn = (row: number, column: number): boolean => others.length === 0 || areas.some((area) => inArea(area, row, column));
  return {
    cells: only !== undefined && others.length === 0 ? cellCount(only) : countCells(rows, columns, isIn),
    rows: rows.length,
    columns: columns.length,
    *values() {
      for (const place of rows) {
        const row = model.rows[place];
        if (row === undefined) continue;
        for (const column of columns) if (isIn(place, column)) yield model.value(row, axes.columnAt(column));
      }
    },
  };
};

const countCells = (rows: readonly number[], columns: readonly number[], isIn: (row: number, column: number) => boolean): number => {
  let cells = 0;
  for (const row of rows) for (const column of columns) if (isIn(row, column)) cells += 1;
  return cells;
};

/** Corners of the ranges; none where only the active cell is selected. */
export const rangesOf = (selection: Selection, axes: Axes): readonly RangeRef[] =>
  selection.ranges.length === 0
    ? []
    : areasOf(selection, axes).map(({ top, left, bottom, right }) => ({
        from: { row: axes.rowAt(top), column: axes.columnAt(left) },
        to: { row: axes.rowAt(bottom), column: axes.columnAt(right) },
      }));

/** The selection that has these corners, without ranges that are gone. */
export const selectionOf = (ranges: readonly RangeRef[], axes: Axes, active: CellRef | null): Selection => {
  const exists = ({ row, column }: CellRef): boolean => axes.rowIndex(row) !== null && axes.columnIndex(column) !== null;
  const kept = ranges.filter(({ from, to }) => exists(from) && exists(to));
  return { active, tabOrigin: null, ranges: kept.map(({ from, to }) => ({ kind: 'cells', anchor: from, head: to })) };
};
