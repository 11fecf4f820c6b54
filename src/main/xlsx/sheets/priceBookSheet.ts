/**
 * Only the prices that the plan uses, each with the document that says so: what an auditor asks for first.
 * Units: CNY for so many units; a pack's amount in CNY or units. Decimals as the price book prints them.
 */

import type { Sku } from '../../../shared/pricebook/types.ts';
import { sourceNote } from '../../../shared/wording/sourceNotes.ts';
import { unitName } from '../../../shared/wording/units.ts';
import { HEADER_ROW } from '../columns.ts';
import type { ExportContext } from '../exportContext.ts';
import { type Cell, decimalCell, type Row, type SheetModel, textCell } from '../model.ts';
import { graduatedText, usedSkus } from '../prices.ts';
import { HEADERS, type HeaderKey, SHEET_NAMES } from '../texts.ts';

const COLUMNS = [
  { key: 'sku', width: 28, numeric: false },
  { key: 'name', width: 36, numeric: false },
  { key: 'provider', width: 24, numeric: false },
  { key: 'unit', width: 14, numeric: false },
  { key: 'listPrice', width: 26, numeric: true },
  { key: 'priceBlock', width: 12, numeric: true },
  { key: 'publishedAmount', width: 14, numeric: true },
  { key: 'edition', width: 14, numeric: false },
  { key: 'document', width: 44, numeric: false },
  { key: 'date', width: 13, numeric: false },
  { key: 'assumed', width: 10, numeric: false },
  { key: 'note', width: 60, numeric: false },
] as const satisfies readonly { readonly key: HeaderKey; readonly width: number; readonly numeric: boolean }[];
type PriceColumn = (typeof COLUMNS)[number]['key'];

export const makePriceBookSheet = (context: ExportContext): SheetModel => ({
  name: SHEET_NAMES.priceBook[context.locale],
  veryHidden: false,
  widths: COLUMNS.map((column) => column.width),
  frozen: { rows: HEADER_ROW, columns: 2 },
  filterRow: HEADER_ROW,
  lock: 'facts',
  rows: priceRows(context),
});

const priceRows = (context: ExportContext): readonly Row[] => [
  [textCell(`${SHEET_NAMES.priceBook[context.locale]} · ${context.sayName(context.priceBook.title)}`, 'title')],
  [textCell(context.say('pricesOf'), 'subtitle')],
  COLUMNS.map(({ key, numeric }) => textCell(HEADERS[key][context.locale], numeric ? 'headerNumber' : 'header')),
  ...usedSkus(context).map((sku) => {
    const cells = skuCells(context, sku);
    return COLUMNS.map(({ key }) => cells[key]);
  }),
];

const skuCells = (context: ExportContext, sku: Sku): Readonly<Record<PriceColumn, Cell | null>> => {
  const provider = context.priceBook.providers.find(({ id }) => id === sku.provider);
  const { document, date, assumed, note } = sku.source;
  return {
    sku: textCell(sku.sku),
    name: textCell(context.sayName(sku.name)),
    provider: textCell(provider === undefined ? sku.provider : context.sayName(provider.name)),
    unit: textCell(unitOf(context, sku)),
    listPrice: priceCell(context, sku),
    priceBlock: sku.kind === 'usage' ? decimalCell(String(sku.per ?? 1), 'count') : null,
    publishedAmount: sku.kind !== 'pack' || sku.amount === null ? null : decimalCell(sku.amount, 'quantity'),
    edition: textCell(context.priceBook.edition),
    document: textCell(document),
    date: textCell(date),
    assumed: textCell(assumed === true ? context.say('assumedYes') : ''),
    note: textCell(sourceNote(note ?? '', context.locale)),
  };
};

const unitOf = ({ locale }: ExportContext, sku: Sku): string => {
  if (sku.kind === 'pack' && sku.denomination === 'money') return unitName('CNY', locale);
  return sku.unit === undefined ? '' : unitName(sku.unit, locale);
};

/** Unknown is never zero, and says so. */
const priceCell = (context: ExportContext, sku: Sku): Cell => {
  if (sku.price === null) return textCell(context.say('unpublished'), 'verdictProblem');
  return typeof sku.price === 'string' ? decimalCell(sku.price, 'quantity') : textCell(graduatedText(sku.price), 'verdict');
};
