/** The Usage sheet: metered lines with their months (billing.md, 4). */
import type { Locale } from '../../../shared/ipc/contract.ts';
import { addMonthsToMonth } from '../../../shared/time/calendar.ts';
import { shortUnit } from '../../../shared/wording/units.ts';
import type { Choice } from '../../grid/types.ts';
import { EMPTY, percentCell, percentText, textCell, texts } from '../../sheets/cells.ts';
import { fieldColumn, noteColumn, priceCell, skuColumn, skuOf } from '../../sheets/columns.ts';
import { groupByQuarter } from '../../sheets/quarters.ts';
import { inLocale } from '../../sheets/skuTexts.ts';
import type { SheetColumn, SheetContext, SheetDefinition } from '../../sheets/types.ts';
import { groupDigits } from '../../ui/format.ts';
import { translate } from '../../ui/texts.ts';
import { coveredColumn, listCostColumn, payableColumn } from './moneyColumns.ts';
import { monthColumn } from './monthColumn.ts';
import { quarterColumn } from './quarterColumn.ts';
import { USAGE_TEXTS } from './texts.ts';

type Column = SheetColumn<'usage'>;

/** In the order of the screen: what is pinned to the right comes last. */
export const usageSheet: SheetDefinition<'usage'> = {
  sheet: 'usage',
  columns: ({ locale, months, folded }) => [
    skuColumn('usage', locale, { width: locale === 'en' ? 262 : 230, totalSuffix: translate(USAGE_TEXTS, locale)('totalSuffix') }),
    ...inputColumns(locale),
    ...groupByQuarter(months).flatMap((group) =>
      folded.includes(group.quarter)
        ? [quarterColumn({ ...group, locale })]
        : group.months.map((month, index) => monthColumn(month, locale, index === 0)),
    ),
    listCostColumn(locale),
    coveredColumn(locale),
    noteColumn(locale),
    payableColumn(locale),
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
      width: 96,
      align: 'left',
      unit: t('periodUnit'),
      fallback: (_line, { scenario }) => scenario.startMonth,
    }),
    fieldColumn('to', locale, { width: 96, align: 'left', unit: t('periodUnit'), fallback: (_line, context) => lastMonth(context) }),
    fieldColumn('growth', locale, {
      width: 76,
      align: 'right',
      unit: t('growthUnit'),
      view: ({ growth }) => percentCell(growth),
      parse: percentText,
    }),
    fieldColumn('price', locale, { width: 110, align: 'right', unit: t('priceUnit'), rich: true, view: priceCell, subject: priceSubject }),
    fieldColumn('onNodes', locale, { width: 150, align: 'left', editor: 'choice', view: onNodesCell, choices: nodeChoices }),
  ];
};

/** The first month that has a charge shows the price with its source. */
const priceSubject: NonNullable<Column['subject']> = ({ id }, { option, bill }) => {
  const billed = bill.lines.get(id);
  const month = billed?.kind === 'usage' ? billed.months[0] : undefined;
  return month === undefined
    ? { kind: 'lines', option: option.id, lines: [id], total: 'usageListCost', month: null }
    : { kind: 'charge', option: option.id, line: id, month };
};

const lastMonth = ({ scenario }: SheetContext): string => addMonthsToMonth(scenario.startMonth, scenario.months - 1);

const unitCell: Column['view'] = (line, context) => {
  const sku = skuOf(line, context);
  return sku?.kind === 'usage' ? { text: shortUnit(sku.unit, context.locale), tone: 'computed' } : EMPTY;
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
