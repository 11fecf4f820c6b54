/** Where a price comes from: the price book with its source, or the user. Units: decimal text. */
import type { PriceBookIndex } from '../../pricebook/find.ts';
import type { Sku } from '../../pricebook/types.ts';
import type { FieldText } from '../../scenario/types.ts';
import type { PriceFact } from '../explanation.ts';

export interface PriceFactInput {
  readonly index: PriceBookIndex;
  readonly sku: Sku;
  /** what the line says, null: nothing */
  readonly typed: FieldText;
  readonly unit: string;
  readonly price: PriceFact['price'];
}

export const priceFactOf = ({ index, sku, typed, unit, price }: PriceFactInput): PriceFact => ({
  sku: sku.sku,
  name: sku.name,
  edition: index.book.edition,
  unit,
  origin: typed === null ? 'book' : 'user',
  price,
  source: sku.source,
});

export const flatPrice = (price: string, per: number): PriceFact['price'] => ({ kind: 'flat', price, per });
