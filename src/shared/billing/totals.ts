/**
 * Totals of an option, by month and over the horizon.
 *
 * Rule: cash = purchases + payable; expense = payable + recognised shares of nodes and packs; prepaidBalance = what nodes and the packs
 * bought in the horizon have not yet recognised. When everything is bought inside the horizon, cash - expense = prepaidBalance.
 * Units: Amount 10^-12 CNY for list cost and covered, fen for the rest.
 * Rounding: none, totals add.
 * Source: billing.md, 6.
 */
import type { Amount, Fen } from '../numeric/fixed.ts';
import type { PackClass } from '../pricebook/types.ts';
import type { Month } from '../time/calendar.ts';
import type { MonthTotals, OptionTotals, PackBill, PeriodTotals } from './bill.ts';
import type { BilledNode } from './billNode.ts';
import type { Horizon } from './horizon.ts';

export interface TotalsInput {
  readonly horizon: Horizon;
  readonly nodes: readonly BilledNode[];
  /** of the usage in a month of the horizon */
  readonly listCost: (month: number) => Amount;
  readonly payable: (month: number) => Fen;
  /** list cost that packs of a class paid in a month of the horizon */
  readonly covered: (packClass: PackClass, month: number) => Amount;
  readonly packs: readonly PackBill[];
}

interface Sums {
  usageListCost: Amount;
  readonly covered: Record<PackClass, Amount>;
  payable: Fen;
  purchases: Fen;
  shares: Fen;
  forfeitedCost: Fen;
}
const noSums = (): Sums => ({
  usageListCost: 0n,
  covered: { allowance: 0n, free: 0n, pack: 0n, voucher: 0n },
  payable: 0n,
  purchases: 0n,
  shares: 0n,
  forfeitedCost: 0n,
});

export const totalOption = (input: TotalsInput): { readonly months: readonly MonthTotals[]; readonly totals: OptionTotals } => {
  const sums = new Map(input.horizon.months.map((month, index) => [month, usageSums(input, index)]));
  addNodes(sums, input.nodes);
  addPacks(sums, input.packs);
  const months = [...sums].map(([month, each]) => ({ month, ...periodOf(each) }));
  const totals = { ...periodOf(sumAll(sums.values())), prepaidBalance: prepaidBalanceOf(input) };
  return { months, totals };
};

type SumsByMonth = ReadonlyMap<Month, Sums>;

const usageSums = ({ listCost, payable, covered }: TotalsInput, month: number): Sums => ({
  ...noSums(),
  usageListCost: listCost(month),
  covered: {
    allowance: covered('allowance', month),
    free: covered('free', month),
    pack: covered('pack', month),
    voucher: covered('voucher', month),
  },
  payable: payable(month),
});

const addNodes = (sums: SumsByMonth, nodes: readonly BilledNode[]): void => {
  for (const { bill, cash } of nodes) {
    addShares(sums, bill.expense);
    const sum = bill.purchaseMonth === null ? undefined : sums.get(bill.purchaseMonth);
    if (sum !== undefined) sum.purchases += cash;
  }
};

const addPacks = (sums: SumsByMonth, packs: readonly PackBill[]): void => {
  for (const pack of packs) {
    addShares(sums, pack.expense);
    const bought = pack.purchaseMonth === null ? undefined : sums.get(pack.purchaseMonth);
    if (bought !== undefined) bought.purchases += pack.purchase;
    const forfeited = pack.forfeitedMonth === null ? undefined : sums.get(pack.forfeitedMonth);
    if (forfeited !== undefined) forfeited.forfeitedCost += pack.forfeitedCost;
  }
};

const addShares = (sums: SumsByMonth, expense: ReadonlyMap<Month, Fen>): void => {
  for (const [month, share] of expense) {
    const sum = sums.get(month);
    if (sum !== undefined) sum.shares += share;
  }
};

const sumAll = (all: Iterable<Sums>): Sums => {
  const total = noSums();
  for (const each of all) {
    total.usageListCost += each.usageListCost;
    total.covered.allowance += each.covered.allowance;
    total.covered.free += each.covered.free;
    total.covered.pack += each.covered.pack;
    total.covered.voucher += each.covered.voucher;
    total.payable += each.payable;
    total.purchases += each.purchases;
    total.shares += each.shares;
    total.forfeitedCost += each.forfeitedCost;
  }
  return total;
};

const periodOf = ({ usageListCost, covered, payable, purchases, shares, forfeitedCost }: Sums): PeriodTotals => ({
  usageListCost,
  covered,
  payable,
  purchases,
  cash: purchases + payable,
  expense: payable + shares,
  forfeitedCost,
});

const prepaidBalanceOf = ({ nodes, packs }: TotalsInput): Fen => {
  let balance = 0n;
  for (const node of nodes) balance += node.prepaid;
  for (const { purchase, purchaseMonth, expense } of packs) {
    if (purchaseMonth === null) continue;
    balance += purchase;
    for (const share of expense.values()) balance -= share;
  }
  return balance;
};
