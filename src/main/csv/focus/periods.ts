/**
 * Days of the plan as instants.
 *
 * Rule: the plan counts days of China Standard Time (UTC+8), FOCUS takes instants in UTC: a day begins at 16:00 of the day before. The
 * start is included, the end is not. The billing period is the calendar month of the cash, or of the expense.
 * Source: FOCUS 1.2, attribute Date/Time Format; billing.md, section 2.
 */
import { type DayNumber, firstDayNumber, formatDate, type Month, parseMonth } from '../../../shared/time/calendar.ts';
import type { FocusRow } from './columns.ts';

/** [start, end) */
export interface Days {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

export const daysOf = (month: Month): Days => ({ start: firstDayNumber(parseMonth(month)), end: firstDayNumber(parseMonth(month) + 1) });

export const periodColumns = (month: Month, charged: Days): FocusRow => {
  const billed = daysOf(month);
  return {
    BillingPeriodStart: instant(billed.start),
    BillingPeriodEnd: instant(billed.end),
    ChargePeriodStart: instant(charged.start),
    ChargePeriodEnd: instant(charged.end),
    x_Month: month,
  };
};

const instant = (day: DayNumber): string => `${formatDate(day - 1)}T16:00:00Z`;
