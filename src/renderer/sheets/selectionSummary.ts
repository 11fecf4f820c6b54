/** Sum, average, count, lowest and highest of the selected cells. */
import { aggregate } from '../grid/aggregate.ts';
import type { SelectionReport } from '../grid/types.ts';
import type { SelectionSummary } from '../state/ui.ts';

export const summarize = (report: SelectionReport): SelectionSummary => ({ cells: report.cells, ...aggregate(report.values()) });
