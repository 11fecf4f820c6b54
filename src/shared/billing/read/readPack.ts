/**
 * A pack line as numbers, or its issues.
 *
 * Rule: billing.md, section 5. A pack whose amount or price is null after overrides has one PRICE_NOT_PUBLISHED and nothing else.
 * Units: amounts of a money pack in 10^-12 CNY, of a quantity pack in 10^-6 units; price in 10^-10 CNY; days.
 */
import type { Issue } from '../../core/issue.ts';
import { AMOUNT_DECIMALS, QUANTITY_DECIMALS } from '../../numeric/fixed.ts';
import type { PriceBookIndex } from '../../pricebook/find.ts';
import { packAmountReader, unitPriceReader } from '../../pricebook/limits.ts';
import type { PackSku } from '../../pricebook/types.ts';
import type { PackLine } from '../../scenario/types.ts';
import { addMonthsToDay, type DayNumber, formatDate } from '../../time/calendar.ts';
import type { Horizon } from '../horizon.ts';
import { issueOf } from '../issues.ts';
import { LineReader } from './LineReader.ts';
import { countReader, remainingReader } from './limits.ts';

export interface UsablePack {
  readonly line: PackLine;
  readonly sku: PackSku;
  readonly count: bigint;
  /** 10^-10 CNY per pack */
  readonly unitPrice: bigint;
  /** amount x count */
  readonly held: bigint;
  /** opening balance given by the line: the purchase is not in this plan. null: not given */
  readonly remaining: bigint | null;
  readonly start: DayNumber;
  /** first day on which it is no longer valid; Infinity: none */
  readonly expiry: DayNumber;
}
export interface ReadPack {
  /** null: dropped by an error */
  readonly usable: UsablePack | null;
  readonly issues: readonly Issue[];
}

/** Units of a pack's balance in one of 10^-6. */
export const packScale = (sku: PackSku): bigint => (sku.denomination === 'money' ? 10n ** BigInt(AMOUNT_DECIMALS - QUANTITY_DECIMALS) : 1n);

export const readPack = (line: PackLine, index: PriceBookIndex, horizon: Horizon): ReadPack => {
  const reader = new LineReader(line);
  const sku = findPackSku(reader, line, index);
  const unpublished = sku === null ? null : unpublishedField(line, sku);
  if (sku !== null && unpublished !== null) {
    const issue = issueOf({ code: 'PRICE_NOT_PUBLISHED', line: line.id, field: unpublished, params: { sku: sku.sku } });
    return { usable: null, issues: [issue] };
  }
  const count = reader.decimal('count', line.count, countReader, 1n);
  const amount = readOptional(line.amount ?? sku?.amount ?? null, (text) => reader.decimal('amount', text, packAmountReader));
  const unitPrice = readOptional(line.price ?? sku?.price ?? null, (text) => reader.decimal('price', text, unitPriceReader(1)));
  const start = reader.date('start', line.start, horizon.start);
  const expiry = start === null ? null : readExpiry(reader, line, sku, start);
  const held = amount === null || count === null ? null : amount * count;
  const remaining = readRemaining(reader, line, held);
  if (sku !== null) addAccess(reader, sku);
  const known = sku !== null && count !== null && unitPrice !== null && held !== null && start !== null && expiry !== null;
  if (!known || reader.hasError) return { usable: null, issues: reader.issues };
  const scale = packScale(sku);
  const opening = remaining === null ? null : remaining * scale;
  return { usable: { line, sku, count, unitPrice, held: held * scale, remaining: opening, start, expiry }, issues: reader.issues };
};

/** A usable line of class allowance does not exist: each option has its allowances without lines. */
const findPackSku = (reader: LineReader, line: PackLine, index: PriceBookIndex): PackSku | null => {
  const sku = reader.sku(index, line.sku, 'pack');
  if (sku?.class !== 'allowance') return sku;
  return reader.add('SKU_KIND_MISMATCH', 'sku', { sku: sku.sku, kind: 'allowance', expected: 'pack' });
};

const unpublishedField = (line: PackLine, sku: PackSku): 'amount' | 'price' | null => {
  if (line.amount === null && sku.amount === null) return 'amount';
  return line.price === null && sku.price === null ? 'price' : null;
};

const readOptional = (text: string | null, read: (text: string) => bigint | null): bigint | null => (text === null ? null : read(text));

const readExpiry = (reader: LineReader, line: PackLine, sku: PackSku | null, start: DayNumber): DayNumber | null => {
  if (line.expiry !== null) {
    const expiry = reader.date('expiry', line.expiry, start);
    if (expiry === null || expiry > start) return expiry;
    return reader.add('PERIOD_INVALID', 'expiry', { start: formatDate(start), expiry: formatDate(expiry) });
  }
  if (sku === null) return null;
  if (sku.validity === 'none') return Number.POSITIVE_INFINITY;
  return 'months' in sku.validity ? addMonthsToDay(start, sku.validity.months) : start + sku.validity.days;
};

/** At most what is held; where that is unknown, at least a quantity. */
const readRemaining = (reader: LineReader, line: PackLine, held: bigint | null): bigint | null => {
  if (line.remaining === null) return null;
  return held === null
    ? reader.decimal('remaining', line.remaining, remainingReader)
    : reader.decimalAtMost('remaining', line.remaining, remainingReader, held);
};

const addAccess = (reader: LineReader, sku: PackSku): void => {
  if (sku.availability === 'application') reader.add('APPLICATION_REQUIRED', 'sku');
  if (sku.limits?.eligibility !== undefined) reader.add('ELIGIBILITY_REQUIRED', 'sku');
};
