/**
 * Rule: two options cross in the first month at whose end the order of what they have cost so far is the other way round than
 * before. Equal sums are no order: touching without overtaking is no crossing.
 * Units: Fen, cumulative over the horizon's months (ends included).
 * Source: ASSUMPTION (formats.md names the crossing month without a definition).
 */
import type { Bill, OptionBill } from '../billing/bill.ts';
import type { Fen } from '../numeric/fixed.ts';
import type { Month } from '../scenario/types.ts';
import type { CompareBy } from './compareOptions.ts';

/** The running sum at each month's end, in the order of the months. */
export const cumulativeSeries = (option: OptionBill, by: CompareBy): readonly Fen[] => {
  let sum = 0n;
  return option.months.map((month) => {
    sum += month[by];
    return sum;
  });
};

export interface Crossing {
  readonly month: Month;
  /** the option that had cost less until then */
  readonly before: string;
  /** the option that has cost less since */
  readonly after: string;
}

/** The first crossing of two options of one bill; null where there is none, or where one of them is incomplete. */
export const findCrossing = (a: OptionBill, b: OptionBill, by: CompareBy): Crossing | null => {
  if (!a.complete || !b.complete) return null;
  const seriesB = cumulativeSeries(b, by);
  let lower: string | null = null;
  for (const [index, sumA] of cumulativeSeries(a, by).entries()) {
    const sumB = seriesB[index] ?? sumA;
    const now: string | null = sumA === sumB ? lower : sumA < sumB ? a.id : b.id;
    const month = a.months[index]?.month;
    if (lower !== null && now !== null && now !== lower && month !== undefined) return { month, before: lower, after: now };
    lower = now;
  }
  return null;
};

/** The first crossing of each other option with the baseline (null, or an option that is gone: the first). */
export const findCrossings = (bill: Bill, baseline: string | null, by: CompareBy): readonly Crossing[] => {
  const base = bill.options.find(({ id }) => id === baseline) ?? bill.options[0];
  if (base === undefined) return [];
  return bill.options.flatMap((option) => (option === base ? [] : (findCrossing(base, option, by) ?? [])));
};
