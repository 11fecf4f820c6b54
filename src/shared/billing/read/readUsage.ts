/**
 * A usage line as numbers, or its issues.
 *
 * Rule: billing.md, 4.1 to 4.3 and section 7; a line `onNodes` needs no price and no availability.
 * Units: quantities in 10^-6 of the SKU's unit, unit prices in 10^-10 CNY, the period [from, to) in days.
 */
import type { Issue } from '../../core/issue.ts';
import type { Quantity } from '../../numeric/fixed.ts';
import type { PriceBookIndex } from '../../pricebook/find.ts';
import { unitPriceReader } from '../../pricebook/limits.ts';
import { isGraduated, type RoundingProfile, type UsageSku } from '../../pricebook/types.ts';
import type { UsageLine } from '../../scenario/types.ts';
import { type DayNumber, isMonth, type MonthNumber, monthOfDay, parseMonth } from '../../time/calendar.ts';
import { roundingOf } from '../charge.ts';
import type { Growth, GrowthTable } from '../growth.ts';
import type { Horizon } from '../horizon.ts';
import { assumptionOf } from '../issues.ts';
import type { Rate, RateTable } from '../rate/rate.ts';
import { LineReader } from './LineReader.ts';
import { growthReader, instancesReader, quantityReader } from './limits.ts';

/** The typed fields, before price and node are looked at. */
export interface UsageQuantity {
  readonly quantity: Quantity;
  readonly per: 'month' | 'total';
  readonly instances: bigint;
  readonly from: DayNumber;
  /** excluded; not after `from` where a default lies before it: the line is outside the horizon then */
  readonly to: DayNumber;
  readonly fromMonth: MonthNumber;
  /** null without growth */
  readonly growth: Growth | null;
  readonly monthly: ReadonlyMap<MonthNumber, Quantity>;
}
export interface UsableUsage extends UsageQuantity {
  readonly line: UsageLine;
  readonly sku: UsageSku;
  readonly rate: Rate;
  /** of the SKU's provider */
  readonly rounding: RoundingProfile;
}
/** `onNodes`: paid with the node, listed with cost 0. */
export type ReadUsage = { readonly issues: readonly Issue[] } & (
  | { readonly kind: 'usable'; readonly usable: UsableUsage }
  | { readonly kind: 'onNodes'; readonly node: string }
  | { readonly kind: 'dropped' }
);
export interface ReadUsageInput {
  readonly line: UsageLine;
  readonly index: PriceBookIndex;
  readonly horizon: Horizon;
  readonly growths: GrowthTable;
  readonly rates: RateTable;
  /** ids of the option's node lines that are not dropped */
  readonly usableNodes: ReadonlySet<string>;
}

export const readUsage = ({ line, index, horizon, growths, rates, usableNodes }: ReadUsageInput): ReadUsage => {
  const reader = new LineReader(line);
  const sku = reader.sku(index, line.sku, 'usage');
  const fields = readQuantity(reader, line, horizon, growths);
  if (line.onNodes !== null) {
    if (!usableNodes.has(line.onNodes)) reader.add('NODE_NOT_FOUND', 'onNodes', { node: line.onNodes.slice(0, 100) });
    // The price is not needed, but a price that is no number is still an error.
    if (line.price !== null) reader.decimal('price', line.price, unitPriceReader(sku?.per ?? 1));
    return reader.hasError ? { kind: 'dropped', issues: reader.issues } : { kind: 'onNodes', node: line.onNodes, issues: reader.issues };
  }
  const rate = sku === null ? null : readRate(reader, line, sku, rates);
  if (sku?.availability === 'application') reader.add('APPLICATION_REQUIRED', 'sku');
  if (sku === null || fields === null || rate === null || reader.hasError) return { kind: 'dropped', issues: reader.issues };
  addAssumptions(reader, line, sku);
  return { kind: 'usable', usable: { ...fields, line, sku, rate, rounding: roundingOf(index, sku) }, issues: reader.issues };
};

const readRate = (reader: LineReader, line: UsageLine, sku: UsageSku, rates: RateTable): Rate | null => {
  if (line.price !== null) {
    const unitPrice = reader.decimal('price', line.price, unitPriceReader(sku.per ?? 1));
    return unitPrice === null ? null : { kind: 'flat', unitPrice };
  }
  return rates.rateOf(sku) ?? reader.add('PRICE_NOT_PUBLISHED', 'price', { sku: sku.sku });
};

/** A typed price replaces what the book assumes of its own. */
const addAssumptions = (reader: LineReader, line: UsageLine, sku: UsageSku): void => {
  if (line.price !== null) return;
  const note = sku.source.note ?? '';
  if (isGraduated(sku.price)) {
    reader.issues.push(assumptionOf(line.id, 'tierClock', { sku: sku.sku, tierClock: sku.price.tierClock, note }));
  } else if (sku.source.assumed === true) {
    reader.issues.push(assumptionOf(line.id, 'source', { sku: sku.sku, note }));
  }
};

const readQuantity = (reader: LineReader, line: UsageLine, horizon: Horizon, growths: GrowthTable): UsageQuantity | null => {
  const quantity = reader.decimal('quantity', line.quantity, quantityReader);
  const per = readPer(reader, line);
  const instances = reader.decimal('instances', line.instances, instancesReader, 1n);
  const growth = line.growth === null ? null : reader.decimal('growth', line.growth, growthReader);
  const monthly = readMonthly(reader, line);
  const from = reader.periodBound('from', line.from, 'start');
  const to = reader.periodBound('to', line.to, 'end');
  if (from !== null && to !== null && to <= from) reader.add('PERIOD_INVALID', 'to', { from: line.from ?? '', to: line.to ?? '' });
  if (quantity === null || per === null || instances === null || reader.hasError) return null;
  const start = from ?? horizon.start;
  return {
    quantity,
    per,
    instances,
    from: start,
    to: to ?? horizon.end,
    fromMonth: monthOfDay(start),
    growth: growth === null || growth === 0n ? null : growths.growthOf(growth),
    monthly,
  };
};

/** `per`, and what `total` excludes. */
const readPer = (reader: LineReader, line: UsageLine): 'month' | 'total' | null => {
  const per = line.per ?? 'month';
  if (per !== 'month' && per !== 'total') return reader.invalid('per', per, { expected: 'month, total' });
  if (per === 'total' && line.growth !== null) reader.add('FIELD_NOT_ALLOWED', 'growth', { per });
  if (per === 'total') for (const month of Object.keys(line.monthly)) reader.add('FIELD_NOT_ALLOWED', `m:${month}`, { per });
  return per;
};

const NO_MONTHS: ReadonlyMap<MonthNumber, Quantity> = new Map();

const readMonthly = (reader: LineReader, line: UsageLine): ReadonlyMap<MonthNumber, Quantity> => {
  const entries = Object.entries(line.monthly);
  if (entries.length === 0) return NO_MONTHS;
  const monthly = new Map<MonthNumber, Quantity>();
  for (const [month, text] of entries) {
    if (!isMonth(month)) reader.invalid(`m:${month}`, month, { expected: 'month' });
    const quantity = reader.decimal(`m:${month}`, text, quantityReader);
    if (quantity !== null && isMonth(month)) monthly.set(parseMonth(month), quantity);
  }
  return monthly;
};
