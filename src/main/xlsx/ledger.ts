/**
 * The entries of the ledger (shared/billing/ledger.ts) with their formulas: purchases refer to the cost cells of their sheets, so they follow
 * a changed count; a node's expense follows its purchase.
 */
import type { Charge, NodeLineBill } from '../../shared/billing/bill.ts';
import { chargeFacts, type LedgerFacts, ledgerFacts, ledgerMonths } from '../../shared/billing/ledger.ts';
import type { Fen } from '../../shared/numeric/fixed.ts';
import type { NodeLine, PackLine, SheetId, UsageLine } from '../../shared/scenario/types.ts';
import { monthsBetween } from '../../shared/time/calendar.ts';
import { shareToFen } from './excelMath.ts';
import type { BilledOption, ExportContext } from './exportContext.ts';
import type { ChargeCells, ChargeFormulas, FindLive, LiveLine } from './liveUsage.ts';
import { sheetReference } from './model.ts';
import { SHEET_NAMES } from './texts.ts';

/** A fen amount, and the formula that gives the same where there is one. */
export interface LiveFen {
  readonly fen: Fen;
  readonly formula: string | null;
}
export interface LedgerEntry extends Omit<LedgerFacts, 'purchase' | 'expense'> {
  readonly kind: 'charge' | 'node' | 'packEntry';
  readonly option: BilledOption;
  readonly line: string;
  readonly sku: string;
  readonly month: string;
  /** of a charge that Excel can follow; takes the cells of its own row */
  readonly live: ((cells: ChargeCells) => ChargeFormulas) | null;
  readonly purchase: LiveFen | null;
  readonly expense: LiveFen | null;
}

export const usageEntries = (input: {
  readonly context: ExportContext;
  readonly findLive: FindLive;
  readonly option: BilledOption;
  readonly line: UsageLine;
  readonly row: number;
}): readonly LedgerEntry[] => {
  const { context, findLive, option, line, row } = input;
  const bill = option.bill.lines.get(line.id);
  if (bill?.kind !== 'usage') return [];
  const live = findLive(option, line);
  return bill.listCharges().map((charge) => ({
    ...chargeEntry(option, line, charge),
    live: live && ((cells) => chargeFormulas({ context, live, month: charge.month, row, cells })),
  }));
};

const chargeFormulas = (input: {
  readonly context: ExportContext;
  readonly live: LiveLine;
  readonly month: string;
  readonly row: number;
  readonly cells: ChargeCells;
}): ChargeFormulas => {
  const { context, live, month, row, cells } = input;
  const sheet = sheetReference(SHEET_NAMES.usage[context.locale]);
  return live.formulasOf(month, (column) => `${sheet}$${context.lettersOf('usage', column)}$${row}`, cells);
};

const chargeEntry = (option: BilledOption, line: UsageLine, charge: Charge): LedgerEntry => {
  const facts = chargeFacts(charge);
  return {
    ...facts,
    kind: 'charge',
    option,
    line: line.id,
    sku: line.sku,
    month: charge.month,
    live: null,
    purchase: null,
    expense: { fen: charge.payable, formula: null },
  };
};

export const nodeEntries = (context: ExportContext, option: BilledOption, line: NodeLine, row: number): readonly LedgerEntry[] => {
  const bill = option.bill.lines.get(line.id);
  if (bill?.kind !== 'node') return [];
  return entriesOf(context, option, 'nodes', line).map(({ facts, month }) => ({
    ...facts,
    kind: 'node' as const,
    option,
    line: line.id,
    sku: line.sku,
    month,
    live: null,
    purchase: facts.purchase === null ? null : { fen: facts.purchase, formula: `N(${costReference(context, 'nodes', row)})` },
    expense: nodeExpense({ context, line, bill, month, row }),
  }));
};

const entriesOf = (
  { months }: ExportContext,
  { bill }: BilledOption,
  sheet: SheetId,
  { id: line }: NodeLine | PackLine,
): readonly { readonly month: string; readonly facts: LedgerFacts }[] =>
  ledgerMonths(bill, { sheet, line }, months).flatMap((month) => {
    const facts = ledgerFacts(bill, { sheet, line }, month);
    return facts === null ? [] : [{ month, facts }];
  });

/** `'Nodes'!$L$5` */
const costReference = (context: ExportContext, sheet: SheetId, row: number): string =>
  `${sheetReference(SHEET_NAMES[sheet][context.locale])}$${context.lettersOf(sheet, 'cost')}$${row}`;

/** The share of the service month that starts in `month`: what is recognised until its end, less what was until its start. */
const nodeExpense = (input: {
  readonly context: ExportContext;
  readonly line: NodeLine;
  readonly bill: NodeLineBill;
  readonly month: string;
  readonly row: number;
}): LiveFen | null => {
  const { context, line, bill, month, row } = input;
  const fen = bill.expense.get(month);
  if (fen === undefined || bill.purchaseMonth === null || bill.purchase === null) return null;
  const k = monthsBetween(bill.purchaseMonth, month);
  const cost = `N(${costReference(context, 'nodes', row)})`;
  const monthsCell = `${sheetReference(SHEET_NAMES.nodes[context.locale])}$${context.lettersOf('nodes', 'months')}$${row}`;
  const months = `IF(${monthsCell}="",1,${monthsCell})`;
  const until = (service: number): string => `ROUND(${cost}*MIN(${service},${months})/${months},2)`;
  const live = shareToFen(bill.purchase, k, Number(line.months ?? '1')) === fen;
  return { fen, formula: live ? `ROUND(${until(k + 1)}-${until(k)},2)` : null };
};

export const packEntries = (context: ExportContext, option: BilledOption, line: PackLine, row: number): readonly LedgerEntry[] =>
  entriesOf(context, option, 'packs', line).map(({ facts, month }) => ({
    ...facts,
    kind: 'packEntry' as const,
    option,
    line: line.id,
    sku: line.sku,
    month,
    live: null,
    purchase: facts.purchase === null ? null : { fen: facts.purchase, formula: `N(${costReference(context, 'packs', row)})` },
    expense: facts.expense === null ? null : { fen: facts.expense, formula: null },
  }));
