/**
 * The one guard between what we want to say and what a workbook can hold. Every cell of every sheet goes through it.
 *
 * Rule: only characters of XML 1.0, at most 32,767 of them; numbers are finite and have at most 15 significant digits, because
 * that is what Excel keeps (results of the engine may have more: they are not read back); dates are day numbers, never local times; a formula always has a result; text that begins with
 * = + - @ stays text.
 * Source: xlsx.md, traps of exceljs 4.4.0; ECMA-376 part 1, 22.9.2.19 (ST_Xstring) for `_x0041_`.
 */
import { UNIX_EPOCH } from '../../shared/importing/cellText.ts';
import { parseDate } from '../../shared/time/calendar.ts';
import type { CellValue } from './model.ts';

export const LONGEST_CELL = 32_767;
const EXCEL_DIGITS = 15;

/** What the library gets. */
export type SafeValue = string | number | null | { readonly formula: string; readonly result: string | number };

export const safeValue = (value: CellValue | null): SafeValue => {
  if (value === null) return null;
  switch (value.kind) {
    case 'text':
      return escapeText(shownText(value.text));
    case 'input':
      return exactNumber(value.text) ?? escapeText(shownText(value.text));
    case 'decimal':
      return nearestNumber(value.decimal);
    case 'date':
      return dateSerial(value.date) ?? value.date;
    case 'formula':
      return {
        formula: value.formula,
        result: 'decimal' in value.result ? nearestNumber(value.result.decimal) : escapeText(shownText(value.result.text)),
      };
  }
};

/**
 * The text as it can be read again from a cell: line ends are \n (XML reads \r as \n), what XML cannot hold becomes U+FFFD, and
 * what is too long is cut.
 */
export const shownText = (text: string): string => {
  // Most texts are fine as they are: one look tells.
  if (text.length <= LONGEST_CELL && !DOUBTFUL.test(text)) return text;
  const legal = text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '\uFFFD').toWellFormed();
  if (legal.length <= LONGEST_CELL) return legal;
  return legal
    .slice(0, LONGEST_CELL)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
};

// All control characters but tab and line feed, and the two non-characters that XML 1.0 forbids.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this guards against
const ILLEGAL = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
// These, and surrogates: half of a pair is no character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const DOUBTFUL = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** `_x0041_` would be read as `A`: its underscore is written as an escape of its own. */
const escapeText = (text: string): string => (text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text);

const CANONICAL = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** The number, where it reads back as the same digits; null where the cell must hold the text. */
export const exactNumber = (text: string): number | null => {
  if (!CANONICAL.test(text) || text === '-0') return null;
  return significantDigits(text) <= EXCEL_DIGITS ? Number(text) : null;
};

const significantDigits = (decimal: string): number => decimal.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;

/** The nearest double: it has a digit or two more than Excel shows. Throws where the text is no decimal: that is a bug. */
export const nearestNumber = (decimal: string): number => {
  const number = Number(decimal);
  if (decimal === '' || !Number.isFinite(number)) throw new Error(`no finite decimal: ${decimal}`);
  return number;
};

/** Excel takes 1900 for a leap year: days before 1900-03-01 have no honest number (null). */
export const dateSerial = (date: string): number | null => (date >= '1900-03-01' ? parseDate(date) + UNIX_EPOCH : null);
