/** Quantities with their unit, and a pack's balance in words: money exact. */
import type { PackBill } from '../../shared/billing/bill.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { formatQuantity, type Quantity } from '../../shared/numeric/fixed.ts';
import { unitName } from '../../shared/wording/units.ts';
import { formatExact, groupDigits } from './format.ts';

/** '77,000 GPU seconds' */
export const quantityText = (quantity: Quantity, unit: string, locale: Locale): string =>
  `${groupDigits(formatQuantity(quantity))} ${unitName(unit, locale)}`;

export const balanceText =
  ({ denomination, unit }: Pick<PackBill, 'denomination' | 'unit'>, locale: Locale): ((value: bigint) => string) =>
  (value) =>
    denomination === 'money' ? formatExact(value) : quantityText(value, unit ?? '', locale);
