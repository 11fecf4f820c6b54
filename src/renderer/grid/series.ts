/**
 * How cells go on when they are filled over others, as Excel's fill handle does. Pure.
 *
 * One number copies, several with equal steps go on by that step, exactly. Months and dates count on, also from one cell; ends of months stay
 * ends of months. A text that ends in a number counts on. Everything else (texts, mixed kinds, unequal steps, formulas) repeats.
 */

import { formatFixed } from '../../shared/numeric/fixed.ts';
import { divideHalfUp } from '../../shared/numeric/rounding.ts';
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  daysBetween,
  isCivilDate,
  isMonth,
  lastDay,
  monthOf,
  monthsBetween,
} from '../../shared/time/calendar.ts';
import { toIntegers } from './exactText.ts';

/** `auto`: as the handle does; `copy`: repeats; `series`: counts on from one number too; `growth`: by the ratio of the last two. */
export type SeriesMode = 'auto' | 'copy' | 'series' | 'growth';

/** The next `count` texts after `source`, which is in the direction of the fill. */
export const fillSeries = (source: readonly string[], count: number, mode: SeriesMode = 'auto'): readonly string[] => {
  if (source.length === 0 || count <= 0) return [];
  const next = ruleOf(source, mode) ?? repeat(source);
  return Array.from({ length: count }, (_, step) => next(step + 1));
};

/** The `count` texts before `source`, the nearest first. */
export const fillSeriesBack = (source: readonly string[], count: number, mode: SeriesMode = 'auto'): readonly string[] => {
  if (source.length === 0 || count <= 0) return [];
  const reversed = source.toReversed();
  // A single month or date counts down where it would count up.
  const next = source.length === 1 && mode !== 'copy' ? stepBack(source) : ruleOf(reversed, mode);
  const rule = next ?? repeat(reversed);
  return Array.from({ length: count }, (_, step) => rule(step + 1));
};

/** The text `step` places after the last of the source. */
type Rule = (step: number) => string;

const repeat =
  (source: readonly string[]): Rule =>
  (step) =>
    source[(step - 1) % source.length] ?? '';

const stepBack = (source: readonly string[]): Rule | null => {
  const forward = ruleOf(source, 'auto');
  return forward === null ? null : (step) => forward(-step);
};

const ruleOf = (source: readonly string[], mode: SeriesMode): Rule | null => {
  if (mode === 'copy' || source.some((text) => text === '' || text.startsWith('='))) return null;
  if (mode === 'growth') return growth(source);
  return monthRule(source) ?? dateRule(source) ?? numberRule(source, mode) ?? textRule(source);
};

const equalStep = (steps: readonly number[]): number | null => {
  const [first = 1] = steps;
  return steps.every((step) => step === first) ? first : null;
};

const pairs = <T>(values: readonly T[]): readonly (readonly [T, T])[] =>
  values.slice(1).flatMap((value, at) => {
    const before = values[at];
    return before === undefined ? [] : [[before, value] as const];
  });

const monthRule = (source: readonly string[]): Rule | null => {
  const last = source.at(-1);
  if (last === undefined || !source.every(isMonth)) return null;
  const step = equalStep(pairs(source).map(([from, to]) => monthsBetween(from, to)));
  return step === null ? null : (count) => addMonthsToMonth(last, step * count);
};

const dateRule = (source: readonly string[]): Rule | null => {
  const last = source.at(-1);
  if (last === undefined || !source.every(isCivilDate)) return null;
  const dates = pairs(source);
  const months = equalStep(dates.map(([from, to]) => monthsBetween(monthOf(from), monthOf(to))));
  if (dates.length > 0 && months !== null && months !== 0) {
    if (source.every((date) => date === lastDay(monthOf(date)))) return (count) => lastDay(addMonthsToMonth(monthOf(last), months * count));
    if (source.every((date) => date.slice(8) === last.slice(8))) return (count) => addMonths(last, months * count);
  }
  const days = equalStep(dates.map(([from, to]) => daysBetween(from, to)));
  return days === null ? null : (count) => addDays(last, days * count);
};

const numberRule = (source: readonly string[], mode: SeriesMode): Rule | null => {
  const numbers = toIntegers(source);
  if (numbers === null || (source.length === 1 && mode === 'auto')) return null;
  const { values, decimals } = numbers;
  const last = values.at(-1) ?? 0n;
  const steps = pairs(values).map(([from, to]) => to - from);
  const step = steps[0] ?? 10n ** BigInt(decimals);
  if (steps.some((other) => other !== step)) return null;
  return (count) => formatFixed(last + step * BigInt(count), decimals);
};

const ENDS_IN_NUMBER = /^(.*?)(\d{1,15})$/s;

/** 'Node 9' -> 'Node 10', 'A009' -> 'A010' */
const textRule = (source: readonly string[]): Rule | null => {
  const parts = source.map((text) => ENDS_IN_NUMBER.exec(text));
  const [, head = '', digits = ''] = parts.at(-1) ?? [];
  if (head === '' || parts.some((part) => part?.[1] !== head)) return null;
  const numbers = parts.map((part) => Number(part?.[2]));
  const step = equalStep(pairs(numbers).map(([from, to]) => to - from));
  if (step === null) return null;
  return (count) => head + String(Math.max(Number(digits) + step * count, 0)).padStart(digits[0] === '0' ? digits.length : 0, '0');
};

const GROWTH_DECIMALS = 6;

/** By the ratio of the last two, of one number by none; each rounded to 6 decimals, half away from zero, from the exact power. */
const growth = (source: readonly string[]): Rule | null => {
  const numbers = toIntegers(source);
  const last = numbers?.values.at(-1);
  const before = numbers?.values.at(-2);
  if (numbers === null || last === undefined || before === undefined || before === 0n) return null;
  const scale = 10n ** BigInt(GROWTH_DECIMALS);
  const unit = 10n ** BigInt(numbers.decimals);
  return (count) => {
    const power = BigInt(count);
    const above = last * last ** power * scale;
    const below = before ** power * unit;
    const rounded = below < 0n ? divideHalfUp(-above, -below) : divideHalfUp(above, below);
    return formatFixed(rounded, GROWTH_DECIMALS);
  };
};
