/**
 * The charges of one option in the columns of FOCUS, as rows of a table with its header.
 *
 * Rule: by month, BilledCost adds up to the engine's cash and EffectiveCost to its expense, to the fen. Nothing is a correction, a tax
 * or a credit: a forecast corrects no bill, prices hold the tax where the price book says so, and trials and vouchers are taken off
 * the rows that they pay, as the specification wants it of a discount that is known when the charge is made.
 * One option, because a FOCUS file holds what somebody pays, and every tool that opens one adds it up: alternatives in one file would
 * be added to each other. x_OptionId says which it is, for those who put files together on purpose.
 * Source: FOCUS 1.2; billing.md, section 6.
 */
import { makeExportContext } from '../../xlsx/exportContext.ts';
import type { Row } from '../../xlsx/model.ts';
import type { WorkbookInput } from '../../xlsx/workbookModel.ts';
import { type FocusRow, focusCells, focusHeader } from './columns.ts';
import { makeFocusOption } from './focusOption.ts';
import { nodeRows } from './nodeRows.ts';
import { packRows } from './packRows.ts';
import { usageRows } from './usageRows.ts';

export const focusTable = function* (input: WorkbookInput, option: string): Generator<Row> {
  yield focusHeader();
  for (const row of focusRows(input, option)) yield focusCells(row);
};

/** `option`: an id of the scenario. */
export const focusRows = function* (input: WorkbookInput, option: string): Generator<FocusRow> {
  const context = makeExportContext({ ...input, hasChecks: false });
  const billed = context.options.find((each) => each.option.id === option);
  if (billed === undefined) throw new Error(`the bill has no option ${option}`);
  const focus = makeFocusOption(context, billed);
  for (const line of billed.option.nodes) yield* nodeRows(focus, line);
  for (const line of billed.option.usage) yield* usageRows(focus, line);
  for (const line of billed.option.packs) yield* packRows(focus, line);
};
