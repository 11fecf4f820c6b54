/**
 * In which order packs pay for the same usage.
 *
 * Rule: class, priority (lower first), expiry (earliest first, none last; a `month` pack counts the first day of the next month if
 * that is earlier), start, id.
 * Units: days.
 * Source: seed 002, "免费额度>资源包抵扣>按量付费" and "优先使用失效日临近的资源包"; voucher after pack, and priority, are ASSUMPTION;
 * the seed takes equal expiries at random, start and id make it repeatable (BURN_ORDER_TIE says so).
 */
import type { DayNumber } from '../../time/calendar.ts';
import type { BurnPack } from './pack.ts';

/** Packs in burn order during the month that ends before `nextMonth` (its first day). */
export const orderPacks = <P extends BurnPack>(packs: readonly P[], nextMonth: DayNumber): readonly P[] =>
  packs.toSorted((a, b) => compareRank(a, b, nextMonth) || compareStarts(a, b));

/** By start, then id: what makes the order repeatable. */
export const compareStarts = (a: BurnPack, b: BurnPack): number => compareNumbers(a.start, b.start) || compareIds(a.id, b.id);

/** 0: nothing but start and id decides between them (a tie, where the provider takes one at random). */
export const compareRank = (a: BurnPack, b: BurnPack, nextMonth: DayNumber): number =>
  a.classRank - b.classRank || a.priority - b.priority || compareNumbers(expiryIn(a, nextMonth), expiryIn(b, nextMonth));

/** The day that counts as expiry in that month; Infinity: none. */
export const expiryIn = (pack: BurnPack, nextMonth: DayNumber): DayNumber =>
  pack.reset === 'month' ? Math.min(pack.expiry, nextMonth) : pack.expiry;

// Not a difference: Infinity - Infinity is no number.
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
