/**
 * AG Grid as a view: it draws rows and columns and scrolls them, nothing else. Selection, keys and editing are the
 * controller's, so AG Grid's own focus and editors are off. AgSurface.tsx mounts it; here it is filled and painted.
 */
import type { ColDef, GridApi, IRowNode } from 'ag-grid-community';
import { HeaderCell, RichCell } from './agParts.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from './agTheme.ts';
import { type CellPaint, paintClasses } from './paintedSelection.ts';
import { rowChanges } from './rowChanges.ts';
import {
  BLANK_ROW,
  type CellRef,
  type CellView,
  type ColumnId,
  type ColumnWidths,
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
  /** a row to add others by stands below them */
  readonly hasBlankRow: boolean;
  /** reads the current model: `row` is a row, the blank row or the totals row */
  readonly view: (row: RowId, column: ColumnId) => CellView;
  readonly isActive: (row: RowId, column: ColumnId) => boolean;
  readonly isActiveRow: (row: RowId) => boolean;
  readonly paint: (row: RowId, column: ColumnId) => CellPaint;
  readonly rowPaint: (row: RowId) => 'whole' | 'touched' | null;
  readonly isBad: (row: GridRow) => boolean;
  /** from 1 */
  readonly numberOf: (row: RowId, index: number) => number;
  readonly onResize: (widths: ColumnWidths) => void;
  /** there is more room or less than before */
  readonly onRoom: () => void;
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

const BLANK: GridRow = { id: BLANK_ROW };

/** A cell on screen. `classes`: how it is painted, in one text: AG Grid's own rules would be asked one by one for every cell. */
interface Shown {
  readonly view: CellView;
  readonly classes: string;
}

const sameShown = (a: Shown | null | undefined, b: Shown | null | undefined): boolean =>
  a === b || (a?.classes === b?.classes && sameView(a?.view, b?.view));

const shownCell = (row: RowId, column: GridColumn, input: Pick<AgInput<GridRow>, 'view' | 'paint' | 'isActive'>): Shown => {
  const view = input.view(row, column.id);
  const active = input.isActive(row, column.id) ? ' cell-active' : '';
  const note = view.note === undefined ? '' : ' has-note';
  return { view, classes: `tone-${view.tone}${fitClass(view, column)}${active}${note}${paintClasses(input.paint(row, column.id))}` };
};

interface NumberShown {
  readonly text: string;
  readonly classes: string;
}

const NUMBER_PAINT = { whole: ' number-selected', touched: ' number-touched' } as const;

const shownNumber = (data: GridRow, index: number, input: Omit<AgInput<GridRow>, 'rows'>): NumberShown => {
  const { id } = data;
  const paint = input.rowPaint(id);
  const classes = [
    'grid-number',
    input.isBad(data) ? ' number-bad' : '',
    input.isActiveRow(id) ? ' number-active' : '',
    paint === null ? '' : NUMBER_PAINT[paint],
  ];
  return { text: id === TOTAL_ROW ? 'Σ' : String(input.numberOf(id, index)), classes: classes.join('') };
};

const columnDef = (column: GridColumn, input: Omit<AgInput<GridRow>, 'rows'>): ColDef<GridRow, Shown> => ({
  colId: column.id,
  headerName: column.header,
  headerComponent: HeaderCell,
  headerComponentParams: { column_: column },
  width: column.width,
  minWidth: 44,
  pinned: column.pinned ?? null,
  lockPinned: true,
  valueGetter: ({ data }) => (data === undefined ? undefined : shownCell(data.id, column, input)),
  valueFormatter: ({ value }) => value?.view.text ?? '',
  equals: sameShown,
  cellClass: ({ value }) => `${cellClass(column)} ${value?.classes ?? ''}`.split(' '),
  headerClass: column.groupStart === true ? 'grid-group-start' : '',
  ...(column.rich === true ? { cellRenderer: RichCell } : {}),
});

const cellClass = ({ align, groupStart }: GridColumn): string => `grid-cell grid-${align}${groupStart === true ? ' grid-group-start' : ''}`;

/** A number that is too long for its column is written smaller: a cut one would be another number. */
const fitClass = ({ text, tone }: CellView, { align, width }: GridColumn): string => {
  const room = width - CELL_PADDING;
  // Most are far from it.
  if (align === 'left' || text.length * GLYPHS.plain.digit < room * 0.9) return '';
  const { digit, separator } = STRONG.has(tone) ? GLYPHS.strong : GLYPHS.plain;
  const separators = text.match(/[,.]/g)?.length ?? 0;
  const ratio = ((text.length - separators) * digit + separators * separator) / room;
  return ratio <= 1 ? '' : ratio <= 1.3 ? ' cell-long' : ' cell-longest';
};

const CELL_PADDING = 16;
/** Widths in the sheet's font, in pixels. */
const GLYPHS = { plain: { digit: 7.3, separator: 3.7 }, strong: { digit: 7.7, separator: 4.3 } } as const;
const STRONG: ReadonlySet<Tone> = new Set(['own', 'total']);

const numberColumn = (input: Omit<AgInput<GridRow>, 'rows'>): ColDef<GridRow, NumberShown> => ({
  colId: NUMBER_COLUMN,
  headerName: '',
  headerComponent: HeaderCell,
  headerComponentParams: { column_: { header: '', headerTitle: input.rowNumber, align: 'left' } },
  width: 44,
  resizable: false,
  pinned: 'left',
  lockPinned: true,
  lockPosition: 'left',
  valueGetter: ({ data, node }) => (data === undefined ? undefined : shownNumber(data, node?.rowIndex ?? 0, input)),
  valueFormatter: ({ value }) => value?.text ?? '',
  equals: (a, b) => a === b || (a?.text === b?.text && a?.classes === b?.classes),
  cellClass: ({ value }) => value?.classes.split(' '),
  cellAriaRole: 'rowheader',
});

const columnDefs = (columns: readonly GridColumn[], input: Omit<AgInput<GridRow>, 'rows'>): ColDef<GridRow>[] => [
  numberColumn(input),
  ...columns.map((column) => columnDef(column, input)),
];

/** AG Grid needs only the ids: what the cells show is read through `view`. */
const setRows = (api: GridApi<GridRow>, before: readonly GridRow[], after: readonly GridRow[], blank: readonly GridRow[]): void => {
  const changes = rowChanges(before, after);
  if (changes === null || changes.inserted.length > MOST_RUNS) {
    api.setGridOption('rowData', [...after, ...blank]);
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
  const blank = input.hasBlankRow ? [BLANK] : [];
  api.updateGridOptions({ columnDefs: columnDefs(input.columns, input), rowData: [...input.rows, ...blank] });
  api.setGridAriaProperty('label', input.label);
  api.addEventListener('gridSizeChanged', input.onRoom);
  api.addEventListener('columnResized', ({ finished, source, column }) => {
    // What we set ourselves is known already.
    if (finished && source === 'uiColumnResized' && column !== null) input.onResize({ [column.getColId()]: column.getActualWidth() });
  });
  const mounted = whileMounted(api);
  return {
    setColumns: mounted((columns: readonly GridColumn[]) => {
      views.clear();
      api.setGridOption('columnDefs', columnDefs(columns, input));
      // A number may have more room now, or less.
      api.refreshCells();
    }),
    setRows: mounted((before: readonly R[], after: readonly R[]) => setRows(api, before, after, blank)),
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
