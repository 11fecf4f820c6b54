/**
 * How much of a line's amount and quantity a share pays for.
 *
 * Rule: all of either is all of both. Part of the amount leaves R6(quantity x amount left / amount before) of the quantity; part of the
 * quantity covers R12(amount x quantity covered / quantity before) of the amount.
 * Units: Amount 10^-12 CNY, Quantity 10^-6 units.
 * Source: billing.md, 5.2.
 */
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import { divideHalfUp } from '../../numeric/rounding.ts';

export interface CoverInput {
  readonly denomination: 'money' | 'quantity';
  readonly share: bigint;
  readonly amountBefore: Amount;
  readonly quantityBefore: Quantity;
}
export const coverPart = ({ denomination, share, amountBefore, quantityBefore }: CoverInput): { amount: Amount; quantity: Quantity } => {
  if (share === (denomination === 'money' ? amountBefore : quantityBefore)) return { amount: amountBefore, quantity: quantityBefore };
  if (denomination === 'quantity') return { amount: divideHalfUp(amountBefore * share, quantityBefore), quantity: share };
  const quantityLeft = divideHalfUp(quantityBefore * (amountBefore - share), amountBefore);
  return { amount: share, quantity: quantityBefore - quantityLeft };
};
