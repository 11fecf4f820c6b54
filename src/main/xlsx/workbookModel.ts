/** All sheets of an export, in their order. Pure: the writer turns them into a file. */
import type { Bill } from '../../shared/billing/bill.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { makeExportContext } from './exportContext.ts';
import { planLedger } from './ledgerPlan.ts';
import type { SheetModel } from './model.ts';
import { makeCompareSheets } from './sheets/compareSheet.ts';
import { makeDriversSheets } from './sheets/driversSheet.ts';
import { makeIssuesSheet } from './sheets/issuesSheet.ts';
import { makeLedgerSheets } from './sheets/ledgerSheet.ts';
import { makeListsSheet } from './sheets/listsSheet.ts';
import { makeMetaSheet } from './sheets/metaSheet.ts';
import { makeNodesSheet } from './sheets/nodesSheet.ts';
import { makePacksSheet } from './sheets/packsSheet.ts';
import { makePriceBookSheet } from './sheets/priceBookSheet.ts';
import { makeSummarySheet } from './sheets/summarySheet.ts';
import { makeUsageSheet } from './sheets/usageSheet.ts';

export interface WorkbookInput {
  readonly scenario: Scenario;
  /** the edition that the bill was computed with */
  readonly priceBook: PriceBook;
  readonly bill: Bill;
  readonly locale: Locale;
  /** option that Compare measures against; the first one without it */
  readonly baseline?: string | null;
  /** see ExportContext */
  readonly origin?: string;
}

export const makeWorkbookModel = (input: WorkbookInput): readonly SheetModel[] => {
  const context = makeExportContext({ ...input, hasChecks: true });
  const plan = planLedger(context);
  return [
    makeSummarySheet(context, plan),
    ...makeCompareSheets(context, plan, input.baseline ?? null),
    makeNodesSheet(context),
    makeUsageSheet(context, plan),
    makePacksSheet(context),
    ...makeDriversSheets(context),
    ...makeLedgerSheets(context, plan),
    makePriceBookSheet(context),
    makeIssuesSheet(context),
    makeListsSheet(context),
    makeMetaSheet(context),
  ];
};
