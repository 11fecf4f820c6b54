/** How each cell shows that it is selected, inside a range and at which of its borders, and what a drag under way would do. Pure. */
import type { ColumnDrop } from './columnMoves.ts';
import { type Area, type Axes, areaOf, type CellRange, inArea, type RangeKind, type Selection } from './selection.ts';
import type { ColumnId, RowId } from './types.ts';

export interface CellPaint {
  readonly inside: boolean;
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  /** would be filled */
  readonly preview: boolean;
  /** rows would be dropped above it */
  readonly drop: boolean;
  /** columns would be dropped at that side of it */
  readonly dropLeft: boolean;
  readonly dropRight: boolean;
  /** borders of what was copied or cut */
  readonly copyTop: boolean;
  readonly copyRight: boolean;
  readonly copyBottom: boolean;
  readonly copyLeft: boolean;
}
const PLAIN: CellPaint = {
  inside: false,
  top: false,
  right: false,
  bottom: false,
  left: false,
  preview: false,
  drop: false,
  dropLeft: false,
  dropRight: false,
  copyTop: false,
  copyRight: false,
  copyBottom: false,
  copyLeft: false,
};

const CLASSES: Readonly<Record<keyof CellPaint, string>> = {
  inside: ' cell-in-range',
  top: ' range-top',
  right: ' range-right',
  bottom: ' range-bottom',
  left: ' range-left',
  preview: ' range-preview',
  drop: ' range-drop',
  dropLeft: ' range-drop-left',
  dropRight: ' range-drop-right',
  copyTop: ' copy-frame copy-top',
  copyRight: ' copy-frame copy-right',
  copyBottom: ' copy-frame copy-bottom',
  copyLeft: ' copy-frame copy-left',
};
const PARTS = Object.keys(CLASSES) as (keyof CellPaint)[];

/** Class names of selection.css, each after a space; '' for nearly all cells. */
export const paintClasses = (paint: CellPaint): string =>
  paint === PLAIN ? '' : PARTS.reduce((classes, part) => (paint[part] ? classes + CLASSES[part] : classes), '');

/** What a drag under way would do. */
export type Preview =
  | { readonly kind: 'fill'; readonly area: Area }
  | { readonly kind: 'drop'; readonly row: number }
  | ({ readonly kind: 'dropColumns' } & ColumnDrop);

export interface PaintedSelection {
  /** none where the active cell is alone */
  readonly areas: readonly Area[];
  readonly cell: (row: RowId, column: ColumnId) => CellPaint;
  readonly row: (row: RowId) => 'whole' | 'touched' | null;
  readonly column: (column: ColumnId) => 'whole' | 'touched' | null;
  /** the side of the column at which columns would be dropped */
  readonly columnDrop: (column: ColumnId) => ColumnDrop['side'] | null;
}

/** `copied`: what waits on the clipboard, framed until it is pasted or forgotten. */
export const paintSelection = (
  selection: Selection,
  axes: Axes,
  preview: Preview | null,
  copied: readonly CellRange[] = [],
): PaintedSelection => {
  const frames = copied.map((range) => areaOf(range, axes)).filter((area) => area !== null);
  const ranges = selection.ranges.flatMap((range) => {
    const area = areaOf(range, axes);
    return area === null ? [] : [{ kind: range.kind, area }];
  });
  const areas = ranges.map(({ area }) => area);
  const touch = (kind: RangeKind, touches: (area: Area) => boolean): 'whole' | 'touched' | null => {
    const touching = ranges.filter(({ area }) => touches(area));
    return touching.some((range) => range.kind === kind) ? 'whole' : touching.length > 0 ? 'touched' : null;
  };
  return {
    areas,
    cell: (row, column) =>
      areas.length === 0 && frames.length === 0 && preview === null
        ? PLAIN
        : paintOf({ areas, frames, preview }, axes.rowIndex(row), axes.columnIndex(column)),
    row: (row) => {
      const at = axes.rowIndex(row);
      return at === null ? null : touch('rows', ({ top, bottom }) => top <= at && at <= bottom);
    },
    column: (column) => {
      const at = axes.columnIndex(column);
      return at === null ? null : touch('columns', ({ left, right }) => left <= at && at <= right);
    },
    columnDrop: (column) => (preview?.kind === 'dropColumns' && preview.column === axes.columnIndex(column) ? preview.side : null),
  };
};

interface Painted {
  readonly areas: readonly Area[];
  readonly frames: readonly Area[];
  readonly preview: Preview | null;
}

const isDrop = (preview: Preview | null, column: number, side: ColumnDrop['side']): boolean =>
  preview?.kind === 'dropColumns' && preview.column === column && preview.side === side;

const paintOf = ({ areas, frames, preview }: Painted, row: number | null, column: number | null): CellPaint => {
  if (row === null || column === null) return PLAIN;
  const inside = areas.filter((area) => inArea(area, row, column));
  const framed = frames.filter((area) => inArea(area, row, column));
  if (inside.length === 0 && framed.length === 0 && preview === null) return PLAIN;
  return {
    inside: inside.length > 0,
    top: inside.some(({ top }) => top === row),
    right: inside.some(({ right }) => right === column),
    bottom: inside.some(({ bottom }) => bottom === row),
    left: inside.some(({ left }) => left === column),
    preview: preview?.kind === 'fill' && inArea(preview.area, row, column),
    drop: preview?.kind === 'drop' && preview.row === row,
    dropLeft: isDrop(preview, column, 'left'),
    dropRight: isDrop(preview, column, 'right'),
    copyTop: framed.some(({ top }) => top === row),
    copyRight: framed.some(({ right }) => right === column),
    copyBottom: framed.some(({ bottom }) => bottom === row),
    copyLeft: framed.some(({ left }) => left === column),
  };
};
