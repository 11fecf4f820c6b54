/** Which prices of the book a plan uses, and graduated prices as one text. */
import type { GraduatedPrice, Sku } from '../../shared/pricebook/types.ts';
import { SHEETS } from '../../shared/scenario/types.ts';
import type { ExportContext } from './exportContext.ts';

/** '≤96: 10.6; ≤360: 5.4; 3.7' */
export const graduatedText = (price: GraduatedPrice): string =>
  price.tiers.map((tier) => (tier.upTo === null ? tier.price : `≤${tier.upTo}: ${tier.price}`)).join('; ');

/** SKUs of all lines, and the standing allowances that have usage in their scope; in the order of the price book. */
export const usedSkus = ({ options, priceBook }: Pick<ExportContext, 'options' | 'priceBook'>): readonly Sku[] => {
  const named = new Set(options.flatMap(({ option }) => SHEETS.flatMap((sheet) => option[sheet].map((line) => line.sku))));
  const isAtWork = (sku: Sku): boolean =>
    sku.kind === 'pack' &&
    sku.class === 'allowance' &&
    options.some(({ bill }) => bill.burnOf({ id: sku.sku, isAllowance: true }) !== null);
  return priceBook.skus.filter((sku) => named.has(sku.sku) || isAtWork(sku));
};
