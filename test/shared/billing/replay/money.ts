/** Money cases by kind: what ours comes to, under the names of the case. */
import { computeBill } from '../../../../src/shared/billing/computeBill.ts';
import { findBreakEvens } from '../../../../src/shared/compare/breakEven.ts';
import { formatAmount, formatFen, formatFixed, parseFixed, QUANTITY_DECIMALS } from '../../../../src/shared/numeric/fixed.ts';
import { divideHalfUp } from '../../../../src/shared/numeric/rounding.ts';
import type { GraduatedPrice } from '../../../../src/shared/pricebook/types.ts';
import { makeOption } from '../../../../src/shared/scenario/blank.ts';
import { billOf, nodeLine, nodeSku, packLine, packSku, priceBook, scenarioOf, usageLine, usageSku } from '../../../support/billing.ts';
import type { MoneyInput } from './cases.ts';

export type MoneyOutcome = Readonly<Record<string, string | readonly string[]>>;
type InputOf<K extends MoneyInput['kind']> = Extract<MoneyInput, { readonly kind: K }>;
type Tiers = InputOf<'graduated'>['tiers'];

export const replayMoney = (input: MoneyInput): MoneyOutcome => {
  switch (input.kind) {
    case 'graduated':
      return graduated(input);
    case 'quota_hours':
      return quotaHours(input);
    case 'break_even':
      return breakEven(input);
    case 'tier_clock':
      return tierClocks(input);
    case 'round2':
      return { value: payableOf(input.value) };
    case 'lago_void':
      return oneBalance(input);
  }
};

const shorten = (fen: bigint): string => formatFixed(fen, 2);
const priceOf = (tiers: Tiers, tierClock: GraduatedPrice['tierClock']): GraduatedPrice => ({
  tierClock,
  tiers: tiers.map(({ up_to, price }) => ({ upTo: up_to, price })),
});
const payableOf = (price: string): string =>
  formatFen(billOf(priceBook([usageSku({ price })]), { usage: [usageLine({ quantity: '1' })] }).totals.payable);

/** The part of a tier is the cost up to its end without that up to its start. */
const graduated = ({ hours, tiers }: InputOf<'graduated'>): MoneyOutcome => {
  const book = priceBook([usageSku({ price: priceOf(tiers, 'month') })]);
  const costOf = (quantity: string) => billOf(book, { usage: [usageLine({ quantity })] }).totals;
  const ends = tiers.map(({ up_to }) => costOf(up_to ?? hours).usageListCost);
  const parts = ends.map((end, position) => formatAmount(end - (ends[position - 1] ?? 0n)));
  return { total: shorten(costOf(hours).payable), parts };
};

/** A quota is an instance. */
const quotaHours = ({ segments }: InputOf<'quota_hours'>): MoneyOutcome => {
  const usage = segments.map(({ quota, hours, price }, at) =>
    usageLine({ id: `u${at}`, quantity: hours, instances: quota, price, per: 'total' }),
  );
  return { total: shorten(billOf(priceBook([usageSku()]), { usage }).totals.payable) };
};

const breakEven = ({ tiers, prepaid_month }: InputOf<'break_even'>): MoneyOutcome => {
  const book = priceBook([nodeSku({ price: prepaid_month }), usageSku({ unit: 'node-hour', price: priceOf(tiers, 'month') })]);
  const options = [
    { ...makeOption('A', 'prepaid'), nodes: [nodeLine()] },
    { ...makeOption('B', 'hourly'), usage: [usageLine()] },
  ];
  const [found] = findBreakEvens({ ...scenarioOf({}), options }, book);
  const hours = parseFixed(found?.hours ?? '', QUANTITY_DECIMALS);
  return { hours_4dp: hours === null ? '' : formatFixed(divideHalfUp(hours, 100n), 4) };
};

const tierClocks = ({ tiers, hours_per_month, months, prepaid_month }: InputOf<'tier_clock'>): MoneyOutcome => {
  const plan = { months: Number(months), usage: [usageLine({ quantity: hours_per_month })] };
  const costOf = (clock: GraduatedPrice['tierClock']): string =>
    shorten(billOf(priceBook([usageSku({ price: priceOf(tiers, clock) })]), plan).totals.cash);
  const prepaid = billOf(priceBook([nodeSku({ price: prepaid_month })]), { months: Number(months), nodes: [nodeLine({ months })] });
  return { reset_each_month: costOf('month'), never_reset: costOf('line'), prepaid: shorten(prepaid.totals.cash) };
};

/** One exact balance: what is void and what is left are two sides of it, and rounded for print only. */
const oneBalance = ({ start, void: amount }: InputOf<'lago_void'>): MoneyOutcome => {
  const book = priceBook([usageSku({ price: amount }), packSku({ amount: start })]);
  const [bill] = computeBill({
    scenario: scenarioOf({ usage: [usageLine({ quantity: '1' })], packs: [packLine()] }),
    priceBook: book,
  }).options;
  const pack = bill?.packs.get('p1');
  const used = pack?.used ?? 0n;
  const remaining = pack?.remaining ?? 0n;
  const print = (exact: bigint): string => formatFen(divideHalfUp(exact, 10n ** 10n));
  return { amount: print(used), balance: print(remaining), exactVoid: formatAmount(used), exactBalance: formatAmount(remaining) };
};
