/**
 * Bought packs as commitment discounts: one row for the purchase, one for each month in which a part of it goes to waste.
 *
 * Rule: a pack lowers the price of preselected usage for an amount paid in advance, which is what the commitment columns are for (that
 * a balance for life carries over is more than the glossary has in mind; no other columns fit better). The purchase is billed and
 * effective 0, and its cost comes back as the effective cost of the usage that it pays (usageRows.ts) and of what is unused. Packs that
 * cost nothing (trials, vouchers, allowances) are no purchase: x_PackId names them on the rows that they pay.
 * Units: a money pack counts CNY of list cost, a quantity pack its own unit.
 * Source: FOCUS 1.2, attribute Discount Handling, CommitmentDiscount columns; billing.md, 5.4.
 */
import type { PackBill } from '../../../shared/billing/bill.ts';
import { levelOf } from '../../../shared/billing/packs/balance.ts';
import { packKind } from '../../../shared/billing/packTimeline.ts';
import { balanceFormat } from '../../../shared/billing/result.ts';
import { formatAmount, formatFen, parseFixed } from '../../../shared/numeric/fixed.ts';
import type { PackLine } from '../../../shared/scenario/types.ts';
import { firstDayNumber, type Month, monthOfDay, parseDate } from '../../../shared/time/calendar.ts';
import type { FocusRow } from './columns.ts';
import { costColumns, unitPrices } from './costs.ts';
import { type BoughtPack, type FocusOption, lineColumns } from './focusOption.ts';
import type { UnusedPart } from './packSpread.ts';
import { type Days, daysOf, periodColumns } from './periods.ts';
import { DESCRIPTIONS } from './texts.ts';
import { focusUnit } from './units.ts';

/** After the rows of usage, which take their shares of the expense. */
export const packRows = function* (focus: FocusOption, { id }: PackLine): Generator<FocusRow> {
  const bought = focus.bought.get(id);
  const bill = focus.option.bill.packs.get(id);
  if (bought === undefined || bill === undefined) return;
  if (bill.purchaseMonth !== null) yield purchaseRow(focus, bought, bill, bill.purchaseMonth);
  for (const part of bought.spread.unused()) yield unusedRow(focus, bought, bill, part);
};

/** Of every row that a pack has to do with; `quantity` in units of the pack. */
export const commitmentColumns = (focus: FocusOption, { line, sku }: BoughtPack, quantity: bigint): FocusRow => ({
  CommitmentDiscountId: focus.idOf(line.id),
  CommitmentDiscountName: sku.name.en,
  CommitmentDiscountType: 'Resource Pack',
  CommitmentDiscountCategory: sku.denomination === 'money' ? 'Spend' : 'Usage',
  CommitmentDiscountQuantity: balanceFormat(sku.denomination)(quantity),
  CommitmentDiscountUnit: sku.denomination === 'money' ? focus.context.priceBook.currency : focusUnit(sku.unit ?? 'unit'),
  x_PackId: line.id,
  x_PackClass: sku.class,
});

const purchaseRow = (focus: FocusOption, bought: BoughtPack, bill: PackBill, month: Month): FocusRow => {
  const { context } = focus;
  return {
    ...packColumns(focus, bought, countOf(bought.line)),
    ...commitmentColumns(focus, bought, capacityOf(bought, bill)),
    ...periodColumns(month, lifeOf(bill)),
    PricingCategory: 'Standard',
    ChargeCategory: 'Purchase',
    ChargeFrequency: 'One-Time',
    ChargeDescription: DESCRIPTIONS[context.locale].pack(context.sayName(bought.sku.name)),
    BilledCost: formatFen(bill.purchase),
    EffectiveCost: '0',
  };
};

const unusedRow = (focus: FocusOption, bought: BoughtPack, bill: PackBill, { month, quantity, expense }: UnusedPart): FocusRow => {
  const { context } = focus;
  const [life, days] = [lifeOf(bill), daysOf(month)];
  const valid = { start: Math.max(life.start, days.start), end: Math.min(life.end, days.end) };
  return {
    ...packColumns(focus, bought, 0n),
    ...commitmentColumns(focus, bought, quantity),
    CommitmentDiscountStatus: 'Unused',
    ...periodColumns(month, valid.start < valid.end ? valid : days),
    PricingCategory: 'Committed',
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: DESCRIPTIONS[context.locale].unused(context.sayName(bought.sku.name), month),
    BilledCost: '0',
    EffectiveCost: formatAmount(expense),
  };
};

const packColumns = (focus: FocusOption, { line, sku }: BoughtPack, count: bigint): FocusRow => {
  const prices = unitPrices(line.price, sku.price);
  if (prices === null) throw new Error(`a billed pack has no price: ${sku.sku}`);
  return { ...lineColumns(focus, line.id, sku), ...costColumns(prices, { value: count, decimals: 0, unit: 'Packs' }) };
};

const countOf = ({ count }: PackLine): bigint => (count === null ? 1n : (parseFixed(count, 0) ?? 1n));

/** A pack without an expiry is charged on its first day. */
const lifeOf = ({ start, expiry }: PackBill): Days => {
  const first = parseDate(start);
  return { start: first, end: expiry === null ? first + 1 : parseDate(expiry) };
};

/** Units that the whole life of a pack offers: one balance, or that of every month. */
const capacityOf = ({ sku }: BoughtPack, { held, start, expiry }: PackBill): bigint => {
  if (sku.reset === 'none' || expiry === null) return held;
  const life = { start: parseDate(start), end: parseDate(expiry) };
  const months = Array.from({ length: monthOfDay(life.end - 1) - monthOfDay(life.start) + 1 }, (_, k) => monthOfDay(life.start) + k);
  if (sku.reset === 'month') return held * BigInt(months.length);
  return months.reduce((sum, month) => {
    const days = { start: firstDayNumber(month), end: firstDayNumber(month + 1) };
    return sum + levelOf({ ...packKind(sku), held }, days, Math.max(life.start, days.start), Math.min(life.end, days.end));
  }, 0n);
};
