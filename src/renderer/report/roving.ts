/** Where an arrow key leads in a table of numbers. Positions count from 0; the header column and rows are not part of it. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}
const PAGE_ROWS = 10;

/** null where the key is none of ours; at an edge the position stays. */
export const moveCell = (
  from: CellPosition,
  key: { readonly key: string; readonly ctrl: boolean },
  { rows, columns }: TableSize,
): CellPosition | null => {
  const to = target(from, key, { rows, columns });
  if (to === null) return null;
  return { row: clamp(to.row, rows), column: clamp(to.column, columns) };
};

const target = ({ row, column }: CellPosition, { key, ctrl }: { readonly key: string; readonly ctrl: boolean }, size: TableSize) => {
  const last: CellPosition = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? last.row : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? last.column : column + 1 };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? last.row : row, column: last.column };
    case 'PageUp':
      return { row: row - PAGE_ROWS, column };
    case 'PageDown':
      return { row: row + PAGE_ROWS, column };
    default:
      return null;
  }
};

const clamp = (value: number, size: number): number => Math.max(0, Math.min(value, size - 1));
