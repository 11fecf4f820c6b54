/** Amounts as the panel writes them. */
import { AMOUNT_PER_FEN, type Amount } from '../../../shared/numeric/fixed.ts';
import { formatExact, formatMoney } from '../../ui/format.ts';

/** Two decimals, or all of them where there are more. */
export const amountText = (amount: Amount): string =>
  amount % AMOUNT_PER_FEN === 0n ? formatMoney(amount / AMOUNT_PER_FEN) : formatExact(amount);

/** With a sign that says whether it adds or takes away. */
export const signedText = (amount: Amount): string =>
  amount < 0n ? `−${amountText(-amount)}` : amount > 0n ? `+${amountText(amount)}` : amountText(0n);
