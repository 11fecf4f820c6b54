/** A SKU as one row of the edition's table: what it is, what it costs, where that stands. Pure. */

import type { Locale } from '../../../shared/ipc/contract.ts';
import type { NodeSku, PackSku, Sku, SkuKind, UsageSku } from '../../../shared/pricebook/types.ts';
import { sourceNote } from '../../../shared/wording/sourceNotes.ts';
import { pricedUnit, unitName } from '../../../shared/wording/units.ts';
import { groupDigits } from '../../ui/format.ts';
import { type Translate, translate } from '../../ui/texts.ts';
import { PRICEBOOK_TEXTS, type PricebookTextKey } from './texts.ts';

export interface SkuFacts {
  readonly sku: string;
  readonly kind: SkuKind;
  readonly name: string;
  readonly spec: string;
  /** one line, or one for each tier; empty = not published */
  readonly prices: readonly { readonly price: string; readonly tier: string }[];
  readonly unit: string;
  /** document */
  readonly source: string;
  readonly date: string;
  readonly note: string;
  readonly assumed: boolean;
  readonly onApplication: boolean;
  /** what a search looks through, in both languages */
  readonly haystack: string;
}

export const factsOf = (sku: Sku, locale: Locale): SkuFacts => {
  const text = translate(PRICEBOOK_TEXTS, locale);
  const { source } = sku;
  const facts = {
    sku: sku.sku,
    kind: sku.kind,
    name: locale === 'en' ? sku.name.en : sku.name.zh,
    spec: specOf(sku, locale, text),
    prices: pricesOf(sku, text),
    unit: unitOf(sku, locale, text),
    source: source.document,
    date: source.date,
    note: sourceNote(source.note ?? '', locale),
    assumed: source.assumed === true,
    onApplication: sku.availability === 'application',
  };
  const words = [
    sku.sku,
    sku.name.zh,
    sku.name.en,
    facts.spec,
    facts.source,
    facts.date,
    facts.note,
    source.note ?? '',
    ...facts.prices.map(({ price }) => price),
  ];
  return { ...facts, haystack: normalize(words.join(' ')) };
};

export const normalize = (text: string): string => text.normalize('NFKC').toLowerCase();

const pricesOf = (sku: Sku, text: Translate<PricebookTextKey>): SkuFacts['prices'] => {
  const { price } = sku;
  if (price === null) return [];
  if (typeof price === 'string') return [{ price: groupDigits(price), tier: '' }];
  return price.tiers.map((tier) => ({
    price: groupDigits(tier.price),
    tier: tier.upTo === null ? text('above') : text('upTo', { upTo: groupDigits(tier.upTo) }),
  }));
};

const unitOf = (sku: Sku, locale: Locale, text: Translate<PricebookTextKey>): string => {
  if (sku.kind === 'pack') return text('packClass');
  const per = sku.kind === 'usage' ? (sku.per ?? 1) : 1;
  return per === 1 ? pricedUnit(sku.unit, locale) : text('perBlock', { per: groupDigits(String(per)), unit: unitName(sku.unit, locale) });
};

/** Lines break between the facts, not inside one. */
const specOf = (sku: Sku, locale: Locale, text: Translate<PricebookTextKey>): string =>
  (sku.kind === 'pack' ? packSpec(sku, locale, text) : machineSpec(sku, text)).map((fact) => fact.replaceAll(' ', '\u00a0')).join(' · ');

const machineSpec = ({ attributes = {}, regions = [] }: NodeSku | UsageSku, text: Translate<PricebookTextKey>): readonly string[] => {
  const { vcpu, memoryGb, gpuCount, gpuModel } = attributes;
  return [
    ...(vcpu === undefined ? [] : [text('vcpu', { count: vcpu })]),
    ...(memoryGb === undefined ? [] : [text('memory', { count: memoryGb })]),
    ...(gpuModel === undefined ? [] : [text('gpu', { count: gpuCount ?? 1, model: gpuModel })]),
    ...(regions.length === 0 ? [] : [text('regions', { count: regions.length })]),
  ];
};

const packSpec = (sku: PackSku, locale: Locale, text: Translate<PricebookTextKey>): readonly string[] => {
  const { validity, reset, limits = {} } = sku;
  const amount = sku.amount === null ? null : groupDigits(sku.amount);
  return [
    text(sku.class === 'pack' ? 'packClass' : sku.class),
    ...(amount === null ? [] : [amountText(sku, amount, locale, text)]),
    ...(reset === 'month' ? [text('eachMonth')] : reset === 'level' ? [text('level')] : []),
    ...(validity === 'none' ? [] : 'months' in validity ? [text('validMonths', { count: validity.months })] : []),
    ...(validity !== 'none' && 'days' in validity ? [text('validDays', { count: validity.days })] : []),
    ...(limits.eligibility === undefined ? [] : [text(limits.eligibility)]),
    ...(limits.maxPerAccount === undefined ? [] : [text('maxPerAccount', { count: limits.maxPerAccount })]),
  ];
};

const amountText = (sku: PackSku, amount: string, locale: Locale, text: Translate<PricebookTextKey>): string =>
  sku.denomination === 'money' ? text('amountMoney', { amount }) : text('amountUnits', { amount, unit: unitName(sku.unit ?? '', locale) });
