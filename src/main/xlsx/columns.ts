/**
 * The columns of the sheets that hold lines, as data: the writer lays them out, the reader finds them again by their headers.
 * A column with a `field` is an input; the others say what the price book or the engine knows about the line.
 */
import type { Locale } from '../../shared/ipc/contract.ts';
import type { SheetId } from '../../shared/scenario/types.ts';
import { isMonth } from '../../shared/time/calendar.ts';
import { HEADERS, type HeaderKey, OVERRIDE_SUFFIX } from './texts.ts';

export interface LineColumn {
  /** header, or `m:2026-03` for a month's override */
  readonly key: HeaderKey | `m:${string}`;
  /** field of the scenario format */
  readonly field: string | null;
  readonly width: number;
  /** right-aligned header */
  readonly numeric: boolean;
}

/** Rows above the lines: title, totals, headers. */
export const HEADER_ROW = 3;
export const FIRST_LINE_ROW = HEADER_ROW + 1;

const input = (field: HeaderKey, width: number, numeric = false): LineColumn => ({ key: field, field, width, numeric });
const fact = (key: HeaderKey, width: number, numeric = false): LineColumn => ({ key, field: null, width, numeric });

const LINE_COLUMNS: Readonly<Record<SheetId, readonly LineColumn[]>> = {
  nodes: [
    fact('option', 10),
    fact('id', 8),
    input('sku', 28),
    fact('name', 32),
    input('region', 14),
    input('count', 9, true),
    input('start', 13, true),
    input('months', 11, true),
    input('price', 14, true),
    fact('published', 14, true),
    fact('priceSource', 14),
    fact('cost', 16, true),
    fact('problems', 36),
    input('note', 36),
  ],
  usage: [
    fact('option', 10),
    fact('id', 8),
    input('sku', 28),
    fact('name', 32),
    input('quantity', 16, true),
    fact('unit', 14),
    input('per', 16),
    input('instances', 11, true),
    input('from', 13),
    input('to', 13),
    input('growth', 11, true),
    input('price', 14, true),
    fact('published', 18, true),
    fact('priceSource', 14),
    fact('priceBlock', 12, true),
    fact('unitPrice', 16, true),
    input('onNodes', 12),
    fact('listCost', 18, true),
    fact('payable', 16, true),
    fact('problems', 36),
    input('note', 36),
  ],
  packs: [
    fact('option', 10),
    fact('id', 8),
    input('sku', 28),
    fact('name', 32),
    fact('packClass', 14),
    input('count', 9, true),
    input('start', 13, true),
    input('expiry', 13, true),
    input('remaining', 14, true),
    input('amount', 14, true),
    fact('publishedAmount', 14, true),
    input('price', 14, true),
    fact('published', 14, true),
    fact('priceSource', 14),
    fact('cost', 16, true),
    fact('unit', 12),
    fact('held', 16, true),
    fact('used', 16, true),
    fact('forfeited', 16, true),
    fact('left', 16, true),
    fact('problems', 36),
    input('note', 36),
  ],
};

/** The columns of a sheet; the usage sheet ends with one for each of `months` (its overrides). `hasChecks`: see inputCheck.ts. */
export const lineColumns = (sheet: SheetId, months: readonly string[], hasChecks: boolean): readonly LineColumn[] => {
  const columns = LINE_COLUMNS[sheet].flatMap((column) => (hasChecks && column.key === 'problems' ? [CHECK, column] : [column]));
  return sheet === 'usage' ? [...columns, ...months.map(overrideColumn)] : columns;
};

const CHECK = fact('check', 10);

const overrideColumn = (month: string): LineColumn => ({ key: `m:${month}`, field: `m:${month}`, width: 14, numeric: true });

export const headerText = (key: LineColumn['key'], locale: Locale): string =>
  isOverride(key) ? `${key.slice(2)} ${OVERRIDE_SUFFIX[locale]}` : HEADERS[key][locale];

const isOverride = (key: LineColumn['key']): key is `m:${string}` => key.startsWith('m:');

/** The column that a header names, in either language; null for a header that is not ours. */
export const columnOfHeader = (sheet: SheetId, header: string): LineColumn | null => {
  const text = header.trim();
  const month = text.slice(0, 7);
  if (sheet === 'usage' && isMonth(month) && Object.values(OVERRIDE_SUFFIX).includes(text.slice(7).trim())) return overrideColumn(month);
  return LINE_COLUMNS[sheet].find(({ key }) => headerText(key, 'en') === text || headerText(key, 'zh-CN') === text) ?? null;
};
