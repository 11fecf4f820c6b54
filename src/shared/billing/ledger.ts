/**
 * The ledger: one entry for each charge, and for each month in which a node or a pack is paid, expensed or forfeited.
 *
 * Rule: the entries of an option add up to its totals, by month and in all.
 * Units: as in bill.ts. Source: billing.md, sections 3, 5.3, 5.4 and 6.
 */
import type { Amount, Fen, Quantity } from '../numeric/fixed.ts';
import type { PackClass } from '../pricebook/types.ts';
import type { Month, SheetId } from '../scenario/types.ts';
import type { Charge, CoveredByClass, NodeLineBill, OptionBill, PackBill } from './bill.ts';

/** null: the entry says nothing of it. */
export interface LedgerFacts {
  readonly quantity: Quantity | null;
  readonly listCost: Amount | null;
  readonly covered: CoveredByClass | null;
  readonly payable: Fen | null;
  readonly purchase: Fen | null;
  readonly expense: Fen | null;
  readonly forfeitedCost: Fen | null;
}
export interface LedgerLine {
  readonly sheet: SheetId;
  readonly line: string;
}

const NOTHING: LedgerFacts = {
  quantity: null,
  listCost: null,
  covered: null,
  payable: null,
  purchase: null,
  expense: null,
  forfeitedCost: null,
};

/** Months in which a line has an entry, in order; `horizon`: all months of the plan. A dropped line has none. */
export const ledgerMonths = (bill: OptionBill, { sheet, line }: LedgerLine, horizon: readonly Month[]): readonly Month[] => {
  const pack = sheet === 'packs' ? bill.packs.get(line) : undefined;
  if (pack !== undefined) return horizon.filter((month) => packHasEntry(pack, month));
  const billed = bill.lines.get(line);
  if (billed?.kind === 'usage') return billed.months;
  if (billed?.kind !== 'node' || billed.purchase === null) return [];
  return horizon.filter((month) => month === billed.purchaseMonth || billed.expense.has(month));
};

const packHasEntry = (pack: PackBill, month: Month): boolean =>
  month === pack.purchaseMonth || month === pack.forfeitedMonth || pack.expense.has(month);

/** The entry of one of these months; null where there is none. */
export const ledgerFacts = (bill: OptionBill, { sheet, line }: LedgerLine, month: Month): LedgerFacts | null => {
  const pack = sheet === 'packs' ? bill.packs.get(line) : undefined;
  if (pack !== undefined) return packFacts(pack, month);
  const billed = bill.lines.get(line);
  if (billed === undefined) return null;
  if (billed.kind === 'node') return nodeFacts(billed, month);
  const charge = billed.charges.get(month);
  return charge === undefined ? null : chargeFacts(charge);
};

/** What is to be paid is expensed in its month. */
export const chargeFacts = ({ quantity, listCost, draws, payable }: Charge): LedgerFacts => ({
  ...NOTHING,
  quantity,
  listCost,
  covered: coveredByClass(draws),
  payable,
  expense: payable,
});

const coveredByClass = (draws: readonly { readonly packClass: PackClass; readonly amount: Amount }[]): CoveredByClass => {
  const covered = { allowance: 0n, free: 0n, pack: 0n, voucher: 0n };
  for (const draw of draws) covered[draw.packClass] += draw.amount;
  return covered;
};

const nodeFacts = ({ purchase, purchaseMonth, expense }: NodeLineBill, month: Month): LedgerFacts => ({
  ...NOTHING,
  purchase: month === purchaseMonth ? purchase : null,
  expense: expense.get(month) ?? null,
});

const packFacts = (pack: PackBill, month: Month): LedgerFacts => ({
  ...NOTHING,
  purchase: month === pack.purchaseMonth ? pack.purchase : null,
  expense: pack.expense.get(month) ?? null,
  forfeitedCost: month === pack.forfeitedMonth ? pack.forfeitedCost : null,
});
