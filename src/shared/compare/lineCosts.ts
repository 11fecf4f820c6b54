/**
 * Rule: what one line adds to its option's cash or expense within the horizon; what usage adds is the same in both.
 * Units: Fen; null of a line that an error dropped.
 * Source: billing.md, section 6 (cash = purchases + payable; expense = payable + recognised shares).
 */
import type { OptionBill } from '../billing/bill.ts';
import type { Fen } from '../numeric/fixed.ts';
import type { CompareBy } from './compareOptions.ts';

export const nodeCost = (bill: OptionBill, id: string, by: CompareBy): Fen | null => {
  const line = bill.lines.get(id);
  if (line?.kind !== 'node' || line.purchase === null) return null;
  if (by === 'expense') return sumOf(line.expense.values());
  return bill.months.some(({ month }) => month === line.purchaseMonth) ? line.purchase : 0n;
};

export const packCost = (bill: OptionBill, id: string, by: CompareBy): Fen | null => {
  const pack = bill.packs.get(id);
  if (pack === undefined) return null;
  if (by === 'expense') return sumOf(pack.expense.values());
  return pack.purchaseMonth === null ? 0n : pack.purchase;
};

export const usageCost = (bill: OptionBill, id: string): Fen | null => {
  const line = bill.lines.get(id);
  return line?.kind === 'usage' ? line.payable : null;
};

const sumOf = (amounts: Iterable<Fen>): Fen => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
};
