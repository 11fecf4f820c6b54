/**
 * What a CSV file of a sheet holds: one table, its headers first. The title and the sums above the headers are left out, because
 * another program would take them for rows; Summary, which is a page and no table, keeps all but the advice about a workbook's cells.
 */
import type { CsvSheet } from '../../shared/ipc/contract.ts';
import { type ExportContext, makeExportContext } from '../xlsx/exportContext.ts';
import { planLedger } from '../xlsx/ledgerPlan.ts';
import type { Row, SheetModel } from '../xlsx/model.ts';
import { makeLedgerSheets } from '../xlsx/sheets/ledgerSheet.ts';
import { makeNodesSheet } from '../xlsx/sheets/nodesSheet.ts';
import { makePacksSheet } from '../xlsx/sheets/packsSheet.ts';
import { makeSummarySheet } from '../xlsx/sheets/summarySheet.ts';
import { makeUsageSheet } from '../xlsx/sheets/usageSheet.ts';
import type { WorkbookInput } from '../xlsx/workbookModel.ts';

export const sheetRows = function* (input: WorkbookInput, sheet: Exclude<CsvSheet, 'focus'>): Generator<Row> {
  const parts = SHEETS[sheet](makeExportContext({ ...input, hasChecks: false }));
  // A ledger of more than a million entries has several parts in a workbook, and one table here.
  for (const [index, part] of parts.entries()) yield* tableRows(part, index === 0);
};

const SHEETS: Readonly<Record<Exclude<CsvSheet, 'focus'>, (context: ExportContext) => readonly SheetModel[]>> = {
  nodes: (context) => [makeNodesSheet(context)],
  usage: (context) => [makeUsageSheet(context, planLedger(context))],
  packs: (context) => [makePacksSheet(context)],
  ledger: (context) => makeLedgerSheets(context, planLedger(context)),
  summary: (context) => [makeSummarySheet(context, planLedger(context))],
};

const tableRows = function* ({ rows, filterRow }: SheetModel, withHeaders: boolean): Generator<Row> {
  const above = filterRow === null ? 0 : filterRow - (withHeaders ? 1 : 0);
  let row = 0;
  for (const cells of rows) {
    row += 1;
    if (row > above && cells[0]?.style !== 'advice') yield cells;
  }
};
