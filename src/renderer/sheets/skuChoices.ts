/** The SKU picker's entries: those of a sheet's kind, with everything that helps to choose. */
import { SHEET_KINDS } from '../../shared/importing/fields.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { PriceBookIndex } from '../../shared/pricebook/find.ts';
import type { PackSku, Sku } from '../../shared/pricebook/types.ts';
import type { SheetId } from '../../shared/scenario/types.ts';
import { shortUnit } from '../../shared/wording/units.ts';
import type { Choice, Mark } from '../grid/types.ts';
import { groupDigits } from '../ui/format.ts';
import { translate } from '../ui/texts.ts';
import { inLocale, priceText, priceUnit, skuSpec, sourceText, sourceTitle } from './skuTexts.ts';
import { SHEET_GRID_TEXTS } from './texts.ts';

const cache = new WeakMap<PriceBookIndex, Map<string, readonly Choice[]>>();

/** Allowances need no pack line, so they are not offered. */
export const skuChoices = (book: PriceBookIndex, sheet: SheetId, locale: Locale): readonly Choice[] => {
  const made = cache.get(book) ?? new Map<string, readonly Choice[]>();
  cache.set(book, made);
  const key = `${sheet} ${locale}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const offered = book.book.skus.filter((sku) => sku.kind === SHEET_KINDS[sheet] && !(sku.kind === 'pack' && sku.class === 'allowance'));
  const choices = offered.map((sku) => choiceOf(sku, book, locale));
  made.set(key, choices);
  return choices;
};

const choiceOf = (sku: Sku, book: PriceBookIndex, locale: Locale): Choice => {
  const t = translate(SHEET_GRID_TEXTS, locale);
  const provider = book.findProvider(sku.provider);
  const price = priceText(sku.price);
  const detail = [skuSpec(sku), sku.kind === 'pack' ? packSpec(sku, locale) : '', sku.sku].filter((part) => part !== '').join(' · ');
  return {
    value: sku.sku,
    text: inLocale(sku.name, locale),
    detail,
    aside: price === null ? t('notPublished') : `¥${price} ${priceUnit(sku, locale)}`.trim(),
    asideDetail: sourceText(sku.source),
    marks: marksOf(sku, locale),
    // Both languages: a colleague's mail or sheet may name it in the other one.
    names: [sku.name.zh, sku.name.en],
    search: [sku.name.zh, sku.name.en, detail, provider?.name.zh, provider?.name.en].join(' '),
  };
};

const packSpec = ({ amount, denomination, unit, validity }: PackSku, locale: Locale): string => {
  const t = translate(SHEET_GRID_TEXTS, locale);
  const held =
    amount === null ? t('noAmount') : `${groupDigits(amount)} ${shortUnit(denomination === 'money' ? 'CNY' : (unit ?? ''), locale)}`;
  if (validity === 'none') return held;
  return `${held} · ${'months' in validity ? t('validMonths', { count: validity.months }) : t('validDays', { count: validity.days })}`;
};

/** What a planner must know before choosing it. */
export const marksOf = (sku: Sku, locale: Locale): readonly Mark[] => {
  const t = translate(SHEET_GRID_TEXTS, locale);
  const marks: Mark[] = [];
  if (sku.source.assumed === true) marks.push({ text: t('assumed'), tone: 'warn', title: sourceTitle(sku.source, locale) });
  if (sku.availability === 'application') marks.push({ text: t('application'), tone: 'warn', title: sourceTitle(sku.source, locale) });
  const eligibility = sku.kind === 'pack' ? sku.limits?.eligibility : undefined;
  if (eligibility !== undefined) marks.push({ text: t(eligibility), tone: 'plain', title: sourceTitle(sku.source, locale) });
  return marks;
};
