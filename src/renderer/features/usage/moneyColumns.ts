/** What the usage lines cost: list cost, what packs cover, what is to be paid (billing.md, 5.3). */
import type { UsageLineBill } from '../../../shared/billing/bill.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { formatAmount } from '../../../shared/numeric/fixed.ts';
import type { CellView } from '../../grid/types.ts';
import { amountCell, exactTitle, moneyCell, noAmount, totalAmount, totalMoney } from '../../sheets/cells.ts';
import type { SheetColumn, SheetContext } from '../../sheets/types.ts';
import { formatMoney } from '../../ui/format.ts';
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
  view: ({ id }, context) => coveredCell(billOf(id, context), context),
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

/** The exact amount waits until somebody points at the cell: it has to be counted over all lines that share the packs. */
const coveredCell = (billed: UsageLineBill | null, context: SheetContext): CellView => {
  if (billed === null || billed.coveredFen === null) return noAmount(context);
  const exact = () => billed.covered ?? 0n;
  return {
    text: formatMoney(billed.coveredFen),
    tone: 'computed',
    value: () => formatAmount(exact()),
    title: () => exactTitle(exact(), context),
  };
};

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
