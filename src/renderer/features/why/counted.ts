/**
 * Rule: a number that is no money heads its explanation as it stood where it was clicked: what a line uses in some months, what became of a
 * pack. Months add up to the quantity of all of them.
 * Units: Quantity (10^-6 units), a pack's balance in its own unit. Source: billing.md, 4.1, 4.2 and 5.4.
 */
import type { Bill } from '../../../shared/billing/bill.ts';
import type { BillInput } from '../../../shared/billing/computeBill.ts';
import { explain } from '../../../shared/billing/explain/explain.ts';
import type { ChargeExplanation, PackExplanation } from '../../../shared/billing/explanation.ts';
import type { Quantity } from '../../../shared/numeric/fixed.ts';
import type { PackBalance, ReportSubject } from '../../state/subject.ts';

export interface QuantityView {
  readonly kind: 'quantity';
  readonly quantity: Quantity;
  /** of each of the months that has one */
  readonly charges: readonly [ChargeExplanation, ...ChargeExplanation[]];
}
export interface BalanceView {
  readonly kind: 'balance';
  readonly balance: PackBalance;
  readonly of: PackExplanation;
}

/** null: no such month has a charge. */
export const quantityView = (
  input: BillInput,
  bill: Bill,
  { option, line, months }: ReportSubject & { readonly kind: 'quantity' },
): QuantityView | null => {
  const charges = months.flatMap((month) => {
    const charge = explain(input, bill, { kind: 'charge', option, line, month });
    return charge?.kind === 'charge' ? charge : [];
  });
  const [first, ...others] = charges;
  if (first === undefined) return null;
  return { kind: 'quantity', quantity: charges.reduce((sum, each) => sum + each.quantity.quantity, 0n), charges: [first, ...others] };
};

export const balanceView = (
  input: BillInput,
  bill: Bill,
  { option, line, balance }: ReportSubject & { readonly kind: 'balance' },
): BalanceView | null => {
  const pack = explain(input, bill, { kind: 'pack', option, line });
  return pack?.kind === 'pack' ? { kind: 'balance', balance, of: pack } : null;
};
