/**
 * What a pack can pay in a phase.
 *
 * Rule: `none`: one balance for its life; `month`: full on its first day and on the 1st of each month; `level`: the standing level by
 * the day, R6(held x j / B) - R6(held x i / B) from day i (excluded) to day j (included) of the month, B = 30 for `days30`, else the
 * days of the month; what a phase does not use is lost.
 * Units: Amount of a money pack, Quantity of a quantity pack.
 * Rounding: R6 of a level (a money level too, so its 10^-12 end in six zeros).
 * Source: billing.md, 5 and 5.2; OSS resource packs (storage by the hour, traffic by the month), pages of 2021 to 2026-02.
 */
import { AMOUNT_DECIMALS, QUANTITY_DECIMALS } from '../../numeric/fixed.ts';
import { divideHalfUp } from '../../numeric/rounding.ts';
import type { DayNumber } from '../../time/calendar.ts';
import type { BurnPack } from './pack.ts';

/** Units of 10^-12 in one of 10^-6. */
const AMOUNT_PER_MICRO = 10n ** BigInt(AMOUNT_DECIMALS - QUANTITY_DECIMALS);

export interface MonthDays {
  readonly start: DayNumber;
  /** excluded */
  readonly end: DayNumber;
}

/** Balance of a `level` pack for the days [from, to) of a month. */
export const levelOf = (
  pack: Pick<BurnPack, 'monthBasis' | 'denomination' | 'held'>,
  month: MonthDays,
  from: DayNumber,
  to: DayNumber,
): bigint => {
  const basis = BigInt(pack.monthBasis === 'days30' ? 30 : month.end - month.start);
  const scale = pack.denomination === 'money' ? AMOUNT_PER_MICRO : 1n;
  const micro = pack.held / scale;
  const through = (day: DayNumber): bigint => divideHalfUp(micro * BigInt(day - month.start), basis);
  return (through(to) - through(from)) * scale;
};
