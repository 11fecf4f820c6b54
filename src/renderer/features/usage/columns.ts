/** The Usage sheet: metered lines with their months (billing.md, 4). */
import type { UsageLineBill } from '../../../shared/billing/bill.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import type { Amount } from '../../../shared/numeric/fixed.ts';
import { addMonthsToMonth } from '../../../shared/time/calendar.ts';
import type { Choice } from '../../grid/types.ts';
import { amountCell, EMPTY, moneyCell, percentCell, textCell, texts, totalAmount, totalMoney } from '../../sheets/cells.ts';
import { fieldColumn, noteColumn, priceCell, skuColumn, skuOf } from '../../sheets/columns.ts';
import { inLocale } from '../../sheets/skuTexts.ts';
import type { SheetColumn, SheetContext, SheetDefinition } from '../../sheets/types.ts';
import { unitName } from '../../sheets/units.ts';
import { groupDigits } from '../../ui/format.ts';
import { translate } from '../../ui/texts.ts';
import { monthColumn } from './monthColumn.ts';
import { USAGE_TEXTS } from './texts.ts';

type Column = SheetColumn<'usage'>;

/** What is to be paid stays in sight at the right, however many months there are. */
export const usageSheet: SheetDefinition<'usage'> = {
  sheet: 'usage',
  columns: ({ locale, months }) => [
    skuColumn('usage', locale, { width: 220, totalSuffix: translate(USAGE_TEXTS, locale)('totalSuffix') }),
    ...inputColumns(locale),
    ...months.map((month, index) => monthColumn(month, locale, index === 0)),
    ...moneyColumns(locale),
    noteColumn(locale),
  ],
};

const inputColumns = (locale: Locale): readonly Column[] => {
  const t = translate(USAGE_TEXTS, locale);
  return [
    fieldColumn('quantity', locale, { width: 92, align: 'right', unit: t('quantityUnit') }),
    { id: 'unit', header: t('unit'), width: 84, align: 'left', editor: 'none', view: unitCell },
    fieldColumn('per', locale, { width: 72, align: 'left', editor: 'choice', view: perCell, choices: perChoices }),
    fieldColumn('instances', locale, { width: 76, align: 'right', fallback: () => '1' }),
    fieldColumn('from', locale, {
      width: 110,
      align: 'left',
      unit: t('periodUnit'),
      fallback: (_line, { scenario }) => scenario.startMonth,
    }),
    fieldColumn('to', locale, { width: 92, align: 'left', unit: t('periodUnit'), fallback: (_line, context) => lastMonth(context) }),
    fieldColumn('growth', locale, { width: 76, align: 'right', unit: t('growthUnit'), view: ({ growth }) => percentCell(growth) }),
    fieldColumn('price', locale, { width: 110, align: 'right', unit: t('priceUnit'), rich: true, view: priceCell }),
    fieldColumn('onNodes', locale, { width: 150, align: 'left', editor: 'choice', view: onNodesCell, choices: nodeChoices }),
  ];
};

const moneyColumns = (locale: Locale): readonly Column[] => {
  const t = translate(USAGE_TEXTS, locale);
  const money = { unit: 'CNY', width: 108, align: 'right', editor: 'none' } as const;
  const subject = (total: 'usageListCost' | 'covered' | 'payable'): Pick<Column, 'subject' | 'totalSubject'> => ({
    subject: ({ id }, { option }) => ({ kind: 'lines', option: option.id, lines: [id], total, month: null }),
    totalSubject: ({ option }) => ({ kind: 'total', option: option.id, total, month: null }),
  });
  return [
    {
      id: 'listCost',
      header: t('listCost'),
      ...money,
      groupStart: true,
      view: ({ id }, context) => amountCell(billOf(id, context)?.listCost, context),
      total: (context) => totalAmount(context.bill.totals.usageListCost, context),
      ...subject('usageListCost'),
    },
    {
      id: 'covered',
      header: t('covered'),
      ...money,
      view: ({ id }, context) => amountCell(coveredOf(billOf(id, context)), context),
      total: (context) => totalAmount(sum(Object.values(context.bill.totals.covered)), context),
      ...subject('covered'),
    },
    {
      id: 'payable',
      header: t('payable'),
      ...money,
      pinned: 'right',
      view: ({ id, onNodes }, context) => {
        const view = moneyCell(billOf(id, context)?.payable, context);
        return onNodes === null || view.tone === 'bad' ? view : { ...view, title: t('onNodesCovered') };
      },
      total: ({ bill }) => totalMoney(bill.totals.payable),
      ...subject('payable'),
    },
  ];
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

const lastMonth = ({ scenario }: SheetContext): string => addMonthsToMonth(scenario.startMonth, scenario.months - 1);

const unitCell: Column['view'] = (line, context) => {
  const sku = skuOf(line, context);
  return sku?.kind === 'usage' ? { text: unitName(sku.unit, context.locale), tone: 'computed' } : EMPTY;
};

const perCell: Column['view'] = ({ per }, context) => {
  const t = texts(context);
  if (per === 'total') return { text: t('perTotal'), tone: 'typed' };
  return per === null || per === 'month'
    ? { text: t('perMonth'), edit: per ?? '', tone: per === null ? 'computed' : 'typed' }
    : textCell(per);
};

const perChoices = (_line: unknown, context: SheetContext): readonly Choice[] => {
  const t = texts(context);
  return [
    { value: 'month', text: t('perMonth'), search: 'month 每月' },
    { value: 'total', text: t('perTotal'), search: 'total 合计' },
  ];
};

const onNodesCell: Column['view'] = ({ onNodes }, context) => {
  const node = context.option.nodes.find(({ id }) => id === onNodes);
  return node === undefined ? textCell(onNodes) : { text: nodeName(node, context), tone: 'typed' };
};

const nodeChoices = (_line: unknown, context: SheetContext): readonly Choice[] =>
  context.option.nodes.map((node, index) => ({ value: node.id, text: nodeName(node, context), aside: `#${index + 1}` }));

const nodeName = (
  node: { readonly id: string; readonly sku: string; readonly count: string | null },
  { book, locale }: SheetContext,
): string => {
  const sku = book.findSku(node.sku);
  return `${sku === undefined ? node.id : inLocale(sku.name, locale)} × ${groupDigits(node.count ?? '1')}`;
};
