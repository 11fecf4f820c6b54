/** The Packs sheet: what pays before the account does (billing.md, 5). */
import type { PackBill } from '../../../shared/billing/bill.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { formatAmount, formatQuantity } from '../../../shared/numeric/fixed.ts';
import type { PackSku } from '../../../shared/pricebook/types.ts';
import type { PackLine } from '../../../shared/scenario/types.ts';
import { addDays, firstDay } from '../../../shared/time/calendar.ts';
import { shortUnit } from '../../../shared/wording/units.ts';
import type { CellView } from '../../grid/types.ts';
import { EMPTY, exactTitle, moneyCell, noAmount, numberCell, textCell, texts, totalMoney } from '../../sheets/cells.ts';
import { fieldColumn, noteColumn, priceCell, skuColumn, skuOf } from '../../sheets/columns.ts';
import type { SheetColumn, SheetContext, SheetDefinition } from '../../sheets/types.ts';
import type { PackBalance } from '../../state/subject.ts';
import { formatAmountShort, formatMoney, groupDigits } from '../../ui/format.ts';
import { translate } from '../../ui/texts.ts';
import { PACKS_TEXTS } from './texts.ts';
import { timelineColumn } from './timelineColumn.ts';

type Column = SheetColumn<'packs'>;

export const packsSheet: SheetDefinition<'packs'> = {
  sheet: 'packs',
  columns: ({ locale }) => [
    skuColumn('packs', locale, { width: locale === 'en' ? 262 : 228 }),
    ...inputColumns(locale),
    ...resultColumns(locale),
    noteColumn(locale),
  ],
};

/**
 * `expiry` is typed and shown as the scenario holds it, the first day that is not valid; what people say, the last valid day,
 * stands beside it, computed. One cell for both would have to change what was typed.
 */
const inputColumns = (locale: Locale): readonly Column[] => {
  const t = translate(PACKS_TEXTS, locale);
  return [
    { id: 'class', header: t('class'), width: 84, align: 'left', editor: 'none', view: classCell },
    fieldColumn('count', locale, { width: 60, align: 'right', unit: t('countUnit'), fallback: () => '1' }),
    fieldColumn('start', locale, { width: 96, align: 'left', fallback: (_line, { scenario }) => firstDay(scenario.startMonth) }),
    fieldColumn('expiry', locale, {
      width: 116,
      align: 'left',
      unit: t('expiryUnit'),
      headerTitle: t('expiryTitle'),
      fallback: ({ id }, { bill }) => bill.packs.get(id)?.expiry ?? '',
    }),
    {
      id: 'validThrough',
      header: t('validThrough'),
      unit: t('validThroughUnit'),
      width: 104,
      align: 'left',
      editor: 'none',
      view: validThroughCell,
    },
    fieldColumn('amount', locale, { width: 140, align: 'right', unit: t('amountUnit'), rich: true, view: amountCellOf }),
    fieldColumn('price', locale, { width: 100, align: 'right', unit: t('priceUnit'), rich: true, view: priceCell, subject: packSubject }),
    fieldColumn('remaining', locale, {
      width: 112,
      align: 'right',
      unit: t('remainingUnit'),
      headerTitle: t('remainingTitle'),
      rich: true,
      view: (line, context) => withUnit(numberCell(line.remaining), packSku(line, context), context),
    }),
  ];
};

const packSubject: NonNullable<Column['subject']> = ({ id }, { option }) => ({ kind: 'pack', option: option.id, line: id });

const balanceSubject =
  (balance: PackBalance): NonNullable<Column['subject']> =>
  ({ id }, { option }) => ({ kind: 'balance', option: option.id, line: id, balance });

const resultColumns = (locale: Locale): readonly Column[] => {
  const t = translate(PACKS_TEXTS, locale);
  const result = { width: 124, align: 'right', editor: 'none', rich: true } as const;
  const subject = packSubject;
  const of =
    (read: (bill: PackBill) => bigint): Column['view'] =>
    (line, context) =>
      balanceCell(line, read, context);
  return [
    { id: 'used', header: t('used'), ...result, groupStart: true, view: of(({ used }) => used), subject: balanceSubject('used') },
    {
      id: 'forfeited',
      header: t('forfeited'),
      ...result,
      view: forfeitedCell(locale),
      subject: balanceSubject('forfeited'),
      total: ({ bill }) => ({
        ...totalMoney(bill.totals.forfeitedCost),
        suffix: shortUnit('CNY', locale),
        title: t('forfeitedCost', { cost: formatMoney(bill.totals.forfeitedCost) }),
      }),
      totalSubject: ({ option }) => ({ kind: 'total', option: option.id, total: 'forfeitedCost', month: null }),
    },
    { id: 'left', header: t('left'), ...result, view: of(({ remaining }) => remaining), subject: balanceSubject('remaining') },
    timelineColumn(locale, balanceSubject('remaining')),
    {
      id: 'purchase',
      header: t('purchase'),
      unit: 'CNY',
      headerTitle: t('purchaseTitle'),
      ...result,
      view: ({ id }, context) => {
        const billed = context.bill.packs.get(id);
        const view = moneyCell(billed?.purchase, context);
        return billed !== undefined && billed.purchaseMonth === null && billed.purchase !== 0n ? { ...view, title: t('notInCash') } : view;
      },
      subject,
      // What is bought inside the horizon, as in cash and in its explanation.
      total: ({ option, bill }) => totalMoney(option.packs.reduce((sum, { id }) => sum + purchaseInHorizon(bill.packs.get(id)), 0n)),
      totalSubject: ({ option }) => ({
        kind: 'lines',
        option: option.id,
        lines: option.packs.map(({ id }) => id),
        total: 'purchases',
        month: null,
      }),
    },
  ];
};

const purchaseInHorizon = (billed: PackBill | undefined): bigint =>
  billed === undefined || billed.purchaseMonth === null ? 0n : (billed.purchase ?? 0n);

const packSku = (line: PackLine, context: SheetContext): PackSku | null => {
  const sku = skuOf(line, context);
  return sku?.kind === 'pack' ? sku : null;
};

const withUnit = (view: CellView, sku: PackSku | null, { locale }: SheetContext): CellView =>
  sku === null || view.text === '' ? view : { ...view, suffix: shortUnit(sku.denomination === 'money' ? 'CNY' : (sku.unit ?? ''), locale) };

const classCell: Column['view'] = (line, context) => {
  const sku = packSku(line, context);
  return sku === null ? EMPTY : { text: translate(PACKS_TEXTS, context.locale)(sku.class), tone: 'computed' };
};

const validThroughCell: Column['view'] = ({ id }, { bill, locale }) => {
  const billed = bill.packs.get(id);
  if (billed === undefined) return EMPTY;
  return { text: billed.expiry === null ? translate(PACKS_TEXTS, locale)('forever') : addDays(billed.expiry, -1), tone: 'computed' };
};

const amountCellOf: Column['view'] = (line, context) => {
  const t = texts(context);
  const sku = packSku(line, context);
  const listed = sku?.amount ?? null;
  if (line.amount !== null) {
    const title = t('ownAmountTitle', { amount: listed === null ? t('notPublished') : groupDigits(listed) });
    return withUnit({ text: groupDigits(line.amount), edit: line.amount, tone: 'own', title }, sku, context);
  }
  if (sku === null) return textCell(null);
  return listed === null ? { text: t('noAmount'), edit: '', tone: 'warn' } : withUnit(numberCell(null, listed), sku, context);
};

/** Money with two decimals and its exact value on hover, quantities in full. */
const balanceCell = (line: PackLine, read: (bill: PackBill) => bigint, context: SheetContext): CellView => {
  const billed = context.bill.packs.get(line.id);
  if (billed === undefined) return noAmount(context);
  const value = read(billed);
  const suffix = shortUnit(billed.unit ?? 'CNY', context.locale);
  if (billed.denomination === 'quantity') return { text: groupDigits(formatQuantity(value)), tone: 'computed', suffix };
  return {
    text: formatAmountShort(value),
    tone: 'computed',
    suffix,
    value: () => formatAmount(value),
    title: () => exactTitle(value, context),
  };
};

const forfeitedCell =
  (locale: Locale): Column['view'] =>
  (line, context) => {
    const view = balanceCell(line, ({ forfeited }) => forfeited, context);
    const billed = context.bill.packs.get(line.id);
    if (billed === undefined || billed.forfeited === 0n) return view;
    const cost = translate(PACKS_TEXTS, locale)('forfeitedCost', { cost: formatMoney(billed.forfeitedCost) });
    const exact = billed.denomination === 'money' ? `${exactTitle(billed.forfeited, context)}\n` : '';
    return { ...view, tone: 'warn', title: `${exact}${cost}` };
  };
