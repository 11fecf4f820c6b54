/** Where rows and columns stand on screen, and the order they stand in. Pure. */
import type { Order } from './keepSelection.ts';
import type { Axes } from './selection.ts';
import { BLANK_ROW, type GridModel, type GridRow, type RowId, TOTAL_ROW } from './types.ts';

const EMPTY: ReadonlyMap<string, number> = new Map();

/** Rows and columns as they are now; made anew when either changes, the other half is kept. */
export class ShownAxes implements Axes {
  readonly order: Order;
  readonly dataRowCount: number;
  readonly #rows: ReadonlyMap<RowId, number>;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(
    { rows, columns, blank }: Pick<GridModel<GridRow>, 'rows' | 'columns' | 'blank'>,
    before: ShownAxes | null,
    sameRows: boolean,
  ) {
    const kept = sameRows && before !== null;
    const rowIds = kept ? before.order.rows : [...rows.map(({ id }) => id), ...(blank === null ? [] : [BLANK_ROW])];
    this.#rows = kept ? before.#rows : indexOf(rowIds);
    this.dataRowCount = rows.length;
    this.order = { rows: rowIds, columns: columns.map(({ id }) => id) };
    this.#columns = columns.length === 0 ? EMPTY : indexOf(this.order.columns);
  }

  /** the blank row included, the totals row not */
  get rowCount(): number {
    return this.order.rows.length;
  }

  get columnCount(): number {
    return this.order.columns.length;
  }

  rowIndex = (row: RowId): number | null => (row === TOTAL_ROW ? this.rowCount : (this.#rows.get(row) ?? null));
  columnIndex = (column: string): number | null => this.#columns.get(column) ?? null;
  rowAt = (index: number): RowId => (index >= this.rowCount ? TOTAL_ROW : (this.order.rows[index] ?? BLANK_ROW));
  columnAt = (index: number): string => this.order.columns[index] ?? this.order.columns.at(-1) ?? '';
}

const indexOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index]));
