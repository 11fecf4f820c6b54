/**
 * AG Grid as a view: it draws rows and columns and scrolls them, nothing else. Selection, keys and editing are the
 * controller's, so AG Grid's own focus and editors are off. AgSurface.tsx mounts it; here it is filled and painted.
 */
import type { CellClassParams, CellClassRules, ColDef, GridApi, IRowNode } from 'ag-grid-community';
import { HeaderCell, RichCell } from './agParts.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from './agTheme.ts';
import type { CellPaint } from './paintedSelection.ts';
import { rowChanges } from './rowChanges.ts';
import {
  BLANK_ROW,
  type CellRef,
  type CellView,
  type ColumnId,
  type GridColumn,
  type GridRow,
  NUMBER_COLUMN,
  type RowId,
  sameView,
  TOTAL_ROW,
  type Tone,
} from './types.ts';
import { ViewCache } from './viewCache.ts';

// Above this many runs of new rows one new list is cheaper.
const MOST_RUNS = 20;

export interface AgInput<R extends GridRow> {
  readonly api: GridApi<GridRow>;
  readonly host: HTMLElement;
  readonly label: string;
  readonly rowNumber: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly R[];
  /** reads the current model: `row` is a row, the blank row or the totals row */
  readonly view: (row: RowId, column: ColumnId) => CellView;
  readonly isActive: (row: RowId, column: ColumnId) => boolean;
  readonly isActiveRow: (row: RowId) => boolean;
  readonly paint: (row: RowId, column: ColumnId) => CellPaint;
  readonly rowPaint: (row: RowId) => 'whole' | 'touched' | null;
  readonly isBad: (row: GridRow) => boolean;
  /** from 1 */
  readonly numberOf: (row: RowId, index: number) => number;
  readonly onResize: (column: ColumnId, width: number) => void;
}

export interface AgGrid<R extends GridRow> {
  readonly setColumns: (columns: readonly GridColumn[]) => void;
  /** rows came, went or moved */
  readonly setRows: (before: readonly R[], after: readonly R[]) => void;
  /** draws the cells that show something else than before */
  readonly refresh: () => void;
  /** draws the selection again in these rows and columns; null: in all */
  readonly repaint: (rows: ReadonlySet<RowId> | null, columns: readonly ColumnId[] | null) => void;
  readonly reveal: (cell: CellRef) => void;
  readonly visibleRowCount: () => number;
}

const TONES: readonly Tone[] = ['typed', 'formula', 'own', 'computed', 'bad', 'warn', 'hint', 'total'];
const BLANK: GridRow = { id: BLANK_ROW };

const toneRules: CellClassRules<GridRow, CellView> = Object.fromEntries(
  TONES.map((tone) => [`tone-${tone}`, ({ value }: CellClassParams<GridRow, CellView>) => value?.tone === tone]),
);

const rangeRules = (column: ColumnId, paint: AgInput<GridRow>['paint']): CellClassRules<GridRow, CellView> => {
  const rule =
    (part: keyof CellPaint) =>
    ({ data }: CellClassParams<GridRow, CellView>): boolean =>
      data !== undefined && paint(data.id, column)[part];
  return {
    'cell-in-range': rule('inside'),
    'range-top': rule('top'),
    'range-right': rule('right'),
    'range-bottom': rule('bottom'),
    'range-left': rule('left'),
    'range-preview': rule('preview'),
    'range-drop': rule('drop'),
  };
};

const columnDef = (column: GridColumn, input: Omit<AgInput<GridRow>, 'rows'>): ColDef<GridRow, CellView> => ({
  colId: column.id,
  headerName: column.header,
  headerComponent: HeaderCell,
  headerComponentParams: { column_: column },
  width: column.width,
  minWidth: 44,
  pinned: column.pinned ?? null,
  lockPinned: true,
  valueGetter: ({ data }) => (data === undefined ? undefined : input.view(data.id, column.id)),
  valueFormatter: ({ value }) => value?.text ?? '',
  equals: (a, b) => sameView(a ?? undefined, b ?? undefined),
  cellClass: `grid-cell grid-${column.align}${column.groupStart === true ? ' grid-group-start' : ''}`,
  headerClass: column.groupStart === true ? 'grid-group-start' : '',
  cellClassRules: {
    ...toneRules,
    'cell-active': ({ data }) => data !== undefined && input.isActive(data.id, column.id),
    ...rangeRules(column.id, input.paint),
  },
  ...(column.rich === true ? { cellRenderer: RichCell } : {}),
});

const numberColumn = (input: Omit<AgInput<GridRow>, 'rows'>): ColDef<GridRow, string> => ({
  colId: NUMBER_COLUMN,
  headerName: '',
  headerComponent: HeaderCell,
  headerComponentParams: { column_: { header: '', headerTitle: input.rowNumber, align: 'left' } },
  width: 44,
  resizable: false,
  pinned: 'left',
  lockPinned: true,
  lockPosition: 'left',
  valueGetter: ({ data, node }) => (data?.id === TOTAL_ROW ? 'Σ' : String(input.numberOf(data?.id ?? '', node?.rowIndex ?? 0))),
  cellClass: 'grid-number',
  cellAriaRole: 'rowheader',
  cellClassRules: {
    'number-bad': ({ data }) => data !== undefined && input.isBad(data),
    'number-active': ({ data }) => data !== undefined && input.isActiveRow(data.id),
    'number-selected': ({ data }) => data !== undefined && input.rowPaint(data.id) === 'whole',
    'number-touched': ({ data }) => data !== undefined && input.rowPaint(data.id) === 'touched',
  },
});

const columnDefs = (columns: readonly GridColumn[], input: Omit<AgInput<GridRow>, 'rows'>): ColDef<GridRow>[] => [
  numberColumn(input),
  ...columns.map((column) => columnDef(column, input)),
];

/** AG Grid needs only the ids: what the cells show is read through `view`. */
const setRows = (api: GridApi<GridRow>, before: readonly GridRow[], after: readonly GridRow[]): void => {
  const changes = rowChanges(before, after);
  if (changes === null || changes.inserted.length > MOST_RUNS) {
    api.setGridOption('rowData', [...after, BLANK]);
    return;
  }
  api.applyTransaction({ remove: [...changes.removed] });
  for (const { index, rows } of changes.inserted) api.applyTransaction({ add: [...rows], addIndex: index });
};

/** Rows that exist in the page, the totals row too, by the grid's own ids. */
const renderedNodes = (api: GridApi<GridRow>): ReadonlyMap<RowId, IRowNode<GridRow>> => {
  const nodes = [...api.getRenderedNodes(), api.getPinnedBottomRow(0)];
  return new Map(nodes.flatMap((node) => (node?.data === undefined ? [] : [[node.data.id, node]])));
};

/** Once React has taken the grid away a change of the stores may still come, before the controller is told. */
const whileMounted =
  (api: GridApi<GridRow>) =>
  <A extends readonly unknown[]>(draw: (...input: A) => void) =>
  (...input: A): void => {
    if (!api.isDestroyed()) draw(...input);
  };

/** Shows columns and rows on a mounted grid. */
export const openAgGrid = <R extends GridRow>(given: AgInput<R>): AgGrid<R> => {
  const views = new ViewCache(given.view);
  const input = { ...given, view: (row: RowId, column: ColumnId) => views.get(row, column) };
  const { api } = input;
  api.updateGridOptions({ columnDefs: columnDefs(input.columns, input), rowData: [...input.rows, BLANK] });
  api.setGridAriaProperty('label', input.label);
  api.addEventListener('columnResized', ({ finished, source, column }) => {
    // What we set ourselves is known already.
    if (finished && source === 'uiColumnResized' && column !== null) input.onResize(column.getColId(), column.getActualWidth());
  });
  const mounted = whileMounted(api);
  return {
    setColumns: mounted((columns: readonly GridColumn[]) => {
      views.clear();
      api.setGridOption('columnDefs', columnDefs(columns, input));
    }),
    setRows: mounted((before: readonly R[], after: readonly R[]) => setRows(api, before, after)),
    refresh: mounted(() => {
      const nodes = renderedNodes(api);
      for (const { row, columns } of views.update([...nodes.keys()])) {
        const node = nodes.get(row);
        if (node !== undefined) api.refreshCells({ rowNodes: [node], columns: [...columns] });
      }
      api.refreshCells({ columns: [NUMBER_COLUMN] });
    }),
    repaint: mounted((rows: ReadonlySet<RowId> | null, columns: readonly ColumnId[] | null) => {
      const rowNodes = [...renderedNodes(api)].flatMap(([row, node]) => (rows === null || rows.has(row) ? [node] : []));
      if (rowNodes.length === 0) return;
      api.refreshCells(columns === null ? { rowNodes } : { rowNodes, columns: [...columns, NUMBER_COLUMN] });
    }),
    reveal: mounted(({ row, column }: CellRef) => {
      const index = api.getRowNode(row)?.rowIndex;
      if (typeof index === 'number') api.ensureIndexVisible(index);
      api.ensureColumnVisible(column);
    }),
    visibleRowCount: () => Math.max(1, Math.floor((input.host.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 2),
  };
};
