/**
 * Sheet models -> the bytes of a workbook. The only importer of exceljs, and of it only the streaming writer.
 *
 * exceljs writes the package, and the rows that need it: the first one, which opens a sheet, and those with merged cells or a height. All
 * others go as text of ours (rowXml) into the same stream, no faster than the zip takes them (sheetStreams).
 * Strings are shared: only there does exceljs keep leading and trailing spaces.
 */
import type { Writable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { letters } from '../../shared/core/ids.ts';
import { listComments } from './comments.ts';
import { writeDrawing } from './drawing.ts';
import { openPackage, openSheetPart, type Package } from './exceljsInsides.ts';
import type { Cell, Row, SheetModel, StyleName } from './model.ts';
import { breaksXml, charactersOf, fitsOnePage, pageOf, widthOf } from './page.ts';
import { protectionXml } from './protection.ts';
import { type References, rowXml } from './rowXml.ts';
import { safeValue } from './sanitise.ts';
import { ALARM_STYLE, STYLES, styleOf } from './styles.ts';
import { validationRule } from './validations.ts';

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
  const target: Target = { workbook, parts, references: referencesOf(parts) };
  for (const sheet of sheets) await writeSheet(target, sheet);
  await workbook.commit();
};

/** Two lines of text. */
const HEADER_HEIGHT = 32;

const LINE_HEIGHT = 15;
/** Of a line of small text, by the width of its cells. */
const LINE_FILL = 0.8;

const RUNS_OVER: ReadonlySet<StyleName | undefined> = new Set(['sentence', 'advice', 'conclusion'] satisfies StyleName[]);

/** Beyond the last column it would widen the printed page. */
const isSentence = (sheet: SheetModel, cells: Row): boolean =>
  fitsOnePage(sheet) && cells.length === 1 && RUNS_OVER.has(cells[0]?.style) && sheet.filterRow === null;

/** null: as the reader of the file likes it. Readers do not measure wrapped or merged text themselves. */
const heightOf = (sheet: SheetModel, cells: Row, row: number): number | null => {
  if (row === sheet.filterRow || cells.some((cell) => cell?.style === 'headerNumber')) return HEADER_HEIGHT;
  const value = cells[0]?.value;
  if (!isSentence(sheet, cells) || value === null || value === undefined || value.kind !== 'text') return null;
  return Math.max(1, Math.ceil(charactersOf(value.text) / (widthOf(sheet) * LINE_FILL))) * LINE_HEIGHT;
};

interface Target {
  readonly workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  readonly parts: Package;
  readonly references: References;
}

/** Styles are shared objects: each is added once. */
const referencesOf = ({ styleNumber, textNumber }: Package): References => {
  const numbers = new Map<object, number>();
  const numberOf = (cell: Cell): number => {
    const style = styleOf(cell);
    const number = numbers.get(style) ?? styleNumber(style);
    numbers.set(style, number);
    return number;
  };
  return { styleNumber: numberOf, textNumber };
};

const writeSheet = async ({ workbook, parts, references }: Target, sheet: SheetModel): Promise<void> => {
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
    cells.forEach((cell, column) => {
      if (cell?.comment !== undefined) comments.add({ row, column, text: cell.comment });
    });
    const height = heightOf(sheet, cells, row);
    if (row === 1 || height !== null || isSentence(sheet, cells)) writeByLibrary(worksheet, sheet, { cells, row, height });
    else part.stream.write(rowXml(cells, row, references));
    const behind = part.stream.ready();
    if (behind !== null) await behind;
  }
  const lastColumn = letters(Math.max(0, sheet.widths.length - 1));
  if (sheet.filterRow !== null) worksheet.autoFilter = `A${sheet.filterRow}:${lastColumn}${Math.max(row, sheet.filterRow)}`;
  for (const [index, { range, formula }] of (sheet.alarms ?? []).entries()) {
    const rule: ExcelJS.ConditionalFormattingRule = { type: 'expression', priority: index + 1, formulae: [formula], style: ALARM_STYLE };
    worksheet.addConditionalFormatting({ ref: range, rules: [rule] });
  }
  part.addAtEnd(breaksXml(sheet));
  writeDrawing(parts, part, sheet);
  comments.write(parts, part);
  if (sheet.lock !== undefined) part.addAfterRows(protectionXml(sheet.lock));
  for (const validation of sheet.validations ?? []) part.addValidation(validation.range, validationRule(validation));
  for (const { name, address } of sheet.names ?? []) workbook.definedNames.add(address, name);
  worksheet.commit();
};

const writeByLibrary = (
  worksheet: ExcelJS.Worksheet,
  sheet: SheetModel,
  { cells, row, height }: { readonly cells: Row; readonly row: number; readonly height: number | null },
): void => {
  const target = worksheet.getRow(row);
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    const to = target.getCell(index + 1);
    to.value = safeValue(cell.value);
    to.style = styleOf(cell);
  }
  if (height !== null) target.height = height;
  if (isSentence(sheet, cells)) worksheet.mergeCells(row, 1, row, sheet.widths.length);
  target.commit();
};
