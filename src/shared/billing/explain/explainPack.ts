/**
 * One pack or allowance: what it held, who used it when, what was left.
 *
 * Rule: billing.md, 5. An allowance has no line: the subject names its SKU, it costs nothing and is valid all the time; what it held is
 * one balance (`reset: month`: that of each month).
 * Units: bill.ts.
 */
import { parseFixed, QUANTITY_DECIMALS } from '../../numeric/fixed.ts';
import type { PackSku } from '../../pricebook/types.ts';
import { formatDate } from '../../time/calendar.ts';
import type { PackExplanation } from '../explanation.ts';
import { packKind, timelineOf } from '../packTimeline.ts';
import { packScale, readPack } from '../read/readPack.ts';
import type { ExplainContext } from './context.ts';
import { formulaFacts } from './formulaFacts.ts';
import { flatPrice, priceFactOf } from './priceFact.ts';

export const explainPack = (context: ExplainContext, id: string): PackExplanation | null => {
  const { option, bill, index, horizon } = context;
  const line = option.packs.find((each) => each.id === id);
  if (line === undefined) return explainAllowance(context, id);
  const pack = bill.packs.get(id);
  const usable = readPack(line, index, horizon).usable;
  if (pack === undefined || usable === null) return null;
  const { sku, count } = usable;
  const price = flatPrice(line.price ?? sku.price ?? '', 1);
  return {
    kind: 'pack',
    option: option.id,
    line: id,
    ...packHead(sku),
    price: priceFactOf({ index, sku, typed: line.price, unit: 'pack', price }),
    count: String(count),
    purchase: pack.purchase,
    purchaseMonth: pack.purchaseMonth,
    start: pack.start,
    expiry: pack.expiry,
    held: pack.held,
    used: pack.used,
    forfeited: pack.forfeited,
    remaining: pack.remaining,
    forfeitedCost: pack.forfeitedCost,
    timeline: pack.timeline,
    users: bill.burnOf({ id, isAllowance: false })?.users ?? [],
    formulas: formulaFacts({ sheet: 'packs', line, drivers: context.drivers }),
  };
};

const explainAllowance = (context: ExplainContext, id: string): PackExplanation | null => {
  const { option, bill, index, horizon } = context;
  const sku = index.findSku(id);
  if (sku?.kind !== 'pack' || sku.class !== 'allowance' || sku.amount === null) return null;
  const { used, ranOut, users } = bill.burnOf({ id, isAllowance: true }) ?? { used: [], ranOut: [], users: [] };
  const held = (parseFixed(sku.amount, QUANTITY_DECIMALS) ?? 0n) * packScale(sku);
  const total = used.reduce((sum, each) => sum + each, 0n);
  const life = { start: horizon.start, expiry: Number.POSITIVE_INFINITY, held, opening: held, used, ranOut };
  return {
    kind: 'pack',
    option: option.id,
    line: id,
    ...packHead(sku),
    price: priceFactOf({ index, sku, typed: null, unit: 'pack', price: flatPrice('0', 1) }),
    count: '1',
    purchase: 0n,
    purchaseMonth: null,
    start: formatDate(horizon.start),
    expiry: null,
    held,
    used: total,
    forfeited: 0n,
    remaining: sku.reset === 'none' ? held - total : 0n,
    forfeitedCost: 0n,
    timeline: timelineOf({ ...packKind(sku), ...life }, horizon),
    users,
    formulas: [],
  };
};

const packHead = (sku: PackSku) => ({
  name: sku.name,
  packClass: sku.class,
  denomination: sku.denomination,
  unit: sku.denomination === 'money' ? null : (sku.unit ?? null),
});
