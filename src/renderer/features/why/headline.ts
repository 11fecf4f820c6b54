/** The number that was clicked, as the panel writes it above its explanation. */
import { AMOUNT_PER_FEN, type Amount } from '../../../shared/numeric/fixed.ts';
import { balanceText, quantityText } from '../../ui/balance.ts';
import { groupDigits } from '../../ui/format.ts';
import type { WhyContext } from './context.ts';
import type { WhyView } from './resolve.ts';
import { amountText } from './words.ts';

export type MoneyView = Exclude<WhyView, { readonly kind: 'breakEven' | 'quantity' | 'balance' }>;

export const headlineOf = (view: MoneyView): Amount => {
  switch (view.kind) {
    case 'charge':
      return view.payable * AMOUNT_PER_FEN;
    case 'node':
    case 'pack':
      return view.purchase * AMOUNT_PER_FEN;
    default:
      return view.amount;
  }
};

export const headlineText = (view: WhyView, { text, locale }: WhyContext): string => {
  switch (view.kind) {
    case 'breakEven':
      return text('hoursPerMonth', { hours: groupDigits(view.hours) });
    case 'quantity':
      return quantityText(view.quantity, view.charges[0].price.unit, locale);
    case 'balance':
      return balanceText(view.of, locale)(view.of[view.balance]);
    default:
      return amountText(headlineOf(view));
  }
};
