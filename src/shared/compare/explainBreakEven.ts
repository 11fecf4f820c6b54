/**
 * Why a prepaid node and an hourly price cost the same at so many hours: the two unit prices, and how much of one month falls into each
 * tier.
 *
 * Rule: no rule of its own: breakEven.ts.
 * Units: quantities R6 of the usage's unit. Source: breakEven.ts.
 */

import { formulaFacts } from '../billing/explain/formulaFacts.ts';
import { flatPrice, priceFactOf } from '../billing/explain/priceFact.ts';
import type { FormulaFact, PriceFact } from '../billing/explanation.ts';
import { parseFixed, QUANTITY_DECIMALS, type Quantity } from '../numeric/fixed.ts';
import { divideHalfUp } from '../numeric/rounding.ts';
import { indexPriceBook } from '../pricebook/find.ts';
import { isGraduated, type PriceBook } from '../pricebook/types.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/types.ts';
import { type BreakEven, hoursOf, type Meeting, meetingOf } from './breakEven.ts';

export interface PricedLine {
  readonly option: string;
  readonly line: string;
  readonly price: PriceFact;
  /** of its price */
  readonly formulas: readonly FormulaFact[];
}
export interface BreakEvenExplanation extends Pick<BreakEven, 'hours' | 'withinMonth'> {
  readonly kind: 'breakEven';
  readonly node: PricedLine;
  readonly usage: PricedLine;
  readonly unitsPerHour: bigint;
  /** of usage in a month that cost as much as the node */
  readonly units: Quantity;
}
type Side = Pick<PricedLine, 'option' | 'line'>;

/** null: a line is gone, or the two have no break-even. */
export const explainBreakEven = (
  given: Scenario,
  priceBook: PriceBook,
  pair: { readonly node: Side; readonly usage: Side },
): BreakEvenExplanation | null => {
  const index = indexPriceBook(priceBook);
  const { options } = resolveScenario(given).scenario;
  const node = options.find(({ id }) => id === pair.node.option)?.nodes.find(({ id }) => id === pair.node.line);
  const usage = options.find(({ id }) => id === pair.usage.option)?.usage.find(({ id }) => id === pair.usage.line);
  const meeting = node === undefined || usage === undefined || usage.onNodes !== null ? null : meetingOf(index, node, usage);
  if (node === undefined || usage === undefined || meeting === null) return null;
  const { nodeSku, usageSku, unitsPerHour } = meeting;
  const isPrice = (field: string): boolean => field === 'price';
  return {
    kind: 'breakEven',
    node: {
      ...pair.node,
      price: priceFactOf({ index, sku: nodeSku, typed: node.price, unit: nodeSku.unit, price: flatPrice(meeting.nodePrice, 1) }),
      formulas: formulaFacts({ sheet: 'nodes', line: node, drivers: given.drivers }, isPrice),
    },
    usage: {
      ...pair.usage,
      price: priceFactOf({ index, sku: usageSku, typed: usage.price, unit: usageSku.unit, price: usagePriceOf(meeting) }),
      formulas: formulaFacts({ sheet: 'usage', line: usage, drivers: given.drivers }, isPrice),
    },
    unitsPerHour,
    units: divideHalfUp(meeting.num, meeting.den),
    ...hoursOf(meeting),
  };
};

const usagePriceOf = ({ usageSku, tiers, num, den }: Meeting): PriceFact['price'] => {
  const per = usageSku.per ?? 1;
  const [only, ...others] = tiers;
  if (only !== undefined && others.length === 0) return flatPrice(only.price, per);
  let lower = 0n;
  return {
    kind: 'graduated',
    per,
    tierClock: isGraduated(usageSku.price) ? usageSku.price.tierClock : 'month',
    tiers: tiers.map((tier) => {
      const upper = tier.upTo === null ? null : (parseFixed(tier.upTo, QUANTITY_DECIMALS) ?? 0n) * den;
      const to = upper === null || num < upper ? num : upper;
      const from = lower;
      lower = upper ?? lower;
      return { ...tier, quantity: to > from ? divideHalfUp(to - from, den) : 0n };
    }),
  };
};
