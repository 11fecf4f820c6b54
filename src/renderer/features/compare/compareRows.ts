/**
 * Rule: options side by side: what is prepaid, what usage costs by SKU, and their sum, which is the option's cash or expense to
 * the last fen; then the difference to the baseline, then what is not part of the sum.
 * Units: Amount (10^-12 CNY) in `Money`, Fen in differences.
 * Source: billing.md, section 6; shared/compare for differences.
 */
import type { Bill, OptionBill, TotalKey } from '../../../shared/billing/bill.ts';
import { usageCategories } from '../../../shared/compare/categories.ts';
import { compareFilled } from '../../../shared/compare/comparable.ts';
import type { CompareBy, Difference } from '../../../shared/compare/compareOptions.ts';
import { nodeCost, packCost, usageCost } from '../../../shared/compare/lineCosts.ts';
import type { Fen } from '../../../shared/numeric/fixed.ts';
import { indexPriceBook } from '../../../shared/pricebook/find.ts';
import type { LocalizedText, PriceBook } from '../../../shared/pricebook/types.ts';
import type { Option, Scenario } from '../../../shared/scenario/types.ts';
import type { WhySubject } from '../../state/subject.ts';
import { fenMoney, type Money, totalMoney } from '../../ui/report/amounts.ts';

export type CompareLabel =
  | { readonly kind: 'text'; readonly text: 'prepaid' | 'nodes' | 'packs' | 'difference' | 'reference' | TotalKey }
  | { readonly kind: 'usage'; readonly category: string }
  | { readonly kind: 'sku'; readonly name: LocalizedText };
export interface CompareCell {
  /** null: the option has lines here, but none of them has an amount */
  readonly money: Money | null;
  /** lines here that have no amount */
  readonly missing: number;
  readonly subject: WhySubject;
  /** in the difference row only */
  readonly difference: Difference | null;
}
export interface CompareRow {
  /** unique: `nodes`, `sku:<sku>`, `cash`, `difference` … */
  readonly id: string;
  readonly kind: 'group' | 'value' | 'total' | 'difference';
  readonly label: CompareLabel;
  /** one for each option; null: the option has nothing of it */
  readonly cells: readonly (CompareCell | null)[];
}
export interface CompareInput {
  readonly bill: Bill;
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
  /** null: the first option */
  readonly baseline: string | null;
  readonly by: CompareBy;
}

export const buildCompareRows = (input: CompareInput): readonly CompareRow[] => {
  const other: CompareBy = input.by === 'cash' ? 'expense' : 'cash';
  return [
    group('prepaid', { kind: 'text', text: 'prepaid' }),
    prepaidRow(input, 'nodes'),
    prepaidRow(input, 'packs'),
    ...usageRows(input),
    { ...totalRow(input, input.by), kind: 'total' },
    ...differenceRow(input),
    group('reference', { kind: 'text', text: 'reference' }),
    totalRow(input, other),
    totalRow(input, 'prepaidBalance'),
    totalRow(input, 'usageListCost'),
    totalRow(input, 'covered'),
    totalRow(input, 'forfeitedCost'),
  ];
};

const group = (id: string, label: CompareLabel): CompareRow => ({ id, kind: 'group', label, cells: [] });

interface LineAmount {
  readonly line: string;
  /** null: dropped by an error */
  readonly amount: Fen | null;
}
/** What some lines of an option add to its total; null where there are none. */
const sumCell = (option: string, total: TotalKey, amounts: readonly LineAmount[]): CompareCell | null => {
  if (amounts.length === 0) return null;
  const known = amounts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return {
    money: known.length === 0 ? null : fenMoney(known.reduce((sum, amount) => sum + amount, 0n)),
    missing: amounts.length - known.length,
    subject: { kind: 'lines', option, lines: amounts.map(({ line }) => line), total, month: null },
    difference: null,
  };
};

const prepaidRow = ({ bill, scenario, by }: CompareInput, id: 'nodes' | 'packs'): CompareRow => ({
  id,
  kind: 'value',
  label: { kind: 'text', text: id },
  cells: bill.options.map((option) => {
    const lines = optionOf(scenario, option)?.[id] ?? [];
    return sumCell(
      option.id,
      by,
      lines.map((line) => ({ line: line.id, amount: id === 'nodes' ? nodeCost(option, line.id, by) : packCost(option, line.id, by) })),
    );
  }),
});

const optionOf = (scenario: Scenario, bill: OptionBill): Option | undefined => scenario.options.find(({ id }) => id === bill.id);

/** A heading for each category, a row for each SKU in it; categories and SKUs in the order in which they first appear. */
const usageRows = ({ bill, scenario, priceBook }: CompareInput): readonly CompareRow[] => {
  // One walk over the lines, however many items there are.
  const bySku = bill.options.map((option) => Map.groupBy(optionOf(scenario, option)?.usage ?? [], (line) => line.sku));
  return [...usageCategories(scenario, indexPriceBook(priceBook))].flatMap(([category, skus]) => [
    group(`usage:${category}`, { kind: 'usage', category }),
    ...skus.map(({ sku: id, name }): CompareRow => {
      const cells = bill.options.map((option, at) =>
        sumCell(
          option.id,
          'payable',
          (bySku[at]?.get(id) ?? []).map((line) => ({ line: line.id, amount: usageCost(option, line.id) })),
        ),
      );
      return { id: `sku:${id}`, kind: 'value', label: { kind: 'sku', name }, cells };
    }),
  ]);
};

const totalRow = ({ bill }: CompareInput, total: TotalKey): CompareRow => ({
  id: total,
  kind: 'value',
  label: { kind: 'text', text: total },
  cells: bill.options.map((option) => ({
    money: total === 'prepaidBalance' ? fenMoney(option.totals.prepaidBalance) : totalMoney(option.totals, total),
    missing: 0,
    subject: { kind: 'total', option: option.id, total, month: null },
    difference: null,
  })),
});

/** None where there is nothing to compare with; no cell for the baseline itself and for options that hold nothing. */
const differenceRow = (input: CompareInput): readonly CompareRow[] => {
  const { bill, by } = input;
  const comparison = compareFilled(input);
  if (comparison === null || comparison.rows.length < 2) return [];
  const { baseline } = comparison;
  const cells = bill.options.map(({ id: option }): CompareCell | null => {
    const row = comparison.rows.find((candidate) => candidate.option === option);
    if (row === undefined || option === baseline) return null;
    const subject: WhySubject = { kind: 'difference', option, baseline, total: by, month: null };
    return { money: fenMoney(row.difference.amount), missing: 0, subject, difference: row.difference };
  });
  return [{ id: 'difference', kind: 'difference', label: { kind: 'text', text: 'difference' }, cells }];
};
