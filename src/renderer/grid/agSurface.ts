/**
 * Mounts AG Grid, empty: agGrid.ts fills it. Without React, which would draw each row and each cell as a component: they are many and change
 * with every key and every step of a scroll.
 */
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale';
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  ColumnApiModule,
  createGrid,
  type GetRowIdParams,
  type GridApi,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community';
import { gridTheme } from './agTheme.ts';
import { type GridRow, TOTAL_ROW } from './types.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
]);

/**
 * Up to this size of a sheet all of its columns and some rows beyond the edge are kept in the page: nothing is drawn late there. Each step of
 * a scroll draws whole rows, so of a larger one only what is on screen is kept, with a little beside it.
 */
const KEPT = { columns: 40, rows: 1_000 } as const;

const COLUMN_DEFAULTS: ColDef<GridRow> = { sortable: false, resizable: true, suppressMovable: true };
const TOTALS: GridRow[] = [{ id: TOTAL_ROW }];
const rowIdOf = ({ data }: GetRowIdParams<GridRow>): string => data.id;

interface Surface {
  readonly locale: 'zh-CN' | 'en';
  readonly columnCount: number;
  readonly rowCount: number;
}

/** The caller destroys it. */
export const mountAgGrid = (host: HTMLElement, { locale, columnCount, rowCount }: Surface): GridApi<GridRow> => {
  const keeps = columnCount <= KEPT.columns && rowCount <= KEPT.rows;
  return createGrid<GridRow>(host, {
    theme: gridTheme,
    localeText: locale === 'en' ? AG_GRID_LOCALE_EN : AG_GRID_LOCALE_CN,
    defaultColDef: COLUMN_DEFAULTS,
    pinnedBottomRowData: TOTALS,
    getRowId: rowIdOf,
    readOnlyEdit: true,
    suppressCellFocus: true,
    suppressHeaderFocus: true,
    suppressRowHoverHighlight: true,
    suppressColumnVirtualisation: keeps,
    suppressDragLeaveHidesColumns: true,
    animateRows: false,
    ensureDomOrder: true,
    rowBuffer: keeps ? 8 : 2,
  });
};
