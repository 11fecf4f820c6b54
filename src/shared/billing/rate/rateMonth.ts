/**
 * What a line's month, or the days of it up to a given one, costs at list price.
 *
 * Rule: the part of a month up to active day j of n has the amount R12(A(q x j / n)) and the quantity R6(q x j / n); a part between
 * two days is the difference, so the parts add up to the month however it is cut.
 * Units: Amount 10^-12 CNY, Quantity 10^-6 units.
 * Rounding: R12 of amounts, R6 of quantities, each once.
 * Source: billing.md, 4.3.
 */
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import type { Ratio } from '../../numeric/ratio.ts';
import { divideHalfUp } from '../../numeric/rounding.ts';
import { tierSum } from './graduated.ts';
import type { Rate } from './rate.ts';

/** The exact quantity of one month and where its days lie. */
export interface MonthQuantity {
  /** q(m) = num / den, in 10^-6 units; flat, because there is one for every line and month */
  readonly num: bigint;
  readonly den: bigint;
  readonly activeDays: number;
  readonly instances: bigint;
  /** c: the exact quantity of the line's earlier months, only for graduated prices with tier clock `line` */
  readonly before: Ratio | null;
}

// 10^-6 units x 10^-10 CNY = 10^-16 CNY; an Amount is 10^-12 CNY.
const AMOUNT_SCALE = 10_000n;

/** R12(A(q x days / activeDays)) */
export const amountThrough = (rate: Rate, month: MonthQuantity, days: number): Amount => {
  const whole = days === month.activeDays;
  const num = whole ? month.num : month.num * BigInt(days);
  const den = whole ? month.den : month.den * BigInt(month.activeDays);
  if (rate.kind === 'flat') return divideHalfUp(num * rate.unitPrice, den * AMOUNT_SCALE);
  const { before, instances } = month;
  if (before === null) return divideHalfUp(tierSum(rate, { num, den }, instances), den * AMOUNT_SCALE);
  const common = before.den * den;
  const start = before.num * den;
  const sum = tierSum(rate, { num: start + num * before.den, den: common }, instances);
  return divideHalfUp(sum - tierSum(rate, { num: start, den: common }, instances), common * AMOUNT_SCALE);
};

/** R6(q x days / activeDays) */
export const quantityThrough = (month: MonthQuantity, days: number): Quantity => {
  if (days !== month.activeDays) return divideHalfUp(month.num * BigInt(days), month.den * BigInt(month.activeDays));
  return month.den === 1n ? month.num : divideHalfUp(month.num, month.den);
};
