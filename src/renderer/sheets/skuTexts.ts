/** What there is to say about a SKU in a cell or a list: spec, price, source. */
import type { Locale } from '../../shared/ipc/contract.ts';
import { parseFixed } from '../../shared/numeric/fixed.ts';
import {
  type FlatPrice,
  type GraduatedPrice,
  isGraduated,
  type LocalizedText,
  type Sku,
  type Source,
} from '../../shared/pricebook/types.ts';
import { sourceNote } from '../../shared/wording/sourceNotes.ts';
import { shortUnit } from '../../shared/wording/units.ts';
import { groupDigits } from '../ui/format.ts';

export const inLocale = (text: LocalizedText, locale: Locale): string => (locale === 'en' ? text.en : text.zh);

/** '8 vCPU · 32 GB · 1 × NVIDIA T4', '' where the price book has no attributes */
export const skuSpec = (sku: Sku | undefined): string => {
  if (sku === undefined || sku.kind === 'pack' || sku.attributes === undefined) return '';
  const { vcpu, memoryGb, gpuCount, gpuModel } = sku.attributes;
  const gpus = gpuCount === undefined || Number(gpuCount) === 0 ? null : `${gpuCount} × ${gpuModel ?? 'GPU'}`;
  return [vcpu === undefined ? null : `${vcpu} vCPU`, memoryGb === undefined ? null : `${memoryGb} GB`, gpus]
    .filter((part) => part !== null)
    .join(' · ');
};

/** '3,000'; the lowest and the highest tier of a graduated price; null where none is published */
export const priceText = (price: FlatPrice | GraduatedPrice | null): string | null => {
  if (!isGraduated(price)) return price === null ? null : groupDigits(price);
  const sorted = price.tiers.map((tier) => tier.price).toSorted(comparePrices);
  return `${groupDigits(sorted[0] ?? '')}–${groupDigits(sorted.at(-1) ?? '')}`;
};

const PRICE_DECIMALS = 10;

const comparePrices = (a: FlatPrice, b: FlatPrice): number => {
  const difference = (parseFixed(a, PRICE_DECIMALS) ?? 0n) - (parseFixed(b, PRICE_DECIMALS) ?? 0n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** '/ 10,000 次', '/ GPU·秒': what a price is for */
export const priceUnit = (sku: Sku, locale: Locale): string => {
  if (sku.kind === 'pack') return '';
  const per = sku.kind === 'usage' ? (sku.per ?? 1) : 1;
  const unit = shortUnit(sku.unit, locale);
  return per === 1 ? `/ ${unit}` : `/ ${groupDigits(String(per))} ${unit}`;
};

/** Each tier in a line, for hovering. */
export const tierLines = ({ tiers }: GraduatedPrice): string =>
  tiers.map(({ upTo, price }) => `${upTo === null ? '…' : `≤ ${groupDigits(upTo)}`}: ${groupDigits(price)}`).join('\n');

/** 'TI-EMS 计费概述 · 2019-11-15': a file's title stands in brackets behind its name */
export const sourceText = ({ document, date }: Source): string => `${/[(（]([^()（）]+)[)）]$/.exec(document)?.[1] ?? document} · ${date}`;

/** The document as the price book names it, with its note. */
export const sourceTitle = ({ document, date, note }: Source, locale: Locale): string =>
  [`${document}, ${date}`, ...(note === undefined ? [] : [sourceNote(note, locale)])].join('\n');
