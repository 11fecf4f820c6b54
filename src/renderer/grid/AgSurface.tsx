/** Mounts AG Grid, empty: agGrid.ts fills it. Its cells are drawn without React, since they are many and change with every key. */
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale';
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  ColumnApiModule,
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
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
]);

// Above this many columns only those on screen are kept in the page.
const MOST_COLUMNS_KEPT = 40;

const COLUMN_DEFAULTS: ColDef<GridRow> = { sortable: false, resizable: true, suppressMovable: true };
const TOTALS: GridRow[] = [{ id: TOTAL_ROW }];
const rowIdOf = ({ data }: GetRowIdParams<GridRow>): string => data.id;

interface Props {
  readonly locale: 'zh-CN' | 'en';
  readonly columnCount: number;
  readonly onReady: (api: GridApi<GridRow>) => void;
}

/** All options are constant: a new object here would make AG Grid start over. */
export const AgSurface = memo(({ locale, columnCount, onReady }: Props) => (
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
    suppressColumnVirtualisation={columnCount <= MOST_COLUMNS_KEPT}
    suppressDragLeaveHidesColumns
    animateRows={false}
    ensureDomOrder
    rowBuffer={8}
    onGridReady={({ api }) => onReady(api)}
  />
));
