/**
 * Prepaid nodes: one row for the purchase, one for each service month that is recognised in the horizon.
 *
 * Rule: the purchase is billed and, because it pays for months to come, effective 0; a service month is billed 0 and effective its
 * share of expense. A node is no commitment discount: it is bought at its own price and lowers no other one.
 * Source: FOCUS 1.2, EffectiveCost, ChargeFrequency, glossary (commitment discount); billing.md, section 3.
 */
import { formatFen, parseFixed } from '../../../shared/numeric/fixed.ts';
import type { NodeSku } from '../../../shared/pricebook/types.ts';
import type { NodeLine } from '../../../shared/scenario/types.ts';
import { addMonthsToDay, formatDate, type Month, monthsBetween, parseDate } from '../../../shared/time/calendar.ts';
import type { FocusRow } from './columns.ts';
import { costColumns, type UnitPrices, unitPrices } from './costs.ts';
import { type FocusOption, lineColumns } from './focusOption.ts';
import { periodColumns } from './periods.ts';
import { DESCRIPTIONS } from './texts.ts';
import { focusUnit } from './units.ts';

interface BilledNode {
  readonly focus: FocusOption;
  readonly line: NodeLine;
  readonly sku: NodeSku;
  readonly prices: UnitPrices;
  readonly start: number;
}

export const nodeRows = function* (focus: FocusOption, line: NodeLine): Generator<FocusRow> {
  const bill = focus.option.bill.lines.get(line.id);
  const sku = focus.index.findSku(line.sku);
  if (bill?.kind !== 'node' || bill.purchase === null || bill.purchaseMonth === null || sku?.kind !== 'node') return;
  const prices = unitPrices(line.price, sku.price);
  if (prices === null) return;
  const node = { focus, line, sku, prices, start: line.start === null ? focus.horizon.start : parseDate(line.start) };
  for (const month of focus.horizon.months) {
    if (month === bill.purchaseMonth) yield purchaseRow(node, month, formatFen(bill.purchase));
    const expense = bill.expense.get(month);
    if (expense !== undefined)
      yield serviceRow(node, month, { service: monthsBetween(bill.purchaseMonth, month), expense: formatFen(expense) });
  }
};

const purchaseRow = (node: BilledNode, month: Month, purchase: string): FocusRow => {
  const { focus, line, sku, prices, start } = node;
  const months = whole(line.months);
  return {
    ...nodeColumns(node),
    ...periodColumns(month, { start, end: addMonthsToDay(start, Number(months)) }),
    ...costColumns(prices, { value: whole(line.count) * months, decimals: 0, unit: focusUnit(sku.unit) }),
    ChargeCategory: 'Purchase',
    ChargeFrequency: 'One-Time',
    ChargeDescription: DESCRIPTIONS[focus.context.locale].prepaid(focus.context.sayName(sku.name)),
    BilledCost: purchase,
    EffectiveCost: '0',
  };
};

const serviceRow = (
  node: BilledNode,
  month: Month,
  { service, expense }: { readonly service: number; readonly expense: string },
): FocusRow => {
  const { focus, line, sku, prices, start } = node;
  const days = { start: addMonthsToDay(start, service), end: addMonthsToDay(start, service + 1) };
  const count = whole(line.count);
  return {
    ...nodeColumns(node),
    ...periodColumns(month, days),
    ...costColumns(prices, { value: count, decimals: 0, unit: focusUnit(sku.unit) }),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Recurring',
    ChargeDescription: DESCRIPTIONS[focus.context.locale].service(focus.context.sayName(sku.name), formatDate(days.start)),
    BilledCost: '0',
    EffectiveCost: expense,
    ConsumedQuantity: String(count),
    ConsumedUnit: focusUnit(sku.unit),
  };
};

const nodeColumns = ({ focus, line, sku }: BilledNode): FocusRow => ({
  ...lineColumns(focus, line.id, sku),
  PricingCategory: 'Standard',
  ...(line.region === null ? {} : { RegionId: line.region, RegionName: regionName(focus, sku, line.region) }),
});

const regionName = ({ index }: FocusOption, sku: NodeSku, region: string): string =>
  index.findProvider(sku.provider)?.regions.find(({ id }) => id === region)?.name.en ?? region;

/** Absent is 1; a billed line has no other text than whole numbers. */
const whole = (text: string | null): bigint => (text === null ? 1n : (parseFixed(text, 0) ?? 1n));
