/**
 * A prepaid node line as numbers, or its issues.
 *
 * Rule: billing.md, section 3. Defaults: start = the horizon's first day, count and months 1, an absent region is not checked.
 * Units: price in 10^-10 CNY per node-month, start as a day.
 * Source: seed 000, "费用构成" and "定价说明", 2019-11-15 (three regions).
 */
import type { Issue } from '../../core/issue.ts';
import type { PriceBookIndex } from '../../pricebook/find.ts';
import { unitPriceReader } from '../../pricebook/limits.ts';
import type { NodeSku } from '../../pricebook/types.ts';
import type { NodeLine } from '../../scenario/types.ts';
import type { DayNumber } from '../../time/calendar.ts';
import type { Horizon } from '../horizon.ts';
import { assumptionOf } from '../issues.ts';
import { LineReader } from './LineReader.ts';
import { countReader, monthsReader } from './limits.ts';

export interface UsableNode {
  readonly line: NodeLine;
  readonly sku: NodeSku;
  /** 10^-10 CNY per node-month */
  readonly unitPrice: bigint;
  readonly count: bigint;
  readonly months: number;
  readonly start: DayNumber;
}
export interface ReadNode {
  /** null: dropped by an error */
  readonly usable: UsableNode | null;
  readonly issues: readonly Issue[];
}

export const readNode = (line: NodeLine, index: PriceBookIndex, horizon: Horizon): ReadNode => {
  const reader = new LineReader(line);
  const sku = reader.sku(index, line.sku, 'node');
  const count = reader.decimal('count', line.count, countReader, 1n);
  const months = readMonths(reader, line.months);
  const start = reader.date('start', line.start, horizon.start);
  const price = line.price ?? sku?.price ?? null;
  if (sku !== null && line.region !== null && sku.regions !== undefined && !sku.regions.includes(line.region)) {
    reader.add('REGION_NOT_OFFERED', 'region', { region: line.region, regions: sku.regions.join(', ') });
  }
  if (sku !== null && price === null) reader.add('PRICE_NOT_PUBLISHED', 'price', { sku: sku.sku });
  const unitPrice = price === null ? null : reader.decimal('price', price, unitPriceReader(1));
  if (sku?.availability === 'application') reader.add('APPLICATION_REQUIRED', 'sku');
  if (sku === null || count === null || months === null || start === null || unitPrice === null || reader.hasError) {
    return { usable: null, issues: reader.issues };
  }
  if (sku.source.assumed === true && line.price === null) {
    reader.issues.push(assumptionOf(line.id, 'source', { sku: sku.sku, note: sku.source.note ?? '' }));
  }
  return { usable: { line, sku, unitPrice, count, months, start }, issues: reader.issues };
};

/** A whole number below 1 is a period that never begins; anything else outside the limits is no number of months. */
const readMonths = (reader: LineReader, text: string | null): number | null => {
  if (text !== null && /^(?:-?0+|-\d+)(?:\.0+)?$/.test(text)) return reader.add('PERIOD_INVALID', 'months', { months: text.slice(0, 100) });
  const months = reader.decimal('months', text, monthsReader, 1n);
  return months === null ? null : Number(months);
};
