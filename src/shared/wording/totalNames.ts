/** What the totals of an option are called, to spread into the texts of a feature that names them. */
import type { TotalKey } from '../billing/bill.ts';

type TotalNames = Readonly<Record<`total.${TotalKey}`, string>>;

export const TOTAL_NAMES_ZH: TotalNames = {
  'total.cash': '现金',
  'total.expense': '费用',
  'total.purchases': '购买',
  'total.payable': '应付',
  'total.usageListCost': '目录价',
  'total.covered': '抵扣',
  'total.forfeitedCost': '作废',
  'total.prepaidBalance': '预付余额',
};
export const TOTAL_NAMES_EN: TotalNames = {
  'total.cash': 'Cash',
  'total.expense': 'Expense',
  'total.purchases': 'Purchases',
  'total.payable': 'Payable',
  'total.usageListCost': 'List cost',
  'total.covered': 'Covered',
  'total.forfeitedCost': 'Forfeited',
  'total.prepaidBalance': 'Prepaid balance',
};
