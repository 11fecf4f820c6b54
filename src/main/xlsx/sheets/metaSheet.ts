/**
 * The hidden sheet `_costbook`: what makes the round trip exact. Rows of key and value; the scenario's JSON is cut into cells.
 *
 * The JSON is plain ASCII without `_x`, so that no program between here and the next import can change a character of it.
 */
import { hashPriceBook } from '../../../shared/pricebook/hash.ts';
import { formatScenario } from '../../../shared/scenario/json.ts';
import type { ExportContext } from '../exportContext.ts';
import { type Row, type SheetModel, textCell } from '../model.ts';
import { META_SHEET } from '../texts.ts';

export const WORKBOOK_FORMAT = 'costbook.workbook/1';
/** Below Excel's 32,767 characters for a cell. */
export const CHUNK_LENGTH = 32_000;

export const makeMetaSheet = (context: ExportContext): SheetModel => ({
  name: META_SHEET,
  veryHidden: true,
  widths: [24, 80],
  frozen: { rows: 0, columns: 0 },
  filterRow: null,
  rows: metaRows(context),
});

const metaRows = (context: ExportContext): readonly Row[] => {
  const { source: scenario, priceBook } = context;
  const facts: readonly (readonly [string, string])[] = [
    ['format', WORKBOOK_FORMAT],
    ['priceBook', priceBook.edition],
    ['priceBookHash', hashPriceBook(priceBook)],
    ...(context.origin === null ? [] : [['origin', context.origin] as const]),
    ['visibleHash', context.inputsHash()],
    ...chunksOf(asciiJson(formatScenario(scenario))).map((chunk): readonly [string, string] => ['scenario', chunk]),
  ];
  return facts.map(([key, value]) => [textCell(key), textCell(value)]);
};

/** JSON with every character outside printable ASCII, and the `_` of `_x`, as \uXXXX: equal after parsing. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('_x', '\\u005fx');

const chunksOf = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / CHUNK_LENGTH) }, (_, index) => text.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH));
