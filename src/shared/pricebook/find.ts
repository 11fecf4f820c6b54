/** Lookup by id in O(1). Source: formats.md, price book. */
import type { PriceBook, Provider, ProviderId, Sku } from './types.ts';

export interface PriceBookIndex {
  readonly book: PriceBook;
  readonly findSku: (sku: string) => Sku | undefined;
  readonly findProvider: (provider: ProviderId) => Provider | undefined;
}

export const indexPriceBook = (book: PriceBook): PriceBookIndex => {
  const skus = new Map(book.skus.map((sku) => [sku.sku, sku]));
  const providers = new Map(book.providers.map((provider) => [provider.id, provider]));
  return { book, findSku: (sku) => skus.get(sku), findProvider: (provider) => providers.get(provider) };
};
