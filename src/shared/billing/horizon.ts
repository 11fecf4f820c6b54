/**
 * The plan's period: `startMonth` plus `months` calendar months, [start, end) in days.
 * Source: billing.md, section 2.
 */
import type { Scenario } from '../scenario/types.ts';
import { type DayNumber, firstDayNumber, formatMonth, isMonth, type Month, type MonthNumber, parseMonth } from '../time/calendar.ts';

export interface Horizon {
  readonly firstMonth: MonthNumber;
  /** number of months */
  readonly length: number;
  readonly start: DayNumber;
  /** excluded */
  readonly end: DayNumber;
  readonly months: readonly Month[];
  /** first day of each month, and the day after the last one */
  readonly monthStarts: readonly DayNumber[];
  /** of each day, counted from `start`: the position of its month */
  readonly monthOfDay: Uint8Array;
}

export const horizonOf = ({ startMonth, months }: Pick<Scenario, 'startMonth' | 'months'>): Horizon => {
  if (!isMonth(startMonth) || !Number.isSafeInteger(months) || months < 1 || months > 120) {
    throw new Error(`no horizon: ${startMonth} + ${months} months`);
  }
  const firstMonth = parseMonth(startMonth);
  const monthStarts = Array.from({ length: months + 1 }, (_, index) => firstDayNumber(firstMonth + index));
  const start = firstDayNumber(firstMonth);
  const end = firstDayNumber(firstMonth + months);
  const monthOfDay = new Uint8Array(end - start);
  for (let month = 0; month < months; month += 1) monthOfDay.fill(month, (monthStarts[month] ?? 0) - start);
  return {
    firstMonth,
    length: months,
    start,
    end,
    months: Array.from({ length: months }, (_, index) => formatMonth(firstMonth + index)),
    monthStarts,
    monthOfDay,
  };
};
