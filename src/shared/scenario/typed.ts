/**
 * What a person types, brought to the canonical text of the scenario format.
 *
 * Understood: full-width characters, thousands separators, currency signs, 万 and 亿, percent in growth, dates as 2026-3-1,
 * 2026/3/1, 2026年3月1日 and months likewise. Text that cannot be read stays as typed: billing turns it into an issue of its line.
 */
import { scaleDecimalText } from '../numeric/decimal.ts';
import { canonicalNote, notedField } from './notes.ts';
import { type FieldText, isNeverNull, type SheetId } from './types.ts';

export type FieldKind = 'decimal' | 'growth' | 'integer' | 'date' | 'monthOrDate' | 'text' | 'choice';

const KINDS: Readonly<Record<SheetId, Readonly<Record<string, FieldKind>>>> = {
  nodes: { sku: 'choice', region: 'choice', count: 'integer', start: 'date', months: 'integer', price: 'decimal', note: 'text' },
  usage: {
    sku: 'choice',
    quantity: 'decimal',
    per: 'choice',
    instances: 'integer',
    from: 'monthOrDate',
    to: 'monthOrDate',
    growth: 'growth',
    price: 'decimal',
    onNodes: 'choice',
    note: 'text',
  },
  packs: {
    sku: 'choice',
    count: 'integer',
    start: 'date',
    expiry: 'date',
    remaining: 'decimal',
    amount: 'decimal',
    price: 'decimal',
    note: 'text',
  },
};

export const isNumberKind = (kind: FieldKind): boolean => kind === 'decimal' || kind === 'growth' || kind === 'integer';

const numberFields = (sheet: SheetId): readonly string[] =>
  Object.entries(KINDS[sheet]).flatMap(([field, kind]) => (isNumberKind(kind) ? [field] : []));

/** Fields that hold numbers, months of a usage line aside: those that take formulas. */
export const LINE_NUMBER_FIELDS: Readonly<Record<SheetId, readonly string[]>> = {
  nodes: numberFields('nodes'),
  usage: numberFields('usage'),
  packs: numberFields('packs'),
};

/** Kind of a field of a sheet; monthly overrides (`m:2026-03`) are decimals. */
export const fieldKind = (sheet: SheetId, field: string): FieldKind =>
  field.startsWith('m:') ? 'decimal' : (KINDS[sheet][field] ?? 'text');

/** Canonical text of what was typed, null for nothing (`note` and `sku` become ''). */
export const canonicalText = (sheet: SheetId, field: string, typed: string): FieldText => {
  if (notedField(field) !== null) return canonicalNote(typed);
  const kind = fieldKind(sheet, field);
  const text = kind === 'text' ? typed : typed.normalize('NFKC').trim();
  if (text === '') return isNeverNull(field) ? '' : null;
  switch (kind) {
    case 'text':
    case 'choice':
      return text;
    case 'integer':
    case 'decimal':
      return canonicalDecimal(text) ?? text;
    case 'growth':
      return canonicalGrowth(text) ?? text;
    case 'date':
    case 'monthOrDate':
      return canonicalDate(text) ?? text;
  }
};

const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** '￥1,234.50' -> '1234.5', '6.5万' -> '65000'; null where it is no number. */
const canonicalDecimal = (text: string): string | null => {
  const bare = text.replace(/^(CNY|RMB|[¥$])\s*/i, '').replace(/\s*(CNY|RMB|元)$/i, '');
  const power = POWERS[bare.slice(-1)] ?? 0;
  const number = power === 0 ? bare : bare.slice(0, -1).trim();
  if (number.includes(',') && !GROUPED.test(number)) return null;
  return scaleDecimalText(number.replaceAll(',', ''), power);
};

/** '5%' -> '0.05' */
const canonicalGrowth = (text: string): string | null => {
  if (!text.endsWith('%')) return canonicalDecimal(text);
  const number = text.slice(0, -1).trim();
  return scaleDecimalText(number, -2);
};

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)?$/;

/** '2026/3/1' -> '2026-03-01', '2026年3月' -> '2026-03'; whether such a day exists is billing's question. */
const canonicalDate = (text: string): string | null => {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day] = match;
  const head = `${year}-${month.padStart(2, '0')}`;
  return day === undefined ? head : `${head}-${day.padStart(2, '0')}`;
};
