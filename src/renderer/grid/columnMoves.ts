/** Where columns may be moved to: among those on their side of the frozen border. Pure. */
import type { ColumnId, GridColumn } from './types.ts';

/** Beside which column they would come; `side`: of that column. */
export interface ColumnDrop {
  readonly column: number;
  readonly side: 'left' | 'right';
}

/**
 * Where columns that are dragged over the one at place `over` would come: behind it where it stands right of them, else before it. null where
 * they stand on both sides of the frozen border, or would stay where they are.
 */
export const columnDrop = (columns: readonly GridColumn[], moving: readonly ColumnId[], over: number): ColumnDrop | null => {
  const places = placesOf(columns, moving);
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  const pinned = columns[first]?.pinned;
  if (places.some((place) => columns[place]?.pinned !== pinned)) return null;
  // Beyond the border they come next to it.
  const allowed = columns.flatMap((column, place) => (column.pinned === pinned ? [place] : []));
  const column = Math.min(Math.max(over, allowed[0] ?? over), allowed.at(-1) ?? over);
  const drop: ColumnDrop = { column, side: column > last ? 'right' : 'left' };
  return columnsMoved(columns, moving, drop).every((id, place) => id === columns[place]?.id) ? null : drop;
};

/** Ids from the left once they were dropped there; they keep their order among themselves. */
export const columnsMoved = (
  columns: readonly GridColumn[],
  moving: readonly ColumnId[],
  { column, side }: ColumnDrop,
): readonly ColumnId[] => {
  const before = side === 'left' ? column : column + 1;
  const stays = ({ id }: GridColumn): boolean => !moving.includes(id);
  const moved = columns.filter((each) => !stays(each));
  return [...columns.slice(0, before).filter(stays), ...moved, ...columns.slice(before).filter(stays)].map(({ id }) => id);
};

const placesOf = (columns: readonly GridColumn[], ids: readonly ColumnId[]): readonly number[] =>
  columns.flatMap(({ id }, place) => (ids.includes(id) ? [place] : []));
