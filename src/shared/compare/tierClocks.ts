/**
 * Both totals of an option where the source does not say whether graduated tiers restart each month.
 *
 * Rule: the option is billed with every assumed tier clock set to `month`, and again with `line`.
 * Units: fen.
 * Source: billing.md, 4.3: ASSUMPTION `month`, and a comparison shows both totals when they differ.
 */
import type { OptionTotals } from '../billing/bill.ts';
import { computeOptionBill } from '../billing/computeBill.ts';
import { type GraduatedPrice, isGraduated, type PriceBook, type Sku, type UsageSku } from '../pricebook/types.ts';
import type { Option, Scenario } from '../scenario/types.ts';
import type { CompareBy } from './compareOptions.ts';

type Clock = GraduatedPrice['tierClock'];
export type ClockTotals = Readonly<Record<Clock, Pick<OptionTotals, CompareBy>>>;
export interface TierClockDoubt extends ClockTotals {
  readonly option: string;
}

/** One for each option whose cash or expense depends on the clock, in the order of the options. */
export const findTierClockDoubts = (scenario: Scenario, priceBook: PriceBook): readonly TierClockDoubt[] => {
  const doubtful = new Set(priceBook.skus.filter(hasAssumedClock).map(({ sku }) => sku));
  const usesOne = ({ usage }: Option): boolean => usage.some(({ sku, price }) => price === null && doubtful.has(sku));
  const options = scenario.options.filter(usesOne);
  if (options.length === 0) return [];
  const restarting = withClock(priceBook, 'month');
  const continuing = withClock(priceBook, 'line');
  return options.flatMap((option) => {
    const month = computeOptionBill({ scenario, priceBook: restarting }, option).totals;
    const line = computeOptionBill({ scenario, priceBook: continuing }, option).totals;
    return month.cash === line.cash && month.expense === line.expense ? [] : [{ option: option.id, month, line }];
  });
};

type GraduatedSku = Omit<UsageSku, 'price'> & { readonly price: GraduatedPrice };

const hasAssumedClock = (sku: Sku): sku is GraduatedSku => sku.kind === 'usage' && isGraduated(sku.price) && sku.source.assumed === true;

const withClock = (priceBook: PriceBook, tierClock: Clock): PriceBook => ({
  ...priceBook,
  skus: priceBook.skus.map((sku) => (hasAssumedClock(sku) ? { ...sku, price: { ...sku.price, tierClock } } : sku)),
});
