/**
 * One charge: how the quantity came about, what it costs and why, which packs paid, and the rounding.
 *
 * Rule: billing.md, 4 and 5.3, as the bill computed them.
 * Units: bill.ts.
 */

import { AMOUNT_PER_FEN } from '../../numeric/fixed.ts';
import type { UsageSku } from '../../pricebook/types.ts';
import type { UsageLine } from '../../scenario/types.ts';
import { isMonth, type Month, type MonthNumber, parseMonth } from '../../time/calendar.ts';
import type { Charge, Draw } from '../bill.ts';
import { roundingOf } from '../charge.ts';
import type { ChargeExplanation, PriceFact, QuantityFact } from '../explanation.ts';
import { baseOfMonth, basisDaysOf, type MeteredMonth } from '../meter.ts';
import type { UsableUsage } from '../read/readUsage.ts';
import type { ExplainContext } from './context.ts';
import { formulaFacts } from './formulaFacts.ts';
import { readLineMonths, tierQuantities } from './lineMonths.ts';
import { flatPrice, priceFactOf } from './priceFact.ts';

export const explainCharge = (context: ExplainContext, lineId: string, month: Month): ChargeExplanation | null => {
  const { bill, index, option } = context;
  const lineBill = bill.lines.get(lineId);
  const charge = lineBill?.kind === 'usage' ? lineBill.charges.get(month) : undefined;
  const line = option.usage.find(({ id }) => id === lineId);
  if (charge === undefined || line === undefined || !isMonth(month)) return null;
  const read = readLineMonths(context, line);
  const metered = read?.months.find((each) => each.month === parseMonth(month));
  if (read === null || metered === undefined) return null;
  const { usage } = read;
  return {
    kind: 'charge',
    option: option.id,
    line: lineId,
    month,
    quantity: quantityFactOf(usage, metered, charge),
    price: priceFactOf({ index, sku: usage.sku, typed: line.price, unit: usage.sku.unit, price: priceOf(usage, metered) }),
    listCost: charge.listCost,
    draws: charge.draws.map((draw) => ({ ...draw, ...packFactOf(context, draw) })),
    uncovered: charge.uncovered,
    ...roundingFact(context, usage.sku),
    roundingDifference: charge.payable * AMOUNT_PER_FEN - charge.uncovered,
    payable: charge.payable,
    formulas: formulaFacts({ sheet: 'usage', line, drivers: context.drivers }, (field) => isUsed(line, field, month)),
  };
};

/** Whether the field plays a part in the month: an override stands for the month's quantity and its growth. */
const isUsed = ({ monthly }: UsageLine, field: string, month: Month): boolean => {
  if (field.startsWith('m:')) return field === `m:${month}`;
  return monthly[month] === undefined || (field !== 'quantity' && field !== 'growth');
};

const roundingFact = ({ index, published }: ExplainContext, sku: UsageSku): Pick<ChargeExplanation, 'rounding' | 'publishedRounding'> => {
  const rounding = roundingOf(index, sku);
  const own = published.providers.find(({ id }) => id === sku.provider)?.rounding ?? rounding;
  return { rounding, publishedRounding: own === rounding ? null : own };
};

const quantityFactOf = (usage: UsableUsage, metered: MeteredMonth, charge: Charge): QuantityFact => {
  const { line, sku, per } = usage;
  const override = line.monthly[charge.month];
  return {
    per,
    typed: override ?? line.quantity ?? '',
    overridden: override !== undefined,
    growth: usage.growth === null ? '0' : (line.growth ?? '0'),
    growthMonths: growthMonthsOf(usage, metered.month),
    base: per === 'total' ? usage.quantity : baseOfMonth(usage, metered.month),
    instances: String(usage.instances),
    activeDays: metered.activeDays,
    basisDays: basisDaysOf(usage, sku, metered.month),
    monthBasis: sku.monthBasis ?? 'calendar',
    increment: sku.increment ?? null,
    quantity: charge.quantity,
  };
};

const growthMonthsOf = ({ per, fromMonth }: UsableUsage, month: MonthNumber): number => (per === 'total' ? 0 : month - fromMonth);

const priceOf = (usage: UsableUsage, metered: MeteredMonth): PriceFact['price'] => {
  const { line, sku, rate } = usage;
  const per = sku.per ?? 1;
  if (line.price !== null) return flatPrice(line.price, per);
  if (typeof sku.price === 'string') return flatPrice(sku.price, per);
  const quantities = rate.kind === 'graduated' ? tierQuantities(rate, metered) : [];
  const tiers = (sku.price?.tiers ?? []).map((tier, position) => ({ ...tier, quantity: quantities[position] ?? 0n }));
  return { kind: 'graduated', per, tierClock: sku.price?.tierClock ?? 'month', tiers };
};

const packFactOf = ({ option, bill, index }: ExplainContext, draw: Draw) => {
  const line = draw.packClass === 'allowance' ? undefined : option.packs.find(({ id }) => id === draw.pack);
  const sku = index.findSku(line?.sku ?? draw.pack);
  const pack = line === undefined ? undefined : bill.packs.get(line.id);
  return {
    name: sku?.name ?? { zh: draw.pack, en: draw.pack },
    denomination: sku?.kind === 'pack' ? sku.denomination : ('money' as const),
    expiry: pack?.expiry ?? null,
  };
};
