/** The Nodes sheet: prepaid dedicated nodes (billing.md, 3). */
import { firstDay } from '../../../shared/time/calendar.ts';
import type { Choice } from '../../grid/types.ts';
import { moneyCell, totalMoney } from '../../sheets/cells.ts';
import { fieldColumn, noteColumn, priceCell, skuColumn, skuOf, sourceCell } from '../../sheets/columns.ts';
import { inLocale, skuSpec } from '../../sheets/skuTexts.ts';
import type { SheetColumn, SheetContext, SheetDefinition } from '../../sheets/types.ts';
import { translate } from '../../ui/texts.ts';
import { NODES_TEXTS } from './texts.ts';

type Column = SheetColumn<'nodes'>;

export const nodesSheet: SheetDefinition<'nodes'> = {
  sheet: 'nodes',
  columns: ({ locale }) => {
    const t = translate(NODES_TEXTS, locale);
    const computed = { align: 'left', editor: 'none' } as const;
    return [
      skuColumn('nodes', locale, { width: 196 }),
      fieldColumn('region', locale, { width: 84, align: 'left', editor: 'choice', view: regionCell, choices: regionChoices }),
      fieldColumn('count', locale, { width: 62, align: 'right', unit: t('countUnit'), fallback: () => '1' }),
      fieldColumn('start', locale, { width: 96, align: 'left', fallback: (_line, { scenario }) => firstDay(scenario.startMonth) }),
      fieldColumn('months', locale, { width: 66, align: 'right', fallback: () => '1' }),
      fieldColumn('price', locale, { width: 116, align: 'right', unit: t('priceUnit'), rich: true, view: priceCell, subject: nodeSubject }),
      purchaseColumn(t('purchase'), t('purchaseTitle')),
      {
        id: 'spec',
        header: t('spec'),
        width: 196,
        ...computed,
        view: (line, context) => ({ text: skuSpec(skuOf(line, context)), tone: 'computed' }),
      },
      { id: 'source', header: t('source'), width: 196, ...computed, rich: true, view: sourceCell, subject: nodeSubject },
      noteColumn(locale),
    ];
  },
};

const nodeSubject: NonNullable<Column['subject']> = ({ id }, { option }) => ({ kind: 'node', option: option.id, line: id });

const purchaseColumn = (header: string, headerTitle: string): Column => ({
  id: 'purchase',
  header,
  unit: 'CNY',
  headerTitle,
  width: 116,
  align: 'right',
  editor: 'none',
  view: ({ id }, context) => moneyCell(purchaseOf(id, context), context),
  // What is bought inside the horizon, as in cash and in its explanation.
  total: (context) => totalMoney(context.option.nodes.reduce((sum, { id }) => sum + purchaseInHorizon(id, context), 0n)),
  subject: nodeSubject,
  totalSubject: ({ option }) => ({
    kind: 'lines',
    option: option.id,
    lines: option.nodes.map(({ id }) => id),
    total: 'purchases',
    month: null,
  }),
});

const purchaseInHorizon = (line: string, { bill }: SheetContext): bigint => {
  const billed = bill.lines.get(line);
  const [first, last] = [bill.months[0]?.month ?? '', bill.months.at(-1)?.month ?? ''];
  if (billed?.kind !== 'node' || billed.purchaseMonth === null) return 0n;
  return billed.purchaseMonth >= first && billed.purchaseMonth <= last ? (billed.purchase ?? 0n) : 0n;
};

const purchaseOf = (line: string, { bill }: SheetContext): bigint | null => {
  const billed = bill.lines.get(line);
  return billed?.kind === 'node' ? billed.purchase : null;
};

const regionCell: Column['view'] = ({ region, sku }, context) => {
  const offered = regionsOf(context, sku).find(({ id }) => id === region);
  if (region === null) return { text: '', tone: 'typed' };
  return offered === undefined
    ? { text: region, tone: 'typed' }
    : { text: inLocale(offered.name, context.locale), tone: 'typed', title: region };
};

const regionChoices = (line: { readonly sku: string } | null, context: SheetContext): readonly Choice[] =>
  regionsOf(context, line?.sku ?? '').map(({ id, name }) => ({
    value: id,
    text: inLocale(name, context.locale),
    search: `${name.zh} ${name.en}`,
  }));

/** Those where the SKU is offered; all where none is chosen yet. */
const regionsOf = ({ book }: SheetContext, sku: string) => {
  const chosen = book.findSku(sku);
  const all = book.book.providers.filter(({ id }) => chosen === undefined || id === chosen.provider).flatMap(({ regions }) => regions);
  const offered = chosen !== undefined && chosen.kind !== 'pack' ? chosen.regions : undefined;
  return offered === undefined ? all : all.filter(({ id }) => offered.includes(id));
};
