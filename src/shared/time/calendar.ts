/**
 * The only date arithmetic. Civil dates in China Standard Time (UTC+8, no daylight saving): a date is a day, never an instant.
 *
 * Rule: periods are [start, end); month arithmetic clamps to the month's last day, counted from the original day.
 * Units: `Month` and `CivilDate` are ISO text and compare as strings; `MonthNumber` counts months since 0000-01, `DayNumber`
 * days since 1970-01-01, both integers for hot loops. Text is for the years 0000 to 9999; numbers go further without harm.
 * Source: billing.md, section 2; proleptic Gregorian calendar.
 */

/** `YYYY-MM` */
export type Month = string;
/** `YYYY-MM-DD` */
export type CivilDate = string;
export type MonthNumber = number;
export type DayNumber = number;

const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const ZERO = 48;
const DASH = 45;

/** The number that `count` digits from `at` on make; -1 where one is no digit. Looks at each character: for hot loops. */
const readDigits = (text: string, at: number, count: number): number => {
  let value = 0;
  for (let each = at; each < at + count; each += 1) {
    const digit = text.charCodeAt(each) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
};

/** Of the first seven characters; -1 where they are no month. */
const readMonthPart = (text: string): MonthNumber => {
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 2);
  return year >= 0 && month >= 1 && month <= 12 && text.charCodeAt(4) === DASH ? year * 12 + month - 1 : -1;
};

/** `YYYY-MM`; -1 where the text is none. */
export const readMonth = (text: string): MonthNumber => (text.length === 7 ? readMonthPart(text) : -1);

/** `YYYY-MM-DD`; NaN where the text is none. */
export const readDate = (text: string): DayNumber => {
  const month = text.length === 10 && text.charCodeAt(7) === DASH ? readMonthPart(text) : -1;
  const day = readDigits(text, 8, 2);
  return month >= 0 && day >= 1 && day <= daysOfMonth(month) ? firstDayNumber(month) + day - 1 : Number.NaN;
};

export const isMonth = (text: string): boolean => readMonth(text) >= 0;

/** A day that exists: 2026-02-29 is none. */
export const isCivilDate = (text: string): boolean => !Number.isNaN(readDate(text));

export const parseMonth = (month: Month): MonthNumber => Number(month.slice(0, -3)) * 12 + Number(month.slice(-2)) - 1;

export const formatMonth = (month: MonthNumber): Month => {
  const year = Math.floor(month / 12);
  return `${padYear(year)}-${padTwo(month - year * 12 + 1)}`;
};

export const daysOfMonth = (month: MonthNumber): number => {
  const year = Math.floor(month / 12);
  const index = month - year * 12;
  return index === 1 && isLeapYear(year) ? 29 : (MONTH_DAYS[index] ?? 0);
};

/** The first day of a month. */
export const firstDayNumber = (month: MonthNumber): DayNumber => {
  // Months counted from March, so that the leap day is the last of its year.
  const marchBased = month - 2;
  const year = Math.floor(marchBased / 12);
  const dayOfYear = Math.floor((153 * (marchBased - year * 12) + 2) / 5);
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719468;
};

export const parseDate = (date: CivilDate): DayNumber => firstDayNumber(parseMonth(date.slice(0, -3))) + Number(date.slice(-2)) - 1;

/** The month that a day belongs to. */
export const monthOfDay = (day: DayNumber): MonthNumber => {
  // 30.436875 days are a mean Gregorian month: the guess is never more than one month off.
  let month = Math.floor((day + 719528) / 30.436875);
  while (firstDayNumber(month) > day) month -= 1;
  while (firstDayNumber(month + 1) <= day) month += 1;
  return month;
};

export const formatDate = (day: DayNumber): CivilDate => {
  const month = monthOfDay(day);
  return `${formatMonth(month)}-${padTwo(day - firstDayNumber(month) + 1)}`;
};

/** The same day `months` later, at most the last day of that month: 31 January + 1 = 28 or 29 February, + 2 = 31 March. */
export const addMonthsToDay = (day: DayNumber, months: number): DayNumber => {
  const from = monthOfDay(day);
  const to = from + months;
  return firstDayNumber(to) + Math.min(day - firstDayNumber(from), daysOfMonth(to) - 1);
};

export const addMonths = (date: CivilDate, months: number): CivilDate => formatDate(addMonthsToDay(parseDate(date), months));
export const addDays = (date: CivilDate, days: number): CivilDate => formatDate(parseDate(date) + days);
export const addMonthsToMonth = (month: Month, months: number): Month => formatMonth(parseMonth(month) + months);

/** `to` - `from`: ('2026-01', '2026-03') -> 2 */
export const monthsBetween = (from: Month, to: Month): number => parseMonth(to) - parseMonth(from);

/** `count` consecutive months from `start`. */
export const listMonths = (start: Month, count: number): Month[] => {
  const first = parseMonth(start);
  return Array.from({ length: Math.max(0, count) }, (_, index) => formatMonth(first + index));
};

export const firstDay = (month: Month): CivilDate => `${month}-01`;
/** Included: the last day is in the month. */
export const lastDay = (month: Month): CivilDate => `${month}-${padTwo(daysInMonth(month))}`;
export const daysInMonth = (month: Month): number => daysOfMonth(parseMonth(month));
export const monthOf = (date: CivilDate): Month => date.slice(0, -3);
/** `to` - `from` in days: the length of [from, to). */
export const daysBetween = (from: CivilDate, to: CivilDate): number => parseDate(to) - parseDate(from);

/** ISO months and dates sort as text: negative where a is earlier. */
export const compareDates = (a: CivilDate | Month, b: CivilDate | Month): number => (a < b ? -1 : a > b ? 1 : 0);

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const padTwo = (value: number): string => (value < 10 ? `0${value}` : String(value));
const padYear = (year: number): string => String(year).padStart(4, '0');
