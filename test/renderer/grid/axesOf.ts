import { ShownAxes } from '../../../src/renderer/grid/axes.ts';
import type { Axes } from '../../../src/renderer/grid/selection.ts';

/** Rows and columns named by one letter each; the blank row follows. */
export const axesOf = (rows: string, columns: string): Axes =>
  new ShownAxes(
    {
      rows: [...rows].map((id) => ({ id })),
      columns: [...columns].map((id) => ({ id, header: id, width: 50, align: 'left', editor: 'text' })),
      blank: () => ({ text: '', tone: 'hint' }),
    },
    null,
    false,
  );

/** 'b2' -> row b, column 2 */
export const at = (cell: string): { readonly row: string; readonly column: string } => ({ row: cell[0] ?? '', column: cell.slice(1) });
