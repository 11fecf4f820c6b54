/** The published worked examples (test/golden/worked-examples.json), and how one becomes a plan of ours. */
import { readFileSync } from 'node:fs';
import type { OptionBill } from '../../../../../src/shared/billing/bill.ts';
import { formatAmount, formatFen, parseFixed } from '../../../../../src/shared/numeric/fixed.ts';
import type { Sku } from '../../../../../src/shared/pricebook/types.ts';
import { billOf, type PlanInput, priceBook, provider } from '../../../../support/billing.ts';

export interface WorkedExample {
  readonly id: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** as printed on the page */
  readonly expected_text: string;
  readonly check: { readonly rounding: string };
  readonly line_items_cny?: readonly number[];
  readonly detail_line_3dp?: number;
  readonly alternative_total_cny?: number;
  readonly unrounded_then_rounded_cny?: number;
}
/** What ours comes to: fen where the page prints fen, else the exact amount. */
export type Replay = (example: WorkedExample) => string;

export const WORKED_EXAMPLES: readonly WorkedExample[] = JSON.parse(
  readFileSync(new URL('../../../../golden/worked-examples.json', import.meta.url), 'utf8'),
);

/** A number of the example as decimal text. */
export const input = ({ id, inputs }: WorkedExample, key: string): string => {
  const value = inputs[key];
  if (typeof value !== 'number') throw new Error(`${id}: no number ${key}`);
  return String(value);
};
/** The product of whole numbers of the example, and of others. */
export const product = (example: WorkedExample, ...factors: readonly (string | bigint)[]): string =>
  String(factors.reduce<bigint>((all, factor) => all * (typeof factor === 'bigint' ? factor : BigInt(input(example, factor))), 1n));

/** One month of 30 days unless the plan says otherwise; charges round as the page does. */
export const billExample = (example: WorkedExample, skus: readonly Sku[], plan: PlanInput): OptionBill => {
  const rounding = example.check.rounding.startsWith('down') ? 'down' : 'half-up';
  const bill = billOf(priceBook(skus, [provider({ rounding })]), { startMonth: '2026-04', ...plan });
  if (bill.issueCounts.errors > 0) throw new Error(`${example.id}: ${JSON.stringify(bill.issues)}`);
  return bill;
};
export const cashOf = (bill: OptionBill): string => formatFen(bill.totals.cash);
export const expenseOf = (bill: OptionBill): string => formatFen(bill.totals.expense);
export const listCostOf = (bill: OptionBill): string => formatAmount(bill.totals.usageListCost);

/** The printed total in the same form: with two decimals at least. */
export const publishedOf = ({ id, expected_text }: WorkedExample): string => {
  const fen = parseFixed(expected_text, 2);
  if (fen !== null) return formatFen(fen);
  if (parseFixed(expected_text, 12) === null) throw new Error(`${id}: ${expected_text} is no amount`);
  return expected_text;
};
