/**
 * Cells as the text of a CSV file that a spreadsheet opens without running any of it.
 *
 * Rule: a comma between fields, CR LF after each record, quotes around a field that holds one of , " CR LF, and each quote in it
 * twice. Text that a spreadsheet would take for a formula (it begins with = + - @, their full-width forms, TAB, CR or LF) gets an
 * apostrophe in front; a number is a number, sign included. No cell and an empty text are both an empty field.
 * Units: decimals with every digit that they have; a formula is its result; a day is YYYY-MM-DD, a month YYYY-MM.
 * Source: RFC 4180; OWASP, CSV injection. Full-width signs: Excel for Chinese and Japanese reads them as the narrow ones.
 */
import type { Cell, Row } from '../xlsx/model.ts';

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

export const csvRecord = (row: Row): string => `${row.map(csvField).join(',')}\r\n`;

const csvField = (cell: Cell | null): string => {
  if (cell === null || cell.value === null) return '';
  const { value, style } = cell;
  switch (value.kind) {
    case 'text':
      return textField(value.text);
    case 'input':
      return PLAIN_NUMBER.test(value.text) ? value.text : textField(value.text);
    case 'decimal':
      return value.decimal;
    case 'date':
      return style === 'month' ? value.date.slice(0, 7) : value.date;
    case 'formula':
      return 'decimal' in value.result ? value.result.decimal : textField(value.result.text);
  }
};

const textField = (text: string): string => {
  // Half of a character has no bytes in UTF-8.
  const harmless = (RUNS.test(text) ? `'${text}` : text).toWellFormed();
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
