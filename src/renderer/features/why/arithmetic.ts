/**
 * Rule: the multiplication behind a number, in the digits of its factors, so that it can be done again by hand. Where the printed
 * quantity is itself rounded, the fraction of days stands in its place, because billing never rounds it first.
 * Units: as in billing/explanation.ts. Source: billing.md, 4.1 to 4.3.
 */
import type { ChargeExplanation, QuantityFact } from '../../../shared/billing/explanation.ts';
import type { BreakEvenExplanation } from '../../../shared/compare/explainBreakEven.ts';
import { type Amount, formatFixed, formatQuantity, parseFixed } from '../../../shared/numeric/fixed.ts';
import { groupDigits } from '../../ui/format.ts';

const PRICE_DECIMALS = 10;
/** quantity (10^-6) x price (10^-10) in 10^-16 CNY, against amounts in 10^-12 */
const PRODUCT_PER_AMOUNT = 10_000n;

export interface Factors {
  /** '100.5 × (1 + 10 %)³' */
  readonly base: string;
  /** '2', null for one */
  readonly instances: string | null;
  /** '19/28', null for whole periods */
  readonly days: string | null;
}

export const quantityFactors = (fact: QuantityFact): Factors => {
  const grows = fact.growth !== '0' && fact.growthMonths > 0 && !fact.overridden;
  const growth = grows ? ` × (1 ${growthSign(fact.growth)} ${growthPercent(fact.growth)} %)${superscript(fact.growthMonths)}` : '';
  return {
    base: groupDigits(fact.typed) + growth,
    instances: fact.instances === '1' ? null : groupDigits(fact.instances),
    days: fact.activeDays === fact.basisDays ? null : `${fact.activeDays}/${fact.basisDays}`,
  };
};

const growthSign = (growth: string): string => (growth.startsWith('-') ? '−' : '+');

/** '0.05' -> '5' */
const growthPercent = (growth: string): string => {
  const parsed = parseFixed(growth.replace(/^-/, ''), 6);
  return parsed === null ? growth : groupDigits(formatFixed(parsed, 4));
};

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;
const superscript = (exponent: number): string =>
  exponent === 1 ? '' : [...String(exponent)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('');

/** Of a flat price: '221.1 × 8.07', or '1,000 × 1/30 × 0.12' where the quantity has no end of digits. */
export const listCostProduct = ({ quantity, price, listCost }: ChargeExplanation): string | null => {
  if (price.price.kind !== 'flat') return null;
  const { price: unitPrice, per } = price.price;
  const parsed = parseFixed(unitPrice, PRICE_DECIMALS);
  const exact = parsed !== null && quantity.quantity * parsed === listCost * BigInt(per) * PRODUCT_PER_AMOUNT;
  const { instances, days } = quantityFactors(quantity);
  const factors = exact
    ? [groupDigits(formatQuantity(quantity.quantity))]
    : [groupDigits(formatQuantity(quantity.base)), ...(instances === null ? [] : [instances]), ...(days === null ? [] : [days])];
  return [...factors, groupDigits(unitPrice)].join(' × ') + perSuffix(per);
};

/** Whether the tiers as they are printed add up to the list cost: a part of a month may have no end of digits. */
export const areTiersExact = ({ quantity, price: { price }, listCost }: ChargeExplanation): boolean => {
  if (price.kind === 'flat') return false;
  const sum = price.tiers.reduce((total, tier) => total + tier.quantity * (parseFixed(tier.price, PRICE_DECIMALS) ?? 0n), 0n);
  return sum * BigInt(quantity.instances) === listCost * BigInt(price.per) * PRODUCT_PER_AMOUNT;
};

/** Of two flat prices: '3,000 ÷ 0.0077'. */
export const breakEvenQuotient = ({ node, usage }: BreakEvenExplanation): string | null => {
  const [prepaid, metered] = [node.price.price, usage.price.price];
  if (prepaid.kind !== 'flat' || metered.kind !== 'flat') return null;
  const block = metered.per === 1 ? '' : ` × ${groupDigits(String(metered.per))}`;
  return `${groupDigits(prepaid.price)} ÷ ${groupDigits(metered.price)}${block}`;
};

export const perSuffix = (per: number): string => (per === 1 ? '' : ` ÷ ${groupDigits(String(per))}`);

/** One instance's part in a tier at its price, exact CNY of 10^-16 cut to 10^-12. */
export const tierAmount = (quantity: bigint, price: string, per: number): Amount =>
  (quantity * (parseFixed(price, PRICE_DECIMALS) ?? 0n)) / (PRODUCT_PER_AMOUNT * BigInt(per));
