/**
 * The price of a quantity, A(q): flat or graduated, as integers.
 *
 * Units: unit prices in 10^-10 CNY for ONE unit (the price block is divided out exactly), tier bounds in 10^-6 units of one instance.
 * Rounding: none here; unit prices are never rounded.
 * Source: billing.md, sections 1 and 4.3.
 */
import { parseFixed, QUANTITY_DECIMALS, type Quantity } from '../../numeric/fixed.ts';
import { unitPriceReader } from '../../pricebook/limits.ts';
import type { UsageSku } from '../../pricebook/types.ts';

export interface FlatRate {
  readonly kind: 'flat';
  readonly unitPrice: bigint;
}
export interface GraduatedRate {
  readonly kind: 'graduated';
  readonly tierClock: 'month' | 'line';
  readonly tiers: readonly Tier[];
}
export interface Tier {
  /** included upper bound of one instance's running quantity; null: no bound */
  readonly upTo: Quantity | null;
  readonly unitPrice: bigint;
}
export type Rate = FlatRate | GraduatedRate;

/** The rates of a price book, each parsed once. */
export interface RateTable {
  /** null: not published */
  readonly rateOf: (sku: UsageSku) => Rate | null;
}

export const createRateTable = (): RateTable => {
  const rates = new Map<UsageSku, Rate>();
  const rateOf = (sku: UsageSku): Rate | null => {
    if (sku.price === null) return null;
    const rate = rates.get(sku) ?? parseRate(sku.price, sku.per ?? 1);
    rates.set(sku, rate);
    return rate;
  };
  return { rateOf };
};

/** Throws where the text is no price: a parsed price book has none. */
const parseRate = (price: NonNullable<UsageSku['price']>, per: number): Rate => {
  if (typeof price === 'string') return { kind: 'flat', unitPrice: parseUnitPrice(price, per) };
  const tiers = price.tiers.map((tier) => ({
    upTo: tier.upTo === null ? null : parseBound(tier.upTo),
    unitPrice: parseUnitPrice(tier.price, per),
  }));
  return { kind: 'graduated', tierClock: price.tierClock, tiers };
};

const parseUnitPrice = (text: string, per: number): bigint => {
  const price = unitPriceReader(per).read(text);
  if (price === null) throw new Error(`price book holds no price: ${text}`);
  return price;
};
const parseBound = (text: string): Quantity => {
  const bound = parseFixed(text, QUANTITY_DECIMALS);
  if (bound === null) throw new Error(`price book holds no tier bound: ${text}`);
  return bound;
};
