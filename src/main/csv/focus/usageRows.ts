/**
 * A charge of the engine as rows: one for each pack that pays a part of it, one for what is payable, and that by tier of its price.
 *
 * Rule: a discount applies to a whole row, so a charge is split where it changes. What a pack pays is billed 0; a bought pack's row is
 * effective its share of the pack's expense. What no pack pays is billed and effective the engine's payable. Tiers share it in
 * proportion to their amounts, by running sums. A graduated charge that packs pay a part of has no tier of its own for each part: its
 * rows have the average price (blended). A month without quantity has no row.
 * Units: bill.ts.
 * Rounding: running sums of tiers down to 10^-12 CNY; an average price half up to 10 decimals.
 * Source: FOCUS 1.2, attribute Discount Handling, PricingCategory; billing.md, 4.3 and 5.2.
 */
import type { Charge, Draw } from '../../../shared/billing/bill.ts';
import { readLineMonths, tierQuantities } from '../../../shared/billing/explain/lineMonths.ts';
import type { MeteredMonth } from '../../../shared/billing/meter.ts';
import type { Rate } from '../../../shared/billing/rate/rate.ts';
import {
  AMOUNT_PER_FEN,
  type Amount,
  formatAmount,
  formatFixed,
  formatQuantity,
  QUANTITY_DECIMALS,
  type Quantity,
} from '../../../shared/numeric/fixed.ts';
import { divideHalfUp } from '../../../shared/numeric/rounding.ts';
import { isGraduated, type UsageSku } from '../../../shared/pricebook/types.ts';
import type { UsageLine } from '../../../shared/scenario/types.ts';
import { parseDate, parseMonth } from '../../../shared/time/calendar.ts';
import type { FocusRow } from './columns.ts';
import { costColumns, PRICE_DECIMALS, parsePrice, type UnitPrices, unitPrices } from './costs.ts';
import { type FocusOption, lineColumns } from './focusOption.ts';
import { commitmentColumns } from './packRows.ts';
import { type Days, periodColumns } from './periods.ts';
import { DESCRIPTIONS } from './texts.ts';
import { focusUnit } from './units.ts';

interface ChargedMonth {
  readonly focus: FocusOption;
  readonly line: UsageLine;
  readonly sku: UsageSku;
  readonly charge: Charge;
  readonly metered: MeteredMonth;
}

export const usageRows = function* (focus: FocusOption, line: UsageLine): Generator<FocusRow> {
  const bill = focus.option.bill.lines.get(line.id);
  if (bill?.kind !== 'usage' || bill.months.length === 0) return;
  const read = readLineMonths(focus, line);
  if (read === null) return;
  const months = new Map(read.months.map((metered) => [metered.month, metered]));
  for (const charge of bill.listCharges()) {
    const metered = months.get(parseMonth(charge.month));
    if (metered === undefined) continue;
    const month = { focus, line, sku: read.usage.sku, charge, metered };
    const tiers = charge.draws.length === 0 ? tiersOf(month, read.usage.rate) : [];
    if (tiers.length > 0) yield* tierRows(month, tiers);
    else yield* partRows(month);
  }
};

const partRows = function* (month: ChargedMonth): Generator<FocusRow> {
  const { focus, charge, metered } = month;
  const prices = pricesOf(month);
  let left = charge.quantity;
  for (const part of drawsByPack(charge.draws)) {
    left -= part.quantity;
    if (part.amount !== 0n || part.quantity !== 0n) yield coveredRow(month, prices, part);
  }
  if (left === 0n && charge.uncovered === 0n) return;
  yield {
    ...usageColumns(month, { prices, quantity: left, days: metered }),
    ...payableColumns(focus, month, charge.payable * AMOUNT_PER_FEN, charge.uncovered),
  };
};

/** Columns of a part that the account pays. */
const payableColumns = ({ context }: FocusOption, { sku, charge }: ChargedMonth, payable: Amount, listCost: Amount): FocusRow => ({
  PricingCategory: 'Standard',
  ChargeDescription: DESCRIPTIONS[context.locale].usage(context.sayName(sku.name), charge.month),
  BilledCost: formatAmount(payable),
  EffectiveCost: formatAmount(payable),
  x_ExactListCost: formatAmount(listCost),
});

interface PackPart {
  readonly pack: string;
  readonly packClass: Draw['packClass'];
  readonly days: Days;
  readonly amount: Amount;
  readonly quantity: Quantity;
}

/** What each pack paid of a charge, all phases of the month together. */
const drawsByPack = (draws: readonly Draw[]): readonly PackPart[] => {
  const parts = new Map<string, PackPart>();
  for (const { pack, packClass, start, end, amount, quantity } of draws) {
    const key = `${packClass} ${pack}`;
    const part = parts.get(key);
    parts.set(key, {
      pack,
      packClass,
      days: { start: part?.days.start ?? parseDate(start), end: parseDate(end) },
      amount: (part?.amount ?? 0n) + amount,
      quantity: (part?.quantity ?? 0n) + quantity,
    });
  }
  return [...parts.values()];
};

const coveredRow = (month: ChargedMonth, prices: UnitPrices, part: PackPart): FocusRow => {
  const { focus, sku, charge } = month;
  const { locale, sayName } = focus.context;
  const bought = part.packClass === 'allowance' ? undefined : focus.bought.get(part.pack);
  const units = bought?.sku.denomination === 'quantity' ? part.quantity : part.amount;
  return {
    ...usageColumns(month, { prices, quantity: part.quantity, days: part.days }),
    x_PackId: part.pack,
    x_PackClass: part.packClass,
    ...(bought === undefined ? {} : { ...commitmentColumns(focus, bought, units), CommitmentDiscountStatus: 'Used' }),
    PricingCategory: bought === undefined ? 'Standard' : 'Committed',
    ChargeDescription: DESCRIPTIONS[locale].covered(sayName(sku.name), charge.month, packName(focus, part)),
    BilledCost: '0',
    EffectiveCost: bought === undefined ? '0' : formatAmount(bought.spread.take(charge.month, units)),
    x_ExactListCost: formatAmount(part.amount),
  };
};

const packName = ({ context, option, index }: FocusOption, { pack, packClass }: PackPart): string => {
  const line = packClass === 'allowance' ? undefined : option.option.packs.find(({ id }) => id === pack);
  const sku = index.findSku(line?.sku ?? pack);
  return sku === undefined ? pack : context.sayName(sku.name);
};

interface Tier {
  /** from 1 */
  readonly number: number;
  readonly price: string;
  /** of all instances */
  readonly quantity: Quantity;
}

/** The tiers that a month of a graduated price fell into; none for a flat one. */
const tiersOf = ({ sku, metered }: ChargedMonth, rate: Rate): readonly Tier[] => {
  if (rate.kind !== 'graduated' || !isGraduated(sku.price)) return [];
  const quantities = tierQuantities(rate, metered);
  return sku.price.tiers
    .map(({ price }, index) => ({ number: index + 1, price, quantity: (quantities[index] ?? 0n) * metered.instances }))
    .filter(({ quantity }) => quantity > 0n);
};

const tierRows = function* (month: ChargedMonth, tiers: readonly Tier[]): Generator<FocusRow> {
  const { focus, charge, metered } = month;
  const weights = tiers.map(({ price, quantity }) => parsePrice(price) * quantity);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const payable = charge.payable * AMOUNT_PER_FEN;
  let before = 0n;
  for (const [index, tier] of tiers.entries()) {
    const after = before + (weights[index] ?? 0n);
    const share = (amount: Amount): Amount => shareUntil(amount, after, total) - shareUntil(amount, before, total);
    const prices: UnitPrices = { list: tier.price, contracted: tier.price, basis: 'published' };
    yield {
      ...usageColumns(month, { prices, quantity: tier.quantity, days: metered, tier: tier.number }),
      ...payableColumns(focus, month, share(payable), share(charge.listCost)),
    };
    before = after;
  }
};

/** Of a charge whose tiers are all free nothing is shared. */
const shareUntil = (amount: Amount, weight: bigint, total: bigint): Amount => (total === 0n ? 0n : (amount * weight) / total);

const usageColumns = (
  { focus, line, sku, charge }: ChargedMonth,
  part: { readonly prices: UnitPrices; readonly quantity: Quantity; readonly days: Days; readonly tier?: number },
): FocusRow => {
  const per = sku.per ?? 1;
  const decimals = QUANTITY_DECIMALS + Math.round(Math.log10(per));
  return {
    ...lineColumns(focus, line.id, sku, part.tier),
    ...periodColumns(charge.month, part.days),
    ...costColumns(part.prices, { value: part.quantity, decimals, unit: focusUnit(sku.unit, per) }),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ConsumedQuantity: formatQuantity(part.quantity),
    ConsumedUnit: focusUnit(sku.unit),
  };
};

const pricesOf = ({ line, sku, charge }: ChargedMonth): UnitPrices => {
  const flat = unitPrices(line.price, typeof sku.price === 'string' ? sku.price : null);
  if (flat !== null) return flat;
  const scale = 10n ** BigInt(PRICE_DECIMALS + QUANTITY_DECIMALS) * BigInt(sku.per ?? 1);
  const average = charge.quantity === 0n ? 0n : divideHalfUp(charge.listCost * scale, charge.quantity * AMOUNT_UNITS);
  const price = formatFixed(average, PRICE_DECIMALS);
  return { list: price, contracted: price, basis: 'blended' };
};
/** Amount units in one CNY. */
const AMOUNT_UNITS = AMOUNT_PER_FEN * 100n;
