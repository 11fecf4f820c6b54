/** Where a move leads to. Pure; rows and columns by their place on screen. */
export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  /** Enter: down, back in the column where a run of Tabs began */
  | 'enter'
  | 'enterBack'
  /** to the next stop, into the next row at the end */
  | 'tab'
  | 'tabBack'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'
  /** to the edge of the filled or empty block, as Ctrl and an arrow do */
  | 'edgeUp'
  | 'edgeDown'
  | 'edgeLeft'
  | 'edgeRight';

export interface Position {
  readonly row: number;
  readonly column: number;
}
export interface Shape {
  /** a blank row included */
  readonly rowCount: number;
  /** without it */
  readonly dataRowCount: number;
  readonly columnCount: number;
  /** asked for page moves only: it makes the browser lay the page out */
  readonly pageRows: () => number;
  /** Tab stops in cells that can be edited; where none can, in all */
  readonly isTabStop: (column: number) => boolean;
  readonly isFilled: (at: Position) => boolean;
}

/**
 * null: the move leaves the grid (Tab at its ends). A move against a border stays where it is. The totals row stands below the blank one, at
 * row `rowCount`: only the arrow down leads there, so that no other key ends in it by chance.
 */
export const moveFrom = (shape: Shape, from: Position, move: Move, tabOrigin: number | null): Position | null => {
  const { row, column } = from;
  switch (move) {
    case 'up':
      return clamp(shape, { row: row - 1, column });
    case 'down':
      return { row: Math.min(row + 1, shape.rowCount), column };
    case 'left':
      return { row, column: Math.max(column - 1, 0) };
    case 'right':
      return { row, column: Math.min(column + 1, shape.columnCount - 1) };
    case 'enter':
      return clamp(shape, { row: row + 1, column: tabOrigin ?? column });
    case 'enterBack':
      return clamp(shape, { row: row - 1, column });
    case 'tab':
      return nextEditable(shape, from, 1);
    case 'tabBack':
      return nextEditable(shape, from, -1);
    case 'rowStart':
      return { row, column: 0 };
    case 'rowEnd':
      return { row, column: shape.columnCount - 1 };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      // The last row with data, not the blank one, as in Excel.
      return clamp(shape, { row: Math.max(shape.dataRowCount - 1, 0), column: shape.columnCount - 1 });
    case 'pageUp':
      return clamp(shape, { row: row - shape.pageRows(), column });
    case 'pageDown':
      return clamp(shape, { row: row + shape.pageRows(), column });
    case 'edgeUp':
      return edge(shape, from, { row: -1, column: 0 });
    case 'edgeDown':
      return edge(shape, from, { row: 1, column: 0 });
    case 'edgeLeft':
      return edge(shape, from, { row: 0, column: -1 });
    case 'edgeRight':
      return edge(shape, from, { row: 0, column: 1 });
  }
};

/** The nearest cell inside the grid. */
export const clamp = (shape: Pick<Shape, 'rowCount' | 'columnCount'>, { row, column }: Position): Position => ({
  row: Math.min(Math.max(row, 0), shape.rowCount - 1),
  column: Math.min(Math.max(column, 0), shape.columnCount - 1),
});

const nextEditable = (shape: Shape, from: Position, by: 1 | -1): Position | null => {
  let { row, column } = from;
  for (;;) {
    column += by;
    if (column < 0 || column >= shape.columnCount) {
      row += by;
      column = by === 1 ? 0 : shape.columnCount - 1;
    }
    if (row < 0 || row >= shape.rowCount) return null;
    if (shape.isTabStop(column)) return { row, column };
  }
};

const edge = (shape: Shape, from: Position, step: Position): Position => {
  const ahead = (at: Position): Position | null => {
    const next = { row: at.row + step.row, column: at.column + step.column };
    const stays = clamp(shape, next);
    return stays.row === next.row && stays.column === next.column ? next : null;
  };
  let at = from;
  let next = ahead(at);
  // Inside a filled block: to its end. Otherwise: to the next filled cell, or to the border.
  const inside = next !== null && shape.isFilled(at) && shape.isFilled(next);
  while (next !== null) {
    if (inside && !shape.isFilled(next)) return at;
    at = next;
    if (!inside && shape.isFilled(at)) return at;
    next = ahead(at);
  }
  return at;
};
