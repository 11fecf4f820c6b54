/** How a sheet is laid out: columns hidden, moved, resized and frozen, quarters folded, rows sorted and filtered. Pure, but for the store. */
import type { GridSettings } from '../../shared/ipc/contract.ts';
import { arrangeRows, keepArrangement } from '../grid/arrange.ts';
import { columnDrop, columnsMoved } from '../grid/columnMoves.ts';
import type { ColumnId, GridColumn, GridRow, RowId } from '../grid/types.ts';
import type { UiStore } from '../state/ui.ts';

export const NO_SETTINGS: GridSettings = {};

// Chinese by its sound, numbers in texts by their value; both languages of the window are sorted alike.
export const COLLATOR = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

export const changeLayout = (ui: UiStore, sheet: string, change: (settings: GridSettings) => GridSettings): void =>
  ui.setState(({ grids }) => ({ grids: { ...grids, [sheet]: change(grids[sheet] ?? NO_SETTINGS) } }));

/** The columns that are shown: the user's order, widths and frozen columns; what is pinned to the right stays there. */
export const arrangeColumns = <C extends GridColumn>(
  columns: readonly C[],
  { hidden = [], order = [], widths = {}, frozen }: GridSettings,
): readonly C[] => {
  const shown = columns.filter(({ id }) => !hidden.includes(id));
  const place = (column: C): number => order.indexOf(column.id);
  const ordered = order.length === 0 ? shown : orderBy(shown, place);
  const lastFrozen = frozen === undefined ? -1 : ordered.findIndex(({ id }) => id === frozen);
  return ordered.map((column, at) => {
    const width = widths[column.id];
    const pinned = column.pinned === 'right' ? column.pinned : at <= lastFrozen ? 'left' : frozen === undefined ? column.pinned : undefined;
    if (width === undefined && pinned === column.pinned) return column;
    const { pinned: _, ...plain } = column;
    // Only what differs: the same column stays the same object.
    return { ...plain, width: width ?? column.width, ...(pinned === undefined ? {} : { pinned }) } as C;
  });
};

/** Columns that the order does not know (a month more) stay behind the column before them. */
const orderBy = <C extends GridColumn>(columns: readonly C[], place: (column: C) => number): readonly C[] => {
  let last = -1;
  const keyed = columns.map((column, at) => {
    const own = place(column);
    if (own >= 0) last = own;
    return { column, own: own >= 0 ? own : last, at };
  });
  return keyed.sort((a, b) => a.own - b.own || a.at - b.at).map(({ column }) => column);
};

/** The order with a column one place further; null where it cannot go there. */
export const movedOrder = (shown: readonly GridColumn[], column: ColumnId, by: 1 | -1): readonly ColumnId[] | null => {
  const drop = columnDrop(shown, [column], shown.findIndex(({ id }) => id === column) + by);
  return drop === null ? null : columnsMoved(shown, [column], drop);
};

/** What the menu does to the layout; `column` is the active one. */
export const layoutActions = (ui: UiStore, sheet: string, shown: readonly GridColumn[]) => {
  const change = (part: (settings: GridSettings) => GridSettings): void => changeLayout(ui, sheet, part);
  return {
    sort: (column: ColumnId, descending: boolean) => change((settings) => ({ ...settings, sort: { column, descending } })),
    clearSort: () => change(({ sort: _, ...rest }) => rest),
    hide: (column: ColumnId) => change((settings) => ({ ...settings, hidden: [...(settings.hidden ?? []), column] })),
    showAll: () => change(({ hidden: _, ...rest }) => rest),
    move: (column: ColumnId, by: 1 | -1) => {
      const order = movedOrder(shown, column, by);
      if (order !== null) change((settings) => ({ ...settings, order }));
    },
    freeze: (column: ColumnId) => change((settings) => ({ ...settings, frozen: column })),
    unfreeze: () => change(({ frozen: _, ...rest }) => rest),
    fold: (quarters: readonly string[]) =>
      change((settings) => ({ ...settings, folded: [...new Set([...(settings.folded ?? []), ...quarters])] })),
    unfold: (quarters: readonly string[]) =>
      change((settings) => ({ ...settings, folded: (settings.folded ?? []).filter((quarter) => !quarters.includes(quarter)) })),
    /** every row and column in its own order */
    clear: () => {
      change(({ sort: _sort, hidden: _hidden, ...rest }) => rest);
      ui.setState(({ filters }) => ({ filters: { ...filters, [sheet]: '' } }));
    },
  };
};

export interface Arranged<R> {
  readonly rows: readonly R[];
  /** places of the shown rows in the sheet; null where all stand in their own order */
  readonly places: ReadonlyMap<RowId, number> | null;
}
interface ArrangementInput<R extends GridRow> {
  readonly rows: readonly R[];
  readonly sort: NonNullable<GridSettings['sort']> | null;
  readonly filter: string;
  readonly value: (row: R, column: ColumnId) => string;
  readonly text: (row: R) => string;
}

/** Sorts and filters anew when asked to, not while cells are edited. */
export const createArrangement = <R extends GridRow>(
  compareTexts: (a: string, b: string) => number,
): ((input: ArrangementInput<R>) => Arranged<R>) => {
  let last: { readonly input: ArrangementInput<R>; readonly ids: readonly RowId[]; readonly arranged: Arranged<R> } | null = null;
  return (input) => {
    const { rows, sort, filter } = input;
    if (sort === null && filter === '') {
      last = null;
      return { rows, places: null };
    }
    const same = last !== null && last.input.sort === sort && last.input.filter === filter;
    if (same && last?.input.rows === rows) return last.arranged;
    const shown =
      same && last !== null
        ? keepArrangement(last.ids, new Set(last.input.rows.map(({ id }) => id)), rows)
        : arrangeRows(rows, { ...input, compareTexts });
    const arranged = { rows: shown, places: new Map(rows.map(({ id }, place) => [id, place])) };
    last = { input, ids: shown.map(({ id }) => id), arranged };
    return arranged;
  };
};
