/** Cells and headings of a table as elements of the page. */
import type { Pressed } from './tableSelection.ts';

/** What takes the focus in a cell: its button, or itself where it has none. null where there is no such cell. */
export const cellElement = (table: HTMLElement | null, row: string, column: string): HTMLElement | null => {
  const cell = table?.querySelector<HTMLElement>(`[data-report-row="${CSS.escape(row)}"] [data-report-cell="${CSS.escape(column)}"]`);
  return cell?.querySelector('button') ?? cell ?? null;
};

/** null beside cells and headings. */
export const pressedAt = (target: EventTarget | null): Pressed | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-report-cell], [data-report-head]') : null;
  if (element === null) return null;
  const row = element.closest<HTMLElement>('[data-report-row]')?.dataset.reportRow;
  const { reportCell, reportHead } = element.dataset;
  if (reportCell !== undefined) return row === undefined ? null : { kind: 'cells', row, column: reportCell };
  if (reportHead === 'row') return row === undefined ? null : { kind: 'rows', row };
  return reportHead === 'corner' ? { kind: 'all' } : { kind: 'columns', column: element.dataset.reportColumn ?? '' };
};
