/** A pack's balance in words: money exact, quantities with their unit. */
import type { PackBill } from '../../shared/billing/bill.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { formatQuantity } from '../../shared/numeric/fixed.ts';
import { unitName } from '../../shared/wording/units.ts';
import { formatExact, groupDigits } from './format.ts';

export const balanceText =
  ({ denomination, unit }: Pick<PackBill, 'denomination' | 'unit'>, locale: Locale): ((value: bigint) => string) =>
  (value) =>
    denomination === 'money' ? formatExact(value) : `${groupDigits(formatQuantity(value))} ${unitName(unit ?? '', locale)}`;
