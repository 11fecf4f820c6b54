/**
 * Which inputs a result belongs to: a formula beside each line compares the cells that its values were computed from with what they were,
 * one above the lines counts those that still fit, and Summary looks at all three sheets.
 *
 * Rule: compared are the option, the line, every input but the note, and the row (a sorted sheet is another one); of a line whose results
 * are live only what no formula follows. Numbers are compared as numbers, texts without regard to case, as Excel does.
 */

import { letters } from '../../shared/core/ids.ts';
import { getField, monthFields } from '../../shared/scenario/patch.ts';
import { LINE_FIELDS, type Line, type SheetId } from '../../shared/scenario/types.ts';
import { FIRST_LINE_ROW } from './columns.ts';
import type { ExportContext } from './exportContext.ts';
import { type Alarm, type Cell, type CellValue, sheetReference } from './model.ts';
import { dateSerial, exactNumber, shownText } from './sanitise.ts';
import { SHEET_NAMES } from './texts.ts';

export const FITS = '✓';

/** Fields that no formula follows where a line's results are live. */
const STATIC_FIELDS: Readonly<Record<SheetId, readonly string[]>> = {
  nodes: ['sku', 'region', 'start', 'months'],
  usage: ['sku', 'per', 'from', 'to', 'onNodes'],
  packs: [],
};

/** A cell with what it held. */
interface Watched {
  readonly cell: string;
  readonly value: CellValue | null;
}

export const lineCheck = (input: {
  readonly context: ExportContext;
  readonly sheet: SheetId;
  readonly line: Line;
  readonly row: number;
  readonly isLive: boolean;
  /** of the line's row, by column */
  readonly cells: readonly (Cell | null)[];
}): string => {
  const { context, sheet, line, row, isLive, cells } = input;
  const fields = isLive ? STATIC_FIELDS[sheet] : [...LINE_FIELDS[sheet].filter((field) => field !== 'note'), ...monthFields(line)];
  const columns = context.columns[sheet];
  const watched = columns.flatMap(({ key }, index): readonly Watched[] =>
    key === 'option' || key === 'id' || fields.includes(key)
      ? [{ cell: `${letters(index)}${row}`, value: cells[index]?.value ?? null }]
      : [],
  );
  const terms = watched.map(({ cell, value }) => comparison(cell, value));
  const overrides = isLive ? [] : columns.flatMap(({ key }, index) => (key.startsWith('m:') ? [`${letters(index)}${row}`] : []));
  const given = overrides.length === 0 ? [] : [`COUNTA(${overrides[0]}:${overrides.at(-1)})=${overrideCount(line)}`];
  return `IF(AND(ROW()=${row},${[...terms, ...given].join(',')}),"${FITS}","${context.say('changed')}")`;
};

const overrideCount = (line: Line): number => monthFields(line).filter((field) => (getField(line, field) ?? '') !== '').length;

/** Longer texts are compared by their length: a literal has at most 255 characters. */
const LONGEST_LITERAL = 200;

const comparison = (cell: string, value: CellValue | null): string => {
  const held = value === null ? '' : heldBy(value);
  if (typeof held === 'string') return textComparison(cell, held);
  // An empty cell equals 0, and is not 0.
  return held === 0 ? `${cell}&""="0"` : `${cell}=${held}`;
};

const heldBy = (value: CellValue): string | number => {
  switch (value.kind) {
    case 'text':
      return shownText(value.text);
    case 'input':
      return exactNumber(value.text) ?? shownText(value.text);
    case 'date':
      return dateSerial(value.date) ?? value.date;
    case 'decimal':
      return Number(value.decimal);
    case 'formula':
      return 'decimal' in value.result ? Number(value.result.decimal) : value.result.text;
  }
};

const textComparison = (cell: string, text: string): string =>
  text.length > LONGEST_LITERAL || /[\n\t]/.test(text) ? `LEN(${cell})=${text.length}` : `${cell}=${literal(text)}`;

const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Cell of the sentence above the lines, and on Summary. */
export const SHEET_CHECK = { column: 3, address: '$D$2' } as const;
export const SUMMARY_CHECK = '$A$4';

export const sentences = (context: ExportContext): { readonly fits: string; readonly changed: string } => {
  const inputs = context.inputsHash().slice('sha256:'.length, 'sha256:'.length + 8);
  return { fits: context.say('inputsFit').replace('{inputs}', inputs), changed: context.say('inputsChanged').replace('{inputs}', inputs) };
};

/** All lines fit, and there are no others. */
export const sheetCheck = (context: ExportContext, sheet: SheetId): string => {
  const lines = context.options.flatMap(({ option }): readonly Line[] => option[sheet]);
  const last = Math.max(FIRST_LINE_ROW, FIRST_LINE_ROW + lines.length - 1);
  const check = context.lettersOf(sheet, 'check');
  const [id, sku] = [context.lettersOf(sheet, 'id'), context.lettersOf(sheet, 'sku')];
  const filled = lines.length + lines.filter((line) => line.sku !== '').length;
  const { fits, changed } = sentences(context);
  const conditions = [
    `COUNTIF(${check}${FIRST_LINE_ROW}:${check}${last},"${FITS}")=${lines.length}`,
    `COUNTA(${id}${FIRST_LINE_ROW}:${sku}${LAST_ROW})=${filled}`,
  ];
  return `IF(AND(${conditions.join(',')}),${literal(fits)},${literal(changed)})`;
};
const LAST_ROW = 1_048_576;

export const summaryCheck = (context: ExportContext): string => {
  const { fits, changed } = sentences(context);
  const [nodes, usage, packs] = (['nodes', 'usage', 'packs'] as const).map(
    (sheet) => `${sheetReference(SHEET_NAMES[sheet][context.locale])}${SHEET_CHECK.address}`,
  );
  return `IF(AND(${nodes}=${usage},${usage}=${packs},${packs}=${literal(fits)}),${literal(fits)},${literal(changed)})`;
};

/** Red where the sentence is not the good one. */
export const sentenceAlarm = (context: ExportContext, address: string): Alarm => ({
  range: address.replaceAll('$', ''),
  formula: `${address}<>${literal(sentences(context).fits)}`,
});

export const lineAlarm = (context: ExportContext, sheet: SheetId): Alarm => {
  const count = context.options.reduce((sum, { option }) => sum + option[sheet].length, 0);
  const column = context.lettersOf(sheet, 'check');
  const last = Math.max(FIRST_LINE_ROW, FIRST_LINE_ROW + count - 1);
  return {
    range: `${column}${FIRST_LINE_ROW}:${column}${last}`,
    formula: `AND($${column}${FIRST_LINE_ROW}<>"",$${column}${FIRST_LINE_ROW}<>"${FITS}")`,
  };
};
