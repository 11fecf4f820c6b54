/**
 * A cell of a file -> the text that a user would have typed.
 *
 * Rule: numbers go through 15 significant digits, which is what Excel keeps; a date is ISO text, a month where the column takes
 * months and the format shows no day.
 * Source: xlsx.md (In); ECMA-376 part 1, 18.17.4 (serial dates).
 */
import { plainNumberText } from '../numeric/decimal.ts';
import type { FieldKind } from '../scenario/typed.ts';
import { formatDate } from '../time/calendar.ts';
import type { RawCell } from './table.ts';

/** Day 25569 is 1970-01-01. */
export const UNIX_EPOCH = 25_569;
const EXCEL_DIGITS = 15;
const FIRST_SERIAL = 61; // 1900-03-01: Excel takes 1900 for a leap year
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** A number from a cell, as Excel shows it: what is behind the 15th digit is noise of doubles (0.1 + 0.2). */
export const shownNumber = (number: number): number => Number(number.toPrecision(EXCEL_DIGITS));

/** The text of a cell of a field of this kind; null for an empty one. */
export const cellText = (kind: FieldKind, raw: RawCell): string | null => {
  if (raw === null || raw === '') return null;
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'boolean') return String(raw);
  const number = typeof raw === 'number' ? raw : raw.serial;
  const date = kind === 'date' || kind === 'monthOrDate' ? serialDate(number) : null;
  if (date !== null && kind === 'date') return date;
  if (date !== null && kind === 'monthOrDate' && typeof raw === 'number' && isPlausibleSerial(raw)) return date;
  if (date !== null && typeof raw === 'object') return raw.hasDay ? date : date.slice(0, 7);
  return numberText(number);
};

/** Up to this length a number's own text has no digit too many. */
const SHORT = EXCEL_DIGITS;

const numberText = (number: number): string => {
  const text = String(number);
  return text.length <= SHORT && !text.includes('e') ? text : plainNumberText(shownNumber(number));
};

/** What the cell looks like, whatever it is for: in a preview. */
export const shownCell = (raw: RawCell): string => cellText(raw !== null && typeof raw === 'object' ? 'monthOrDate' : 'text', raw) ?? '';

/** A bare number in a column of months and days: a day of the years 2000 to 2099, but not a year such as 2026, nor 202601. */
const isPlausibleSerial = (serial: number): boolean => serial >= 36_526 && serial <= 73_050;

/** The day of a serial number; null where Excel has none. The time of the day is cut. */
export const serialDate = (serial: number): string | null => {
  const day = Math.floor(serial);
  return day >= FIRST_SERIAL && day <= LAST_SERIAL ? formatDate(day - UNIX_EPOCH) : null;
};
