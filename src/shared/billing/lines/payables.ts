/**
 * What the charges of one usage line come to: one by one, and added up without an object for each.
 *
 * Rule: payable = Rfen(list cost - what packs covered), by month. Where packs left about the same part of every line, that part settles
 * the fen of nearly every charge (packs/evenLeft.ts); else, and for the others, the exact difference does.
 * Units: Amount 10^-12 CNY, fen. `at` counts the active months from 0.
 * Rounding: charge.ts.
 * Source: billing.md, 5.3.
 */
import { AMOUNT_PER_FEN, type Amount, type Fen } from '../../numeric/fixed.ts';
import { divideHalfUp } from '../../numeric/rounding.ts';
import { WideColumn } from '../../numeric/wide.ts';
import { halfOf, roundAbout, roundBetween, roundCharge, roundWideCharge } from '../charge.ts';
import type { MonthSum } from '../monthSum.ts';
import type { Drawn } from '../packs/drawn.ts';
import { bounds } from '../packs/evenLeft.ts';
import type { RatedLine } from './ratedLine.ts';

/** Where the draws of a line are. */
export interface LineDraws {
  readonly drawn: Drawn;
  readonly row: number;
}
export interface ChargeInput {
  readonly rated: RatedLine;
  /** null: no pack can pay for it */
  readonly draws: LineDraws | null;
}

export const uncoveredOf = ({ rated, draws }: ChargeInput, at: number): Amount =>
  rated.listCostOf(at) - (draws?.drawn.coveredOf(draws.row, rated.first + at) ?? 0n);

export const payableOf = (input: ChargeInput, at: number): Fen => {
  const { rated, draws } = input;
  if (draws === null || draws.drawn.even === null) return roundCharge(uncoveredOf(input, at), rated.usage.rounding);
  COST.set(0, rated.listCostOf(at));
  return BigInt(fenOf(input, at, COST.hi[0] ?? 0, COST.lo[0] ?? 0));
};

/** What packs covered of all charges. */
export const coveredOf = ({ rated, draws }: ChargeInput): Amount => {
  let sum = 0n;
  for (let at = 0; at < rated.length; at += 1) sum += draws?.drawn.coveredOf(draws.row, rated.first + at) ?? 0n;
  return sum;
};

/** The same, half up to fen. */
export const coveredFenOf = (input: ChargeInput): Fen => {
  const { rated, draws } = input;
  const even = draws?.drawn.even ?? null;
  if (even === null) return divideHalfUp(coveredOf(input), AMOUNT_PER_FEN);
  let [least, most] = [0n, 0n];
  for (let at = 0; at < rated.length; at += 1) {
    const month = rated.first + at;
    if (!even.isPaid(month)) continue;
    COST.set(0, rated.listCostOf(at));
    even.bound(rated, month, COST.hi[0] ?? 0, COST.lo[0] ?? 0);
    least += COST.get(0) - bounds.get(1);
    most += COST.get(0) - bounds.get(0);
  }
  const fen = divideHalfUp(least, AMOUNT_PER_FEN);
  return fen === divideHalfUp(most, AMOUNT_PER_FEN) ? fen : divideHalfUp(coveredOf(input), AMOUNT_PER_FEN);
};

/** Adds the payable of every charge. */
export const addPayables = (input: ChargeInput, sum: MonthSum): void => {
  for (let at = 0; at < input.rated.length; at += 1) addPayable(input, at, sum);
};

/** Adds the payable of a charge, or takes it off. */
export const addPayable = (input: ChargeInput, at: number, sum: MonthSum, sign: 1 | -1 = 1): void => {
  const { rated, draws } = input;
  const { listCosts, first } = rated;
  const isKernel = draws === null || draws.drawn.covered !== null || draws.drawn.even !== null;
  if (listCosts === null || !isKernel) {
    sum.addExact(first + at, BigInt(sign) * payableOf(input, at));
    return;
  }
  const { hi, from, lo } = listCosts;
  sum.addShort(first + at, sign * fenOf(input, at, hi[from + at] ?? 0, lo?.[at] ?? 0));
};

/** One value each, used for every charge. */
const COST = new WideColumn(1);
const UNCOVERED = new WideColumn(1);

/** payableOf of a list cost in columns. */
const fenOf = (input: ChargeInput, at: number, costHi: number, costLo: number): number => {
  const { rated, draws } = input;
  const { rounding } = rated.usage;
  if (draws === null) return roundWideCharge(costHi, costLo, rounding);
  const month = rated.first + at;
  const { covered, even, months } = draws.drawn;
  if (even !== null) {
    const fen = roundAbout(costHi * (even.parts[month] ?? 0), even.shared[month] ?? 0, halfOf(rounding));
    if (fen >= 0) return fen;
    if (!even.isPaid(month)) return roundWideCharge(costHi, costLo, rounding);
    even.bound(rated, month, costHi, costLo);
    const bounded = roundBetween(bounds, rounding);
    return bounded >= 0 ? bounded : Number(roundCharge(uncoveredOf(input, at), rounding));
  }
  const place = draws.row * months + month;
  UNCOVERED.put(0, costHi, costLo);
  UNCOVERED.add(0, -(covered?.hi[place] ?? 0), -(covered?.lo[place] ?? 0));
  return roundWideCharge(UNCOVERED.hi[0] ?? 0, UNCOVERED.lo[0] ?? 0, rounding);
};
