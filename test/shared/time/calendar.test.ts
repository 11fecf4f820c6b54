import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  compareDates,
  daysBetween,
  daysInMonth,
  firstDay,
  formatDate,
  isCivilDate,
  isMonth,
  lastDay,
  listMonths,
  monthOf,
  monthsBetween,
  parseDate,
} from '../../../src/shared/time/calendar.ts';

describe('text', () => {
  it.each([
    ['2026-01', true],
    ['2026-13', false],
    ['2026-00', false],
    ['2026-1', false],
    ['2026-01-01', false],
    ['', false],
    [' 2026-01', false],
    ['２０２６-01', false],
  ])('isMonth(%j) = %j', (text, expected) => {
    expect(isMonth(text)).toBe(expected);
  });
  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-12-00', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
    ['46023', false],
  ])('isCivilDate(%j) = %j', (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
  });
});

describe('month arithmetic clamps to the last day, counted from the original day', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s + %i months = %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

it('counts months and days', () => {
  expect(addMonthsToMonth('2026-11', 3)).toBe('2027-02');
  expect(monthsBetween('2026-11', '2027-02')).toBe(3);
  expect(listMonths('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  expect([daysInMonth('2024-02'), daysInMonth('2026-02'), daysInMonth('2026-04')]).toEqual([29, 28, 30]);
  expect([firstDay('2026-02'), lastDay('2026-02'), monthOf('2026-02-28')]).toEqual(['2026-02-01', '2026-02-28', '2026-02']);
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  expect(['2026-02-01', '2025-12-31', '2026-01-15'].sort(compareDates)).toEqual(['2025-12-31', '2026-01-15', '2026-02-01']);
});

it("agrees with the platform's own UTC calendar on every day of five centuries", () => {
  for (let day = parseDate('1800-01-01'); day < parseDate('2300-01-01'); day += 1) {
    const date = formatDate(day);
    if (date !== new Date(day * 86_400_000).toISOString().slice(0, 10) || parseDate(date) !== day) expect(date).toBe(String(day));
  }
});

it('stays inside the calendar between the years 1 and 9999', () => {
  const days = fc.integer({ min: parseDate('1000-01-01'), max: parseDate('9000-12-31') });
  fc.assert(
    fc.property(days, fc.integer({ min: -9_000, max: 9_000 }), (day, months) => {
      const later = addMonths(formatDate(day), months);
      expect(isCivilDate(later)).toBe(true);
      expect(monthsBetween(monthOf(formatDate(day)), monthOf(later))).toBe(months);
    }),
  );
});
