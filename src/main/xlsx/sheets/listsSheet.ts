/**
 * The hidden sheet that validations let choose from: one column for each list, its name on top. Imports ignore it.
 */
import { letters } from '../../../shared/core/ids.ts';
import type { ExportContext } from '../exportContext.ts';
import { type Row, type SheetModel, sheetReference, textCell } from '../model.ts';
import { LISTS_SHEET } from '../texts.ts';

/** SKUs of the sheets, and what fields choose from. */
export const LISTS = ['nodes', 'usage', 'packs', 'region', 'per', 'option'] as const;
export type ListName = (typeof LISTS)[number];

const FIRST_ROW = 2;

export const makeListsSheet = (context: ExportContext): SheetModel => ({
  name: LISTS_SHEET,
  veryHidden: true,
  widths: LISTS.map(() => 30),
  frozen: { rows: 0, columns: 0 },
  filterRow: null,
  rows: listRows(context),
});

/** Absolute range of a list; null where it is empty. */
export const listSource = (context: ExportContext, list: ListName): string | null => {
  const count = entriesOf(context, list).length;
  const column = letters(LISTS.indexOf(list));
  return count === 0 ? null : `${sheetReference(LISTS_SHEET)}$${column}$${FIRST_ROW}:$${column}$${FIRST_ROW + count - 1}`;
};

const listRows = function* (context: ExportContext): Generator<Row> {
  const lists = LISTS.map((list) => entriesOf(context, list));
  yield LISTS.map((list) => textCell(list));
  const longest = Math.max(...lists.map((entries) => entries.length));
  for (let index = 0; index < longest; index += 1) yield lists.map((entries) => textCell(entries[index] ?? ''));
};

const entriesOf = ({ priceBook, options }: ExportContext, list: ListName): readonly string[] => {
  switch (list) {
    case 'nodes':
      return priceBook.skus.filter(({ kind }) => kind === 'node').map(({ sku }) => sku);
    case 'usage':
      return priceBook.skus.filter(({ kind }) => kind === 'usage').map(({ sku }) => sku);
    case 'packs':
      // Allowances come without lines.
      return priceBook.skus.filter((sku) => sku.kind === 'pack' && sku.class !== 'allowance').map(({ sku }) => sku);
    case 'region':
      return [...new Set(priceBook.providers.flatMap(({ regions }) => regions.map(({ id }) => id)))];
    case 'per':
      return ['month', 'total'];
    case 'option':
      return options.map(({ option }) => option.id);
  }
};
