/**
 * The expense of a bought pack in a month, spread over what it paid for and what of it went to waste.
 *
 * Rule: in proportion to the units used, lapsed and forfeited in the month, by running sums, so that the shares of a month add up to
 * the engine's expense of that month to the last digit, in whatever pieces they are taken. A month whose expense meets no balance
 * keeps all of it for what is unused.
 * Units: Amount 10^-12 CNY; units of the pack.
 * Rounding: down to 10^-12 CNY of each running sum; the rest of the month is what is unused.
 * Source: FOCUS 1.2, EffectiveCost: the method is the generator's own, in proportion to the quantity.
 */
import type { PackBill } from '../../../shared/billing/bill.ts';
import { AMOUNT_PER_FEN, type Amount } from '../../../shared/numeric/fixed.ts';
import type { Month } from '../../../shared/time/calendar.ts';

export interface UnusedPart {
  readonly month: Month;
  readonly quantity: bigint;
  readonly expense: Amount;
}
export interface PackSpread {
  /** the share of so many units that were used in the month */
  readonly take: (month: Month, used: bigint) => Amount;
  /** what nobody has taken, by month; months without any are left out */
  readonly unused: () => readonly UnusedPart[];
}
interface MonthSpread {
  readonly expense: Amount;
  readonly units: bigint;
  taken: bigint;
}

export const createPackSpread = (pack: PackBill): PackSpread => {
  const months = new Map<Month, MonthSpread>();
  const expenseOf = (month: Month): Amount => (pack.expense.get(month) ?? 0n) * AMOUNT_PER_FEN;
  for (const { month, used, lapsed, forfeited } of pack.timeline.months) {
    months.set(month, { expense: expenseOf(month), units: used + lapsed + forfeited, taken: 0n });
  }
  for (const month of pack.expense.keys()) {
    if (!months.has(month)) months.set(month, { expense: expenseOf(month), units: 0n, taken: 0n });
  }
  return {
    take: (month, used) => {
      const spread = months.get(month);
      if (spread === undefined) return 0n;
      const before = recognised(spread);
      spread.taken += used;
      return recognised(spread) - before;
    },
    unused: () =>
      [...months]
        .map(([month, spread]) => ({ month, quantity: spread.units - spread.taken, expense: spread.expense - recognised(spread) }))
        .filter(({ quantity, expense }) => quantity !== 0n || expense !== 0n)
        .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
  };
};

const recognised = ({ expense, units, taken }: MonthSpread): Amount => (units === 0n ? 0n : (expense * taken) / units);
