/** Mounts AG Grid, empty: agGrid.ts fills it. Its cells are drawn without React, since they are many and change with every key. */
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale';
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  ColumnApiModule,
  EventApiModule,
  type GetRowIdParams,
  type GridApi,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { memo } from 'react';
import { gridTheme } from './agTheme.ts';
import { type GridRow, TOTAL_ROW } from './types.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
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
const keepsAll = ({ columns, rows }: Size): boolean => columns.length <= KEPT.columns && rows.length <= KEPT.rows;

const COLUMN_DEFAULTS: ColDef<GridRow> = { sortable: false, resizable: true, suppressMovable: true };
const TOTALS: GridRow[] = [{ id: TOTAL_ROW }];
const rowIdOf = ({ data }: GetRowIdParams<GridRow>): string => data.id;

interface Size {
  readonly columns: readonly unknown[];
  readonly rows: readonly unknown[];
}
interface Props {
  readonly locale: 'zh-CN' | 'en';
  readonly source: { readonly get: () => Size };
  readonly onReady: (api: GridApi<GridRow>) => void;
}

/** All options are constant: a new object here would make AG Grid start over. */
export const AgSurface = memo(({ locale, source, onReady }: Props) => (
  <AgGridReact<GridRow>
    renderingMode="legacy"
    theme={gridTheme}
    localeText={locale === 'en' ? AG_GRID_LOCALE_EN : AG_GRID_LOCALE_CN}
    defaultColDef={COLUMN_DEFAULTS}
    pinnedBottomRowData={TOTALS}
    getRowId={rowIdOf}
    readOnlyEdit
    suppressCellFocus
    suppressHeaderFocus
    suppressRowHoverHighlight
    suppressNoRowsOverlay
    suppressColumnVirtualisation={keepsAll(source.get())}
    suppressDragLeaveHidesColumns
    animateRows={false}
    ensureDomOrder
    rowBuffer={keepsAll(source.get()) ? 8 : 2}
    onGridReady={({ api }) => onReady(api)}
  />
));
