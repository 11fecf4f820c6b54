/**
 * Unit prices and what they come to.
 *
 * Rule: list is what the price book publishes, contracted what the plan is priced with; where the planner's own price is the only one,
 * it is both. A cost is exactly unit price x pricing quantity, as the row prints them.
 * Units: prices are decimal text in CNY for `per` units; quantities integers of 10^-decimals.
 * Source: FOCUS 1.2, ListUnitPrice, ListCost, ContractedUnitPrice, ContractedCost, PricingQuantity.
 */
import { formatFixed, parseFixed } from '../../../shared/numeric/fixed.ts';
import type { FocusRow } from './columns.ts';

export interface UnitPrices {
  readonly list: string;
  readonly contracted: string;
  readonly basis: 'published' | 'own' | 'blended';
}
export interface PricingQuantity {
  readonly value: bigint;
  readonly decimals: number;
  readonly unit: string;
}

/** billing.md, section 1: a unit price has at most 10 decimals. */
export const PRICE_DECIMALS = 10;

export const parsePrice = (price: string): bigint => {
  const parsed = parseFixed(price, PRICE_DECIMALS);
  if (parsed === null) throw new Error(`a billed line has no such price: ${price}`);
  return parsed;
};

/** null: neither is there. */
export const unitPrices = (own: string | null, published: string | null): UnitPrices | null => {
  if (own !== null) return { list: published ?? own, contracted: own, basis: 'own' };
  return published === null ? null : { list: published, contracted: published, basis: 'published' };
};

export const costColumns = (prices: UnitPrices, { value, decimals, unit }: PricingQuantity): FocusRow => {
  const cost = (price: string): string => formatFixed(parsePrice(price) * value, PRICE_DECIMALS + decimals);
  return {
    PricingQuantity: formatFixed(value, decimals),
    PricingUnit: unit,
    ListUnitPrice: formatFixed(parsePrice(prices.list), PRICE_DECIMALS),
    ListCost: cost(prices.list),
    ContractedUnitPrice: formatFixed(parsePrice(prices.contracted), PRICE_DECIMALS),
    ContractedCost: cost(prices.contracted),
    x_PriceBasis: prices.basis,
  };
};
