/** What the usage lines cost: list cost, what packs cover, what is to be paid (billing.md, 5.3). */
import type { UsageLineBill } from '../../../shared/billing/bill.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import type { Amount } from '../../../shared/numeric/fixed.ts';
import { amountCell, moneyCell, totalAmount, totalMoney } from '../../sheets/cells.ts';
import type { SheetColumn, SheetContext } from '../../sheets/types.ts';
import { translate } from '../../ui/texts.ts';
import { USAGE_TEXTS } from './texts.ts';

type Column = SheetColumn<'usage'>;

const MONEY = { unit: 'CNY', width: 108, align: 'right', editor: 'none' } as const;

const subjects = (total: 'usageListCost' | 'covered' | 'payable'): Pick<Column, 'subject' | 'totalSubject'> => ({
  subject: ({ id }, { option }) => ({ kind: 'lines', option: option.id, lines: [id], total, month: null }),
  totalSubject: ({ option }) => ({ kind: 'total', option: option.id, total, month: null }),
});

export const listCostColumn = (locale: Locale): Column => ({
  id: 'listCost',
  header: translate(USAGE_TEXTS, locale)('listCost'),
  ...MONEY,
  groupStart: true,
  view: ({ id }, context) => amountCell(billOf(id, context)?.listCost, context),
  total: (context) => totalAmount(context.bill.totals.usageListCost, context),
  ...subjects('usageListCost'),
});

export const coveredColumn = (locale: Locale): Column => ({
  id: 'covered',
  header: translate(USAGE_TEXTS, locale)('covered'),
  ...MONEY,
  view: ({ id }, context) => amountCell(coveredOf(billOf(id, context)), context),
  total: (context) => totalAmount(sum(Object.values(context.bill.totals.covered)), context),
  ...subjects('covered'),
});

/** Stays in sight at the right, however many months there are. */
export const payableColumn = (locale: Locale): Column => {
  const t = translate(USAGE_TEXTS, locale);
  return {
    id: 'payable',
    header: t('payable'),
    ...MONEY,
    pinned: 'right',
    view: ({ id, onNodes }, context) => {
      const view = moneyCell(billOf(id, context)?.payable, context);
      return onNodes === null || view.tone === 'bad' ? view : { ...view, title: t('onNodesCovered') };
    },
    total: ({ bill }) => totalMoney(bill.totals.payable),
    ...subjects('payable'),
  };
};

const billOf = (line: string, { bill }: SheetContext): UsageLineBill | null => {
  const billed = bill.lines.get(line);
  return billed?.kind === 'usage' ? billed : null;
};

/** List cost less what no pack covered. */
const coveredOf = (billed: UsageLineBill | null): Amount | null => {
  if (billed === null || billed.listCost === null) return null;
  return billed.listCost - sum([...billed.charges.values()].map(({ uncovered }) => uncovered));
};

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
