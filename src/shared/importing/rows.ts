/**
 * The rows of a sheet under a mapping, cell by cell as text of our fields: what lines and prices are then made of.
 *
 * Rule: blank rows are passed over; totals, repeated headers and titles are skipped and named; an error value or a formula that was
 * never computed is a problem, not a zero; a number in another unit is converted exactly, or rounded with a warning.
 */
import type { PriceBook, Sku } from '../pricebook/types.ts';
import { canonicalText, type FieldKind, fieldKind, isNumberKind } from '../scenario/typed.ts';
import { addDays, isCivilDate } from '../time/calendar.ts';
import { cellText, shownCell } from './cellText.ts';
import { type ImportTarget, REQUIRED_FIELDS, takesKind } from './fields.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { type ImportProblem, problemAt } from './problems.ts';
import type { SkuMatcher } from './skuMatch.ts';
import type { RawCell, Table } from './table.ts';
import { convertText, unitFactor } from './units.ts';

export interface MappedRow {
  /** 1-based, as in the file */
  readonly row: number;
  /** totals, headers and titles: no line */
  readonly isSkipped: boolean;
  /** what the file calls the item, '' where it does not */
  readonly item: string;
  /** null: not in the price book */
  readonly sku: string | null;
  /** our fields, the item aside; canonical text, absent for an empty cell */
  readonly cells: ReadonlyMap<string, string>;
  readonly problems: readonly ImportProblem[];
}
export interface RowContext {
  readonly book: PriceBook;
  readonly matcher: SkuMatcher;
  readonly findSku: (sku: string) => Sku | undefined;
}

export const mapRows = function* (table: Table, mapping: Mapping, context: RowContext): Generator<MappedRow> {
  const headers = table.rows[mapping.headerRow - 1] ?? [];
  for (let index = mapping.headerRow; index < table.rows.length; index += 1) {
    const cells = table.rows[index] ?? [];
    if (cells.every(isBlank)) continue;
    yield mapRow({ mapping, context, headers }, cells, index + 1);
  }
};

const isBlank = (cell: RawCell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');

interface RowInput {
  readonly mapping: Mapping;
  readonly context: RowContext;
  readonly headers: readonly RawCell[];
}

const mapRow = ({ mapping, context, headers }: RowInput, cells: readonly RawCell[], row: number): MappedRow => {
  const itemColumn = mapping.columns.find(({ field }) => field === 'sku');
  const item = itemColumn === undefined ? '' : shownCell(cells[itemColumn.column] ?? null).trim();
  const sku = item === '' ? null : (mapping.skus[item] ?? context.matcher.find(item));
  const skipped = sku === null && isNoLine({ mapping, cells, headers, item });
  if (skipped) {
    return { row, isSkipped: true, item, sku, cells: new Map(), problems: [problemAt({ row, column: null, field: null }, 'ROW_SKIPPED')] };
  }
  const texts = new Map<string, string>();
  const problems: ImportProblem[] = [];
  for (const column of mapping.columns) {
    if (column.field === 'sku') continue;
    const raw = cells[column.column] ?? null;
    if (isBlank(raw)) continue;
    const header = shownCell(headers[column.column] ?? null);
    const read = readCell({
      target: mapping.target,
      column,
      header,
      raw,
      row,
      sku: sku === null ? undefined : context.findSku(sku),
      context,
    });
    if (read.problem !== null) problems.push(read.problem);
    if (read.text !== null) texts.set(...read.text);
  }
  return { row, isSkipped: false, item, sku, cells: texts, problems };
};

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|汇\s*总|total|sub-?\s*total|grand total|sum)\s*[:：]?$/i;

const isNoLine = (input: {
  readonly mapping: Mapping;
  readonly cells: readonly RawCell[];
  readonly headers: readonly RawCell[];
  readonly item: string;
}): boolean => {
  const { mapping, cells, headers, item } = input;
  if (cells.some((cell) => typeof cell === 'string' && TOTAL.test(cell.normalize('NFKC').trim()))) return true;
  const column = mapping.columns.find(({ field }) => field === 'sku')?.column ?? -1;
  if (item !== '' && item === shownCell(headers[column] ?? null).trim()) return true;
  // A title over a block, or a remark beside the table: nothing but words.
  const values = mapping.columns.filter(({ field, column: at }) => field !== 'sku' && field !== 'note' && !isBlank(cells[at] ?? null));
  return values.length === 0 && !REQUIRED_FIELDS[mapping.target].includes('price');
};

const ERROR_VALUE = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!|SPILL!|CALC!)$/;

interface CellInput {
  readonly target: ImportTarget;
  readonly column: ColumnMapping;
  readonly header: string;
  readonly raw: RawCell;
  readonly row: number;
  readonly sku: Sku | undefined;
  readonly context: RowContext;
}
interface ReadCell {
  /** field and text; the text as written where it is a problem */
  readonly text: readonly [string, string] | null;
  readonly problem: ImportProblem | null;
}

const readCell = (input: CellInput): ReadCell => {
  const { target, column, raw, row } = input;
  const place = { row, column: column.column, field: column.field };
  const kind = kindOf(target, column.field);
  const written = cellText(kind, raw) ?? '';
  if (typeof raw === 'string' && ERROR_VALUE.test(raw)) return { text: null, problem: problemAt(place, 'CELL_ERROR', { value: raw }) };
  if (kind !== 'text' && written.startsWith('='))
    return { text: null, problem: problemAt(place, 'FORMULA_UNCOMPUTED', { value: written }) };
  const text = canonicalText(target === 'prices' ? 'usage' : target, fieldNameOf(target, column.field), meant(input, written)) ?? '';
  // Excel makes 2026/12/1 of a month that is typed: the header says that months are meant.
  if (kind === 'monthOrDate' && /月份|month/i.test(input.header) && isCivilDate(text)) {
    return { text: [column.field, text.slice(0, 7)], problem: null };
  }
  if (column.field === 'lastDay') return { text: ['expiry', isCivilDate(text) ? addDays(text, 1) : text], problem: null };
  return isNumberKind(kind) && column.unit !== null
    ? inBookUnits(input, place, text, column.unit)
    : { text: [column.field, text], problem: null };
};

/** Kinds are those of the fields of lines; a price list has the price and words. */
const kindOf = (target: ImportTarget, field: string): FieldKind => {
  if (field === 'lastDay') return 'date';
  if (target === 'prices') return field === 'price' ? 'decimal' : 'text';
  return fieldKind(target, field);
};

const fieldNameOf = (target: ImportTarget, field: string): string =>
  field === 'lastDay' ? 'expiry' : target === 'prices' && field !== 'price' ? 'note' : field;

const PER: Readonly<Record<string, string>> = {
  每月: 'month',
  月: 'month',
  按月: 'month',
  monthly: 'month',
  'per month': 'month',
  month: 'month',
  合计: 'total',
  总量: 'total',
  一次性: 'total',
  总计: 'total',
  total: 'total',
  once: 'total',
};

/** Words for what the format says by ids: a region by its name, how often a quantity counts. */
const meant = ({ column, context }: CellInput, written: string): string => {
  const text = written.normalize('NFKC').trim();
  if (column.field === 'per') return PER[text.toLowerCase()] ?? written;
  if (column.field !== 'region') return written;
  const wanted = text.toLowerCase();
  const regions = context.book.providers.flatMap((provider) => provider.regions);
  return regions.find(({ id, name }) => [id, name.zh, name.en].some((known) => known.toLowerCase() === wanted))?.id ?? written;
};

const DECIMALS: Readonly<Record<string, number>> = { price: 10, months: 0, count: 0, instances: 0 };
const QUANTITY_DECIMALS = 6;

const inBookUnits = (
  { target, column, sku }: CellInput,
  place: { readonly row: number; readonly column: number; readonly field: string },
  text: string,
  unit: string,
): ReadCell => {
  const wanted = unitWanted(target, column.field, sku);
  if (wanted === null) return { text: [column.field, text], problem: null };
  const factor = unitFactor(unit, wanted);
  if (factor === null) return { text: [column.field, text], problem: problemAt(place, 'UNIT_MISMATCH', { unit, expected: wanted }) };
  // What is in that unit already keeps every digit: too many of them are billing's to name.
  if (factor.numerator === factor.denominator) return { text: [column.field, text], problem: null };
  const converted = convertText(text, factor, DECIMALS[column.field] ?? QUANTITY_DECIMALS);
  if (converted === null) return { text: [column.field, text], problem: null };
  const problem = converted.exact ? null : problemAt(place, 'UNIT_ROUNDED', { value: text, unit, result: converted.text });
  return { text: [column.field, converted.text], problem };
};

/** The unit in which a field counts; null where any number is meant as it stands. */
const unitWanted = (target: ImportTarget, field: string, sku: Sku | undefined): string | null => {
  if (field === 'price') return '元';
  if (field === 'months') return '月';
  const isAmount = field === 'quantity' || field.startsWith('m:') || (target === 'packs' && (field === 'remaining' || field === 'amount'));
  if (!isAmount || sku === undefined || !takesKind(target, sku.kind)) return null;
  return sku.kind === 'pack' && sku.denomination === 'money' ? '元' : (sku.unit ?? null);
};
