/**
 * The ledger: one entry for each charge, and for each month in which a node or a pack is paid, expensed or forfeited.
 *
 * Rule: the entries of an option add up to its totals, by month and in all. Purchases refer to the cost cells of their sheets, so
 * they follow a changed count; a node's expense follows its purchase.
 * Units: as in bill.ts. Source: billing.md, sections 3, 5.3, 5.4 and 6.
 */
import type { Charge, CoveredByClass, NodeLineBill, PackBill } from '../../shared/billing/bill.ts';
import type { Amount, Fen, Quantity } from '../../shared/numeric/fixed.ts';
import type { PackClass } from '../../shared/pricebook/types.ts';
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
export interface LedgerEntry {
  readonly kind: 'charge' | 'node' | 'packEntry';
  readonly option: BilledOption;
  readonly line: string;
  readonly sku: string;
  readonly month: string;
  readonly quantity: Quantity | null;
  readonly listCost: Amount | null;
  readonly covered: CoveredByClass | null;
  readonly payable: Fen | null;
  /** of a charge that Excel can follow; takes the cells of its own row */
  readonly live: ((cells: ChargeCells) => ChargeFormulas) | null;
  readonly purchase: LiveFen | null;
  readonly expense: LiveFen | null;
  readonly forfeitedCost: Fen | null;
}

const NOTHING = {
  quantity: null,
  listCost: null,
  covered: null,
  payable: null,
  live: null,
  purchase: null,
  expense: null,
  forfeitedCost: null,
};

/** Months of the horizon in which a line has an entry, in order. */
export const entryMonths = (context: ExportContext, option: BilledOption, sheet: SheetId, line: string): readonly string[] => {
  const pack = sheet === 'packs' ? option.bill.packs.get(line) : undefined;
  if (pack !== undefined) return context.months.filter((month) => packHasEntry(pack, month));
  const bill = option.bill.lines.get(line);
  if (bill?.kind === 'usage') return bill.months;
  if (bill?.kind !== 'node' || bill.purchase === null) return [];
  return context.months.filter((month) => month === bill.purchaseMonth || bill.expense.has(month));
};

const packHasEntry = (pack: PackBill, month: string): boolean =>
  month === pack.purchaseMonth || month === pack.forfeitedMonth || pack.expense.has(month);

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

const chargeEntry = (option: BilledOption, line: UsageLine, charge: Charge): LedgerEntry => ({
  ...NOTHING,
  kind: 'charge',
  option,
  line: line.id,
  sku: line.sku,
  month: charge.month,
  quantity: charge.quantity,
  listCost: charge.listCost,
  covered: coveredByClass(charge.draws),
  payable: charge.payable,
  expense: { fen: charge.payable, formula: null },
});

const coveredByClass = (draws: readonly { readonly packClass: PackClass; readonly amount: Amount }[]): CoveredByClass => {
  const covered = { allowance: 0n, free: 0n, pack: 0n, voucher: 0n };
  for (const draw of draws) covered[draw.packClass] += draw.amount;
  return covered;
};

export const nodeEntries = (context: ExportContext, option: BilledOption, line: NodeLine, row: number): readonly LedgerEntry[] => {
  const bill = option.bill.lines.get(line.id);
  if (bill?.kind !== 'node' || bill.purchase === null) return [];
  const { purchase } = bill;
  return entryMonths(context, option, 'nodes', line.id).map((month) => ({
    ...NOTHING,
    kind: 'node' as const,
    option,
    line: line.id,
    sku: line.sku,
    month,
    purchase: month === bill.purchaseMonth ? { fen: purchase, formula: `N(${costReference(context, 'nodes', row)})` } : null,
    expense: nodeExpense({ context, line, bill, purchase, month, row }),
  }));
};

/** `'Nodes'!$L$5` */
const costReference = (context: ExportContext, sheet: SheetId, row: number): string =>
  `${sheetReference(SHEET_NAMES[sheet][context.locale])}$${context.lettersOf(sheet, 'cost')}$${row}`;

/** The share of the service month that starts in `month`: what is recognised until its end, less what was until its start. */
const nodeExpense = (input: {
  readonly context: ExportContext;
  readonly line: NodeLine;
  readonly bill: NodeLineBill;
  readonly purchase: Fen;
  readonly month: string;
  readonly row: number;
}): LiveFen | null => {
  const { context, line, bill, purchase, month, row } = input;
  const fen = bill.expense.get(month);
  if (fen === undefined || bill.purchaseMonth === null) return null;
  const k = monthsBetween(bill.purchaseMonth, month);
  const cost = `N(${costReference(context, 'nodes', row)})`;
  const monthsCell = `${sheetReference(SHEET_NAMES.nodes[context.locale])}$${context.lettersOf('nodes', 'months')}$${row}`;
  const months = `IF(${monthsCell}="",1,${monthsCell})`;
  const until = (service: number): string => `ROUND(${cost}*MIN(${service},${months})/${months},2)`;
  const live = shareToFen(purchase, k, Number(line.months ?? '1')) === fen;
  return { fen, formula: live ? `ROUND(${until(k + 1)}-${until(k)},2)` : null };
};

export const packEntries = (context: ExportContext, option: BilledOption, line: PackLine, row: number): readonly LedgerEntry[] => {
  const pack = option.bill.packs.get(line.id);
  if (pack === undefined) return [];
  return entryMonths(context, option, 'packs', line.id).map((month) => {
    const expense = pack.expense.get(month);
    return {
      ...NOTHING,
      kind: 'packEntry' as const,
      option,
      line: line.id,
      sku: line.sku,
      month,
      purchase: month === pack.purchaseMonth ? { fen: pack.purchase, formula: `N(${costReference(context, 'packs', row)})` } : null,
      expense: expense === undefined ? null : { fen: expense, formula: null },
      forfeitedCost: month === pack.forfeitedMonth ? pack.forfeitedCost : null,
    };
  });
};
