/** Where each cell of a pasted block goes. Pure; rows and columns by their place on screen. */
export interface PasteInput<T> {
  /** a rectangle */
  readonly block: readonly (readonly T[])[];
  /** the selection */
  readonly target: { readonly top: number; readonly left: number; readonly rows: number; readonly columns: number };
  /** rows that exist; further ones are new */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly isEditable: (column: number) => boolean;
}
export interface PastePlan<T> {
  readonly cells: readonly { readonly row: number; readonly column: number; readonly cell: T }[];
  readonly newRows: number;
  /** cells beyond the last column */
  readonly clipped: number;
  /** cells of computed columns, which are left alone */
  readonly skipped: number;
  readonly area: { readonly top: number; readonly left: number; readonly rows: number; readonly columns: number };
}

/** A single cell fills the target, a block fills it where it fits in whole times; otherwise the block goes in once, from the upper left. */
export const planPaste = <T>({ block, target, rowCount, columnCount, isEditable }: PasteInput<T>): PastePlan<T> => {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  const { top, left } = target;
  const rows = target.rows % height === 0 ? target.rows : height;
  const columns = target.columns % width === 0 ? target.columns : width;
  const cells: { row: number; column: number; cell: T }[] = [];
  let clipped = 0;
  let skipped = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = block[row % height]?.[column % width];
      if (cell === undefined) continue;
      if (left + column >= columnCount) clipped += 1;
      else if (!isEditable(left + column)) skipped += 1;
      else cells.push({ row: top + row, column: left + column, cell });
    }
  }
  return {
    cells,
    newRows: Math.max(top + rows - rowCount, 0),
    clipped,
    skipped,
    area: { top, left, rows, columns: Math.min(columns, columnCount - left) },
  };
};
