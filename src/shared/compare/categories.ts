/**
 * Rule: an option's cash or expense by category of its SKUs: nodes and usage by their own category, bought packs under `packs`.
 * The rows add up to the option's total, by month and in all. A dropped line is in no row.
 * Units: Fen. Months: those of the horizon.
 * Source: billing.md, section 6 (cash = purchases + payable; expense = payable + recognised shares).
 */
import type { LineBill, OptionBill } from '../billing/bill.ts';
import type { Fen } from '../numeric/fixed.ts';
import { indexPriceBook, type PriceBookIndex } from '../pricebook/find.ts';
import type { PriceBook, UsageSku } from '../pricebook/types.ts';
import type { Month, Option, Scenario } from '../scenario/types.ts';
import type { CompareBy } from './compareOptions.ts';

export interface CategoryRow {
  /** category of the price book, or `packs` */
  readonly category: string;
  readonly total: Fen;
  /** one for each month of the horizon */
  readonly months: readonly Fen[];
}
export const PACKS_CATEGORY = 'packs';

/** The categories that have a line in this option, in the order of their first line. */
export const categoryRows = (input: {
  readonly option: Option;
  readonly bill: OptionBill;
  readonly priceBook: PriceBook;
  readonly by: CompareBy;
}): readonly CategoryRow[] => {
  const { option, bill, by } = input;
  const index = indexPriceBook(input.priceBook);
  const months = bill.months.map(({ month }) => month);
  const sums = new Map<string, Map<Month, Fen>>();
  const add = (category: string, month: Month | null, amount: Fen | null): void => {
    const row = sums.get(category) ?? new Map<Month, Fen>();
    sums.set(category, row);
    if (month !== null && amount !== null) row.set(month, (row.get(month) ?? 0n) + amount);
  };
  for (const line of [...option.nodes, ...option.usage]) {
    const sku = index.findSku(line.sku);
    const found = bill.lines.get(line.id);
    if (sku === undefined || sku.kind === 'pack' || found === undefined) continue;
    add(sku.category, null, null);
    for (const [month, amount] of costsOf(found, by)) add(sku.category, month, amount);
  }
  for (const pack of bill.packs.values()) {
    add(PACKS_CATEGORY, null, null);
    const costs = by === 'cash' ? [[pack.purchaseMonth, pack.purchase] as const] : pack.expense;
    for (const [month, amount] of costs) add(PACKS_CATEGORY, month, amount);
  }
  return [...sums].map(([category, row]) => {
    const series = months.map((month) => row.get(month) ?? 0n);
    return { category, months: series, total: series.reduce((sum, amount) => sum + amount, 0n) };
  });
};

/** The SKUs that any option uses, by category: categories and SKUs in the order in which they first appear. */
export const usageCategories = (
  scenario: Scenario,
  { findSku }: Pick<PriceBookIndex, 'findSku'>,
): ReadonlyMap<string, readonly UsageSku[]> => {
  const categories = new Map<string, UsageSku[]>();
  for (const id of new Set(scenario.options.flatMap((option) => option.usage.map(({ sku }) => sku)))) {
    const sku = findSku(id);
    if (sku?.kind !== 'usage') continue;
    const skus = categories.get(sku.category) ?? [];
    categories.set(sku.category, skus);
    skus.push(sku);
  }
  return categories;
};

/** The ids of the lines that a category adds up. */
export const linesOfCategory = ({ nodes, usage, packs }: Option, index: PriceBookIndex, category: string): ReadonlySet<string> => {
  const lines = [...nodes, ...usage].filter(({ sku }) => {
    const found = index.findSku(sku);
    return found !== undefined && found.kind !== 'pack' && found.category === category;
  });
  return new Set([...lines, ...(category === PACKS_CATEGORY ? packs : [])].map(({ id }) => id));
};

const costsOf = (line: LineBill, by: CompareBy): Iterable<readonly [Month | null, Fen | null]> => {
  if (line.kind === 'usage') return [...line.charges.values()].map((charge) => [charge.month, charge.payable] as const);
  return by === 'cash' ? [[line.purchaseMonth, line.purchase]] : line.expense;
};
