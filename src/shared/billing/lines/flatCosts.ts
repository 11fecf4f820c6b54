/**
 * The list costs of a line of a flat price, month by month, without BigInt and without an object for a month.
 *
 * Rule: with w = base x instances and B the days that a month is divided by, j days of a month have the list cost
 * R12(w x price x j / B).
 * Units: w in 10^-6 units, below FLAT_LIMITS.whole; unit price 10^-10 CNY, below FLAT_LIMITS.price; list cost Amount 10^-12 CNY in two doubles.
 * Rounding: R12.
 * Source: billing.md, 4.1 to 4.3.
 */
import { QUANTITY_DECIMALS } from '../../numeric/fixed.ts';
import { isMultiple, multiplyDivide, result } from '../../numeric/wide.ts';
import type { DayNumber } from '../../time/calendar.ts';
import type { Horizon } from '../horizon.ts';

/** w x 31 days stays an integer that a double holds; w x 31 x price stays below what `multiplyDivide` takes. */
export const FLAT_LIMITS = { whole: 2 ** 48, price: 2 ** 52 };
// 10^-6 units x 10^-10 CNY = 10^-16 CNY; an Amount is 10^-12 CNY.
const AMOUNT_SCALE = 10_000;
const ONE_UNIT = 10 ** QUANTITY_DECIMALS;

export interface FlatShape {
  readonly start: DayNumber;
  /** excluded */
  readonly end: DayNumber;
  /** position of the first active month in the horizon */
  readonly first: number;
  /** number of active months; they are consecutive */
  readonly length: number;
  /** unit price */
  readonly price: number;
  /** what the active days are divided by; 0: the days of their month */
  readonly basis: number;
  /** all months have one w */
  readonly isAlike: boolean;
  /** w of each month from `wholesFrom` on, or one for all */
  readonly wholes: Float64Array;
  readonly wholesFrom: number;
}
export interface CostTarget {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
}

/** What the last count found: the highest list cost, and whether one does not fit a double. One for all, as `result`. */
export const counted = { highest: 0.5, hasLow: false };

/** Sets `result` to the list cost of the first `days` active days of a month. */
export const setAmount = (shape: FlatShape, horizon: Horizon, at: number, days: number): void => {
  multiplyDivide(wholeOf(shape, at) * days, shape.price, basisOf(shape, horizon, at) * AMOUNT_SCALE);
};

/** Sets the list cost of each active month in `to`, from `from` on. */
export const countListCosts = (shape: FlatShape, horizon: Horizon, to: CostTarget, from: number): void => {
  const { length } = shape;
  const isAlike = hasWholeMonths(shape, horizon);
  if (isAlike) multiplyDivide(wholeOf(shape, 0), shape.price, AMOUNT_SCALE);
  counted.highest = 0;
  counted.hasLow = false;
  for (let at = 0; at < length; at += 1) {
    if (!isAlike) setAmount(shape, horizon, at, daysOf(shape, horizon, at));
    to.hi[from + at] = result.hi;
    to.lo[from + at] = result.lo;
    if (result.lo !== 0) counted.hasLow = true;
    if (result.hi > counted.highest) counted.highest = result.hi;
  }
};

/** All months use the same, on all days of each: the share of active days is 1. */
const hasWholeMonths = ({ isAlike, basis, start, end, first, length }: FlatShape, { monthStarts }: Horizon): boolean =>
  isAlike && basis === 0 && start <= (monthStarts[first] ?? 0) && end >= (monthStarts[first + length] ?? 0);

/** Whether some month's exact quantity is no whole number of units. */
export const hasPartialUnits = (shape: FlatShape, horizon: Horizon): boolean => {
  if (hasWholeMonths(shape, horizon)) return shape.length > 0 && !isMultiple(wholeOf(shape, 0), ONE_UNIT);
  for (let at = 0; at < shape.length; at += 1) {
    if (!isMultiple(wholeOf(shape, at) * daysOf(shape, horizon, at), basisOf(shape, horizon, at) * ONE_UNIT)) return true;
  }
  return false;
};

/** w of a month */
export const wholeOf = ({ wholes, wholesFrom, isAlike }: FlatShape, at: number): number => wholes[wholesFrom + (isAlike ? 0 : at)] ?? 0;

/** First active day of a month. */
export const startOf = ({ start, first }: FlatShape, { monthStarts }: Horizon, at: number): DayNumber =>
  Math.max(start, monthStarts[first + at] ?? 0);

/** Active days of a month. */
export const daysOf = (shape: FlatShape, horizon: Horizon, at: number): number =>
  Math.min(shape.end, horizon.monthStarts[shape.first + at + 1] ?? 0) - startOf(shape, horizon, at);

/** The days of a month, or what stands for them. */
export const basisOf = ({ basis, first }: FlatShape, { monthStarts }: Horizon, at: number): number =>
  basis === 0 ? (monthStarts[first + at + 1] ?? 0) - (monthStarts[first + at] ?? 0) : basis;

/** Position of the first active month in the horizon; 0 where the period is empty. */
export const firstMonthOf = (start: DayNumber, end: DayNumber, horizon: Horizon): number => {
  if (end <= start || start <= horizon.start) return 0;
  return start >= horizon.end ? horizon.length : (horizon.monthOfDay[start - horizon.start] ?? 0);
};

/** Position after the last one. */
export const endMonthOf = (start: DayNumber, end: DayNumber, horizon: Horizon, first: number): number => {
  if (end <= start || end <= horizon.start) return first;
  return end >= horizon.end ? horizon.length : Math.max(first, (horizon.monthOfDay[end - 1 - horizon.start] ?? 0) + 1);
};
