/** Whether rules that the scenario sets otherwise than its price book decide about an option. Pure. */
import { overriddenProviders } from '../../../shared/pricebook/overrides.ts';
import type { PriceBook } from '../../../shared/pricebook/types.ts';
import type { Option } from '../../../shared/scenario/types.ts';

/** Rounding is of charges and the class order of packs: prepaid nodes, and usage that runs on them, have neither. */
export const hasOwnRules = (option: Option, book: PriceBook, overrides: string | null): boolean => {
  const providers = new Set(overriddenProviders(book, overrides).map(({ id }) => id));
  if (providers.size === 0) return false;
  const skus = new Set(book.skus.filter(({ provider }) => providers.has(provider)).map(({ sku }) => sku));
  return option.usage.some(({ sku, onNodes }) => onNodes === null && skus.has(sku)) || option.packs.some(({ sku }) => skus.has(sku));
};
