/**
 * AG Grid as it comes, with as many rows and columns as Costbook's usage sheet, its own editor, and one sum that follows by a difference; by
 * itself or mounted by ag-grid-react. With a layout its box, rows and columns are as large as Costbook's, so that a frame draws as many cells.
 */
import { AllCommunityModule, type ColDef, createGrid, type GridOptions, ModuleRegistry } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { GridLayout } from '../gridLayout.ts';

interface Row {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly instances: number;
  readonly from: string;
}

const query = new URLSearchParams(location.search);
const layout = JSON.parse(query.get('layout') ?? 'null') as GridLayout | null;
const MONTHS = 12;

const rowOf = (_: unknown, index: number): Row => ({
  id: `u${index + 1}`,
  sku: 'artlab.tool.shared',
  quantity: 100 + ((index * 7919) % 90_000),
  instances: 1,
  from: '2026-01',
});

const computed = (name: string): ColDef<Row> => ({
  colId: name,
  headerName: name,
  valueGetter: ({ data }) => (data?.quantity ?? 0) * 0.0077,
  valueFormatter: ({ value }) => Number(value).toFixed(2),
});

/** `left` and `right` stay while the rest scrolls. */
const columnDefs = (): ColDef<Row>[] => {
  const left: ColDef<Row>[] = [{ field: 'id' }, { field: 'sku' }];
  const rest: ColDef<Row>[] = [{ field: 'quantity', editable: true }, { field: 'instances' }, { field: 'from' }];
  const months = Array.from({ length: MONTHS }, (_, month) => computed(`2026-${month + 1}`));
  if (layout === null) return [...left, ...rest, ...months];
  const sized = (columns: readonly ColDef<Row>[], widths: readonly number[], pinned: 'left' | 'right' | null): ColDef<Row>[] =>
    columns.map((column, at) => ({ ...column, width: widths[at] ?? 96, pinned }));
  return [
    ...sized(left, layout.left, 'left'),
    ...sized([...rest, ...months], layout.scrolling, null),
    ...sized([computed('payable')], layout.right, 'right'),
  ];
};

const start = (): void => {
  ModuleRegistry.registerModules([AllCommunityModule]);
  const rowData = Array.from({ length: Number(query.get('rows')) }, rowOf);
  const total = document.querySelector<HTMLElement>('#total');
  const element = document.querySelector<HTMLElement>('#grid');
  if (total === null || element === null) return;
  let sum = rowData.reduce((before, { quantity }) => before + quantity, 0);
  const show = (): void => {
    total.dataset.value = String(sum);
    total.textContent = sum.toFixed(2);
  };
  const options: GridOptions<Row> = {
    rowData,
    columnDefs: columnDefs(),
    getRowId: ({ data }) => data.id,
    animateRows: false,
    enterNavigatesVertically: true,
    enterNavigatesVerticallyAfterEdit: true,
    onCellValueChanged: ({ oldValue, newValue }) => {
      sum += Number(newValue) - Number(oldValue);
      show();
    },
    onFirstDataRendered: () => {
      document.body.dataset.ready = 'true';
    },
    ...(layout === null ? {} : { rowHeight: layout.rowHeight, headerHeight: layout.headerHeight, rowBuffer: layout.rowBuffer }),
  };
  if (layout !== null) {
    element.style.width = `${layout.width}px`;
    element.style.height = `${layout.height}px`;
  }
  if (query.get('mount') === 'react') createRoot(element).render(createElement(AgGridReact<Row>, options));
  else createGrid(element, options);
  show();
};

start();
