/** Numbers as the panel writes them. */
import type { Locale } from '../../../shared/ipc/contract.ts';
import { AMOUNT_PER_FEN, type Amount, formatQuantity, type Quantity } from '../../../shared/numeric/fixed.ts';
import { unitName } from '../../../shared/wording/units.ts';
import { formatExact, formatMoney, groupDigits } from '../../ui/format.ts';

/** Two decimals, or all of them where there are more. */
export const amountText = (amount: Amount): string =>
  amount % AMOUNT_PER_FEN === 0n ? formatMoney(amount / AMOUNT_PER_FEN) : formatExact(amount);

/** With a sign that says whether it adds or takes away. */
export const signedText = (amount: Amount): string =>
  amount < 0n ? `−${amountText(-amount)}` : amount > 0n ? `+${amountText(amount)}` : amountText(0n);

export const quantityText = (quantity: Quantity, unit: string, locale: Locale): string =>
  `${groupDigits(formatQuantity(quantity))} ${unitName(unit, locale)}`;
