/**
 * A price list -> a new edition of the price book: the edition at hand with the prices of the list in place of its own.
 *
 * Rule: an edition is immutable, so the result is another one with a name of its own; each price that changes says which file and day
 * it comes from. A row with an error changes nothing; graduated prices are not replaced by a flat one.
 * Source: formats.md, price book; limits of billing.md, section 1.
 */
import { indexPriceBook } from '../pricebook/find.ts';
import { unitPriceReader } from '../pricebook/limits.ts';
import { isGraduated, type PriceBook, type Sku } from '../pricebook/types.ts';
import type { CivilDate } from '../time/calendar.ts';
import type { Mapping } from './mapping.ts';
import { type ImportProblem, problemAt } from './problems.ts';
import { type ImportedRow, type ImportedRows, unknownItems } from './readLines.ts';
import { type MappedRow, mapRows, type RowContext } from './rows.ts';
import { makeSkuMatcher } from './skuMatch.ts';
import type { Table } from './table.ts';
import { unitFactor } from './units.ts';

export interface NewPrice {
  readonly sku: string;
  /** decimal in CNY per the SKU's block */
  readonly price: string;
  readonly before: string | null;
}
export interface PricesInput {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly priceBook: PriceBook;
}

export const readPrices = ({ table, mapping, priceBook }: PricesInput): ImportedRows<NewPrice> => {
  const matcher = makeSkuMatcher(priceBook, 'prices');
  const context: RowContext = { book: priceBook, matcher, findSku: indexPriceBook(priceBook).findSku };
  const rows = [...mapRows(table, mapping, context)];
  const seen = new Set<string>();
  return { rows: rows.map((row) => priceRow(row, mapping, context, seen)), unknown: unknownItems(rows, matcher.suggest) };
};

const priceRow = (row: MappedRow, mapping: Mapping, { findSku }: RowContext, seen: Set<string>): ImportedRow<NewPrice> => {
  if (row.isSkipped) return { row: row.row, state: 'skipped', made: null, problems: row.problems };
  const sku = row.sku === null ? undefined : findSku(row.sku);
  const price = row.cells.get('price') ?? '';
  const problem = row.problems.length > 0 ? null : problemOf(row, mapping, sku, price, seen);
  const problems = problem === null ? row.problems : [...row.problems, problem];
  const isBad = problems.some(({ severity }) => severity === 'error');
  if (isBad || sku === undefined) return { row: row.row, state: 'bad', made: null, problems };
  seen.add(sku.sku);
  return { row: row.row, state: 'good', made: { sku: sku.sku, price, before: flatPrice(sku) }, problems };
};

const flatPrice = ({ price }: Sku): string | null => (isGraduated(price) ? null : price);

const problemOf = (
  row: MappedRow,
  mapping: Mapping,
  sku: Sku | undefined,
  price: string,
  seen: ReadonlySet<string>,
): ImportProblem | null => {
  const place = (field: string) => ({
    row: row.row,
    column: mapping.columns.find((known) => known.field === field)?.column ?? null,
    field,
  });
  const billing = (field: string, code: 'SKU_NOT_FOUND' | 'VALUE_INVALID', params: Readonly<Record<string, string>>): ImportProblem => ({
    ...place(field),
    code,
    severity: 'error',
    params,
  });
  if (row.item === '') return problemAt(place('sku'), 'SKU_NOT_NAMED');
  if (sku === undefined) return billing('sku', 'SKU_NOT_FOUND', { sku: row.item });
  if (seen.has(sku.sku)) return billing('sku', 'VALUE_INVALID', { value: row.item, reason: 'twice' });
  if (isGraduated(sku.price)) return problemAt(place('price'), 'PRICE_GRADUATED', { sku: sku.sku });
  const block = sku.kind === 'usage' ? (sku.per ?? 1) : 1;
  if (unitPriceReader(block).read(price) === null) return billing('price', 'VALUE_INVALID', { value: price });
  const unit = row.cells.get('unit');
  const own = sku.kind === 'pack' ? undefined : sku.unit;
  if (unit !== undefined && own !== undefined && unit !== own && !isSameUnit(unit, own, block)) {
    return problemAt(place('unit'), 'UNIT_MISMATCH', { unit, expected: block === 1 ? own : `${block} ${own}` });
  }
  return null;
};

/** '元/GB/月', '/ 小时', 'GB·月': the unit behind the last sign of money, in the size of the block. */
const isSameUnit = (written: string, own: string, block: number): boolean => {
  const bare = written.normalize('NFKC').replace(/^\s*(?:元|CNY|¥)?\s*[/每]\s*/i, '');
  if (/^(?:台|节点|node)?[·/\s-]*(?:月|month)$/i.test(bare)) return own === 'node-month';
  const factor = unitFactor(bare, own);
  return factor !== null && factor.numerator === factor.denominator * BigInt(block);
};

/** The edition with the new prices. `id`: its name, which the store makes unique. */
export const makeEdition = (
  book: PriceBook,
  prices: readonly NewPrice[],
  input: { readonly id: string; readonly file: string; readonly today: CivilDate },
): PriceBook => {
  const changed = new Map(prices.map(({ sku, price }) => [sku, price]));
  const source = { document: input.file, date: input.today };
  return {
    ...book,
    edition: input.id,
    title: { zh: `${input.file}（${input.today}）`, en: `${input.file} (${input.today})` },
    effectiveFrom: input.today,
    skus: book.skus.map((sku): Sku => {
      const price = changed.get(sku.sku);
      return price === undefined ? sku : { ...sku, price, source };
    }),
  };
};
