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

const metaRows = function* (context: ExportContext): Generator<Row> {
  const { source: scenario, priceBook } = context;
  yield fact('format', WORKBOOK_FORMAT);
  yield fact('priceBook', priceBook.edition);
  yield fact('priceBookHash', hashPriceBook(priceBook));
  if (context.origin !== null) yield fact('origin', context.origin);
  yield fact('visibleHash', context.inputsHash());
  for (const chunk of chunksOf(jsonPieces(formatScenario(scenario), LINE_DEPTH))) yield fact('scenario', chunk);
};

const fact = (key: string, value: string): Row => [textCell(key), textCell(value)];

/** scenario, options, option, sheet: its entries are lines. */
const LINE_DEPTH = 4;

/** The ASCII JSON of a value: below `depth` objects and lists in one piece, so that no text holds all lines. */
const jsonPieces = function* (value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield asciiJson(value);
    return;
  }
  const isList = Array.isArray(value);
  let between = '';
  yield isList ? '[' : '{';
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    yield isList ? between : `${between}${asciiJson(key)}:`;
    yield* jsonPieces(entry, depth - 1);
    between = ',';
  }
  yield isList ? ']' : '}';
};

/** JSON with every character outside printable ASCII, and the `_` of `_x`, as \uXXXX: equal after parsing. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('_x', '\\u005fx');

const chunksOf = function* (pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    for (; text.length >= CHUNK_LENGTH; text = text.slice(CHUNK_LENGTH)) yield text.slice(0, CHUNK_LENGTH);
  }
  if (text !== '') yield text;
};
