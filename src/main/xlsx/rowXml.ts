/**
 * A row of cells as the XML of a sheet: what exceljs would write, without its objects for each cell.
 * Source: ECMA-376 part 1, 18.3.1.73 (row) and 18.3.1.4 (c).
 */
import { letters } from '../../shared/core/ids.ts';
import type { Cell, Row } from './model.ts';
import { type SafeValue, safeValue } from './sanitise.ts';
import { escapeXml } from './xmlText.ts';

/** Numbers that cells refer to. */
export interface References {
  readonly styleNumber: (cell: Cell) => number;
  readonly textNumber: (text: string) => number;
}

/** A longer text stands in its cell: it hardly comes twice, and shared texts stay in memory until the end. */
const LONGEST_SHARED = 1_000;

/** `row` is 1-based. */
export const rowXml = (cells: Row, row: number, references: References): string => {
  let xml = `<row r="${row}">`;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (cell !== null && cell !== undefined) xml += cellXml(cell, `${columnLetters(column)}${row}`, references);
  }
  return `${xml}</row>`;
};

const LETTERS: string[] = [];

const columnLetters = (column: number): string => {
  const known = LETTERS[column];
  if (known !== undefined) return known;
  const made = letters(column);
  LETTERS[column] = made;
  return made;
};

const cellXml = (cell: Cell, address: string, references: References): string => {
  const open = `<c r="${address}" s="${references.styleNumber(cell)}"`;
  return `${open}${contentXml(safeValue(cell.value), references)}`;
};

/** The rest of a `c` after its style. */
const contentXml = (value: SafeValue, references: References): string => {
  if (value === null) return '/>';
  if (typeof value === 'number') return `><v>${value}</v></c>`;
  if (typeof value === 'string') {
    if (value.length <= LONGEST_SHARED) return ` t="s"><v>${references.textNumber(value)}</v></c>`;
    return ` t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  }
  const formula = escapeXml(value.formula);
  if (typeof value.result === 'number') return `><f>${formula}</f><v>${value.result}</v></c>`;
  return ` t="str"><f>${formula}</f><v>${escapeXml(value.result)}</v></c>`;
};
