/**
 * Rule: how many hours a month an hourly price can run until it costs as much as one prepaid node. Whole months, list prices,
 * no packs, no fen rounding; graduated prices from the first tier on.
 * Units: prices 10^-10 CNY, quantities 10^-6 units inside; hours per month, decimal text rounded half away from zero to 6 decimals.
 * Source: the prices of the edition or of the line; the pairing of SKUs is ASSUMPTION: every prepaid node of one option against
 * every line of another option that is metered in time.
 */
import { formatQuantity, parseFixed, QUANTITY_DECIMALS } from '../numeric/fixed.ts';
import { divideHalfUp } from '../numeric/rounding.ts';
import { indexPriceBook, type PriceBookIndex } from '../pricebook/find.ts';
import { type GraduatedPrice, isGraduated, type NodeSku, type PriceBook, type UsageSku } from '../pricebook/types.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { NodeLine, Option, Scenario, UsageLine } from '../scenario/types.ts';

export interface BreakEven {
  readonly node: { readonly option: string; readonly line: string; readonly sku: string };
  readonly usage: { readonly option: string; readonly line: string; readonly sku: string };
  /** hours of one instance per month at which both cost the same */
  readonly hours: string;
  /** false when even the longest month (744 hours) has not so many hours: hourly use is always cheaper then */
  readonly withinMonth: boolean;
}

const PRICE_DECIMALS = 10;
const LONGEST_MONTH_HOURS = 744n;
/** 10^-6 hours or units */
const HOUR = 10n ** BigInt(QUANTITY_DECIMALS);

/** One entry for each pair of SKUs and prices, in the order of the lines. Pairs without a positive price on both sides are left out. */
export const findBreakEvens = (given: Scenario, priceBook: PriceBook): readonly BreakEven[] => {
  const index = indexPriceBook(priceBook);
  const { scenario } = resolveScenario(given);
  return scenario.options.flatMap((nodeOption) =>
    scenario.options.flatMap((usageOption) => (nodeOption === usageOption ? [] : pairsOf(index, nodeOption, usageOption))),
  );
};

const pairsOf = (index: PriceBookIndex, nodeOption: Option, usageOption: Option): readonly BreakEven[] => {
  const usages = distinctPrices(usageOption.usage.filter((line) => line.onNodes === null));
  return distinctPrices(nodeOption.nodes).flatMap((node) =>
    usages.flatMap((usage) => {
      const meeting = meetingOf(index, node, usage);
      if (meeting === null) return [];
      return {
        node: { option: nodeOption.id, line: node.id, sku: node.sku },
        usage: { option: usageOption.id, line: usage.id, sku: usage.sku },
        ...hoursOf(meeting),
      };
    }),
  );
};

/** Where two prices meet. */
export interface Meeting {
  readonly nodeSku: NodeSku;
  readonly usageSku: UsageSku;
  /** decimal text */
  readonly nodePrice: string;
  readonly tiers: GraduatedPrice['tiers'];
  readonly unitsPerHour: bigint;
  /** units of usage in a month that cost as much as the node: num / den of 10^-6 */
  readonly num: bigint;
  readonly den: bigint;
}

export const hoursOf = ({ num, den, unitsPerHour }: Meeting): Pick<BreakEven, 'hours' | 'withinMonth'> => {
  const hours = divideHalfUp(num, den * unitsPerHour);
  return { hours: formatQuantity(hours), withinMonth: hours <= LONGEST_MONTH_HOURS * HOUR };
};

/** null where one of the prices is missing, unreadable or zero, or the usage is not metered in time. */
export const meetingOf = (index: PriceBookIndex, node: NodeLine, usage: UsageLine): Meeting | null => {
  const nodeSku = index.findSku(node.sku);
  const usageSku = index.findSku(usage.sku);
  if (nodeSku?.kind !== 'node' || usageSku?.kind !== 'usage') return null;
  const unitsPerHour = UNITS_PER_HOUR.find(([suffix]) => usageSku.unit.endsWith(suffix))?.[1];
  const nodePrice = node.price ?? nodeSku.price;
  const monthly = readPrice(nodePrice);
  if (unitsPerHour === undefined || nodePrice === null || monthly === null) return null;
  const price = usage.price ?? usageSku.price;
  const tiers = isGraduated(price) ? price.tiers : [{ upTo: null, price: price ?? '' }];
  const units = unitsUntil(monthly * BigInt(usageSku.per ?? 1), tiers);
  return units === null ? null : { nodeSku, usageSku, nodePrice, tiers, unitsPerHour, ...units };
};

const UNITS_PER_HOUR: readonly (readonly [string, bigint])[] = [
  ['-hour', 1n],
  ['-minute', 60n],
  ['-second', 3600n],
];

/** 10^-10 CNY; null where it is not above zero. */
const readPrice = (text: string | null): bigint | null => {
  const price = text === null ? null : parseFixed(text, PRICE_DECIMALS);
  return price === null || price <= 0n ? null : price;
};

/** Walks up the tiers until the budget (10^-10 CNY times the price block) is spent; null where it never is. */
const unitsUntil = (budget: bigint, tiers: GraduatedPrice['tiers']): Pick<Meeting, 'num' | 'den'> | null => {
  let left = budget * HOUR;
  let from = 0n;
  for (const tier of tiers) {
    const price = parseFixed(tier.price, PRICE_DECIMALS);
    const upTo = tier.upTo === null ? null : parseFixed(tier.upTo, QUANTITY_DECIMALS);
    if (price === null || price < 0n) return null;
    const cost = upTo === null ? null : (upTo - from) * price;
    if (price > 0n && (cost === null || cost >= left)) return { num: from * price + left, den: price };
    if (upTo === null || cost === null) return null;
    left -= cost;
    from = upTo;
  }
  return null;
};

/** The first line of each SKU at each price. */
const distinctPrices = <L extends NodeLine | UsageLine>(lines: readonly L[]): readonly L[] => {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = JSON.stringify([line.sku, line.price]);
    return !seen.has(key) && seen.add(key);
  });
};
