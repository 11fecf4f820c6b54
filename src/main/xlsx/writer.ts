/**
 * Sheet models -> the bytes of a workbook. The only importer of exceljs, and of it only the streaming writer.
 *
 * Strings are shared: only there does exceljs keep leading and trailing spaces. Rows are written as they are made; every few
 * thousand of them the event loop gets a turn, so that the zip can pass on what it has.
 */
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { letters } from '../../shared/core/ids.ts';
import { listComments } from './comments.ts';
import { openPackage, openSheetPart, type Package } from './exceljsInsides.ts';
import type { Row, SheetModel } from './model.ts';
import { fitsOnePage, pageOf } from './page.ts';
import { protectionXml } from './protection.ts';
import { safeValue } from './sanitise.ts';
import { ALARM_STYLE, STYLES, styleOf } from './styles.ts';
import { validationRule } from './validations.ts';

const ROWS_PER_TURN = 2_000;

/** Ends `stream` when all is written. Rejects when the stream fails. */
export const writeSheets = async (sheets: readonly SheetModel[], stream: Writable): Promise<void> => {
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  // The race below may be over before the stream fails: nobody listens then, and nothing is lost.
  failed.catch(() => undefined);
  await Promise.race([writeAll(sheets, stream), failed]);
};

const writeAll = async (sheets: readonly SheetModel[], stream: Writable): Promise<void> => {
  // A megabyte of code that neither the app's start nor pricing a scenario needs.
  const { default: library } = await import('exceljs');
  const workbook = new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  workbook.creator = 'Costbook';
  workbook.lastModifiedBy = 'Costbook';
  const parts = openPackage(workbook);
  for (const sheet of sheets) await writeSheet({ workbook, parts }, sheet, () => stream.errored !== null || stream.destroyed);
  await workbook.commit();
};

/** Two lines of text. */
const HEADER_HEIGHT = 32;

const LINE_HEIGHT = 15;
/** Of a line of small text, by the width of its cells in characters; Chinese characters count as two. */
const LINE_FILL = 0.8;

/** Beyond the last column it would widen the printed page. */
const isSentence = (sheet: SheetModel, cells: Row): boolean =>
  fitsOnePage(sheet) && cells.length === 1 && (cells[0]?.style === 'sentence' || cells[0]?.style === 'advice') && sheet.filterRow === null;

/** null: as the reader of the file likes it. Readers do not measure wrapped or merged text themselves. */
const heightOf = (sheet: SheetModel, cells: Row, row: number): number | null => {
  if (row === sheet.filterRow || cells.some((cell) => cell?.style === 'headerNumber')) return HEADER_HEIGHT;
  const value = cells[0]?.value;
  if (!isSentence(sheet, cells) || value === null || value === undefined || value.kind !== 'text') return null;
  const length = [...value.text].reduce((sum, character) => sum + (character > '\u2E80' ? 2 : 1), 0);
  const width = sheet.widths.reduce((sum, each) => sum + each, 0) * LINE_FILL;
  return Math.max(1, Math.ceil(length / width)) * LINE_HEIGHT;
};

interface Target {
  readonly workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  readonly parts: Package;
}

const writeSheet = async ({ workbook, parts }: Target, sheet: SheetModel, isBroken: () => boolean): Promise<void> => {
  const { rows: ySplit, columns: xSplit } = sheet.frozen;
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.veryHidden ? 'veryHidden' : 'visible',
    ...(ySplit > 0 || xSplit > 0 ? { views: [{ state: 'frozen', xSplit, ySplit }] } : {}),
    pageSetup: pageOf(sheet),
  });
  const part = openSheetPart(worksheet);
  const comments = listComments(sheet);
  worksheet.columns = sheet.widths.map((width, index) => {
    const style = sheet.columnStyles?.[index];
    return { width, ...(style === undefined ? {} : { style: STYLES[style] }) };
  });
  let row = 0;
  for (const cells of sheet.rows) {
    row += 1;
    const target = worksheet.getRow(row);
    for (const [index, cell] of cells.entries()) {
      if (cell === null) continue;
      const to = target.getCell(index + 1);
      to.value = safeValue(cell.value);
      to.style = styleOf(cell);
      if (cell.comment !== undefined) comments.add({ row, column: index, text: cell.comment });
    }
    const height = heightOf(sheet, cells, row);
    if (height !== null) target.height = height;
    if (isSentence(sheet, cells)) worksheet.mergeCells(row, 1, row, sheet.widths.length);
    target.commit();
    if (row % ROWS_PER_TURN === 0) {
      await setImmediate();
      if (isBroken()) return;
    }
  }
  const lastColumn = letters(Math.max(0, sheet.widths.length - 1));
  if (sheet.filterRow !== null) worksheet.autoFilter = `A${sheet.filterRow}:${lastColumn}${Math.max(row, sheet.filterRow)}`;
  for (const [index, { range, formula }] of (sheet.alarms ?? []).entries()) {
    const rule: ExcelJS.ConditionalFormattingRule = { type: 'expression', priority: index + 1, formulae: [formula], style: ALARM_STYLE };
    worksheet.addConditionalFormatting({ ref: range, rules: [rule] });
  }
  comments.write(parts, part);
  if (sheet.lock !== undefined) part.addAfterRows(protectionXml(sheet.lock));
  for (const validation of sheet.validations ?? []) part.addValidation(validation.range, validationRule(validation));
  for (const { name, address } of sheet.names ?? []) workbook.definedNames.add(address, name);
  worksheet.commit();
};
