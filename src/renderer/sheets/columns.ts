/** Columns that more than one sheet has. */
import type { Locale } from '../../shared/ipc/contract.ts';
import { isGraduated, type Sku } from '../../shared/pricebook/types.ts';
import { getField } from '../../shared/scenario/patch.ts';
import type { Line, LineOf, SheetId } from '../../shared/scenario/types.ts';
import { fieldName } from '../../shared/wording/fieldTexts.ts';
import type { CellView } from '../grid/types.ts';
import { groupDigits } from '../ui/format.ts';
import { EMPTY, numberCell, textCell, texts, totalLabel } from './cells.ts';
import { marksOf, skuChoices } from './skuChoices.ts';
import { inLocale, priceText, priceUnit, skuSpec, sourceText, sourceTitle, tierLines } from './skuTexts.ts';
import type { SheetColumn, SheetContext } from './types.ts';

export const skuOf = (line: Line, { book }: SheetContext): Sku | undefined => book.findSku(line.sku);

/** What the line is about; the name in place of the id. */
export const skuColumn = <S extends SheetId>(
  sheet: S,
  locale: Locale,
  more: { readonly width: number; readonly totalSuffix?: string },
): SheetColumn<S> => ({
  id: 'sku',
  header: fieldName('sku', locale),
  width: more.width,
  align: 'left',
  pinned: 'left',
  editor: 'choice',
  rich: true,
  view: (line, context) => {
    const sku = skuOf(line, context);
    if (sku === undefined) return { text: line.sku === '' ? texts(context)('chooseSku') : line.sku, edit: line.sku, tone: 'typed' };
    const mark = marksOf(sku, context.locale).find(({ tone }) => tone === 'warn');
    const title = () => [inLocale(sku.name, context.locale), skuSpec(sku), sku.sku].filter((part) => part !== '').join('\n');
    return { text: inLocale(sku.name, context.locale), tone: 'typed', title, ...(mark === undefined ? {} : { mark }) };
  },
  total: totalLabel(more.totalSuffix ?? ''),
  choices: (_line, { book }) => skuChoices(book, sheet, locale),
});

/** A field that is shown as it was typed, with a default in grey. */
export const fieldColumn = <S extends SheetId>(
  field: string,
  locale: Locale,
  more: Pick<SheetColumn<S>, 'width' | 'align'> &
    Partial<SheetColumn<S>> & { readonly fallback?: (line: LineOf[S], context: SheetContext) => string },
): SheetColumn<S> => {
  const { fallback, ...column } = more;
  return {
    id: field,
    header: fieldName(field, locale),
    editor: 'text',
    view: (line, context) => {
      const given = fallback?.(line, context) ?? '';
      const text = getField(line, field);
      return more.align === 'right' ? numberCell(text, given, texts(context)('defaultTitle')) : textCell(text, given);
    },
    ...column,
  };
};

export const noteColumn = <S extends SheetId>(locale: Locale): SheetColumn<S> => fieldColumn('note', locale, { width: 220, align: 'left' });

/** The user's own price in bold, else the price book's in grey, else that there is none. */
export const priceCell = (line: Line, context: SheetContext): CellView => {
  const t = texts(context);
  const sku = skuOf(line, context);
  const listed = sku === undefined ? null : priceText(sku.price);
  const unit = sku === undefined ? '' : priceUnit(sku, context.locale);
  if (line.price !== null) {
    const title = () => t('ownPriceTitle', { price: listed === null ? t('notPublished') : `${listed} ${unit}` });
    return { text: groupDigits(line.price), edit: line.price, tone: 'own', title };
  }
  if (sku === undefined) return { ...EMPTY, edit: '' };
  if (listed === null) return { text: t('noPrice'), edit: '', tone: 'warn' };
  const title = () => [`${listed} CNY ${unit}`, sourceTitle(sku.source, context.locale)].join('\n');
  if (!isGraduated(sku.price)) return { text: listed, edit: '', tone: 'computed', title };
  return { text: listed, edit: '', tone: 'computed', title, mark: { text: t('tiered'), tone: 'plain', title: tierLines(sku.price) } };
};

/** Where the price in use comes from. */
export const sourceCell = (line: Line, context: SheetContext): CellView => {
  const t = texts(context);
  const sku = skuOf(line, context);
  if (line.price !== null) return { text: t('ownPrice'), tone: 'computed' };
  if (sku === undefined) return EMPTY;
  const view: CellView = { text: sourceText(sku.source), tone: 'computed', title: () => sourceTitle(sku.source, context.locale) };
  return sku.source.assumed === true ? { ...view, mark: { text: t('assumed'), tone: 'warn', title: '' } } : view;
};
