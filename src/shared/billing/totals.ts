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
import { alignItems } from './align.ts';
import type { MonthTotals, OptionTotals, PackBill, PeriodTotals, UsageLineBill } from './bill.ts';
import type { BilledNode } from './billNode.ts';
import type { Horizon } from './horizon.ts';

export interface TotalsInput {
  readonly horizon: Horizon;
  readonly nodes: readonly BilledNode[];
  /** sumUsage of the usage lines */
  readonly usage: UsageSums;
  readonly packs: readonly PackBill[];
}
/** What the charges of an option add up to, by month of the horizon. */
export type UsageSums = ReadonlyMap<Month, Readonly<Sums>>;

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
const copySums = (sums: Readonly<Sums> = noSums()): Sums => ({ ...sums, covered: { ...sums.covered } });

export const totalOption = (input: TotalsInput): { readonly months: readonly MonthTotals[]; readonly totals: OptionTotals } => {
  const sums = new Map(input.horizon.months.map((month) => [month, copySums(input.usage.get(month))]));
  addNodes(sums, input.nodes);
  addPacks(sums, input.packs);
  const months = [...sums].map(([month, each]) => ({ month, ...periodOf(each) }));
  const totals = { ...periodOf(sumAll(sums.values())), prepaidBalance: prepaidBalanceOf(input) };
  return { months, totals };
};

type SumsByMonth = ReadonlyMap<Month, Sums>;

/** By differences where the sums before an edit are known: integers, so nothing is lost on the way. */
export const sumUsage = (
  usage: readonly UsageLineBill[],
  horizon: Horizon,
  former: { readonly usage: readonly UsageLineBill[]; readonly sums: UsageSums } | null,
): UsageSums => {
  const sums = new Map(horizon.months.map((month) => [month, copySums(former?.sums.get(month))]));
  const before = former?.usage ?? [];
  const placeBefore = alignItems(usage, before);
  const placeAfter = alignItems(before, usage);
  for (const [position, bill] of before.entries()) if (placeAfter(position) < 0) addCharges(sums, bill, -1n);
  for (const [position, bill] of usage.entries()) if (placeBefore(position) < 0) addCharges(sums, bill, 1n);
  return sums;
};

const addCharges = (sums: SumsByMonth, { charges }: UsageLineBill, sign: 1n | -1n): void => {
  for (const charge of charges.values()) {
    const sum = sums.get(charge.month);
    if (sum === undefined) continue;
    sum.usageListCost += sign * charge.listCost;
    sum.payable += sign * charge.payable;
    for (const draw of charge.draws) sum.covered[draw.packClass] += sign * draw.amount;
  }
};

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
