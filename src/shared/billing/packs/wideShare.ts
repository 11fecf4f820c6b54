/**
 * share.ts for wide columns: the same shares, to the last unit.
 *
 * A share is first made to about 100 bits. Where its fraction is too near to a whole number, or to the remainder that decides, for that
 * to be certain, the remainder is counted in BigInt.
 * Rule, units, source: share.ts.
 */
import { selectLargest } from '../../numeric/select.ts';
import { result, scale, scaleError, WideColumn, type WideRatio, wideRatio, wideToBigInt } from '../../numeric/wide.ts';

export interface WideShareInput {
  /** below the sum of the demands */
  readonly balance: bigint;
  readonly total: bigint;
  /** above 0 */
  readonly demands: WideColumn;
  readonly count: number;
}

/** Shares of the first `count` demands, in the columns of `shares`. */
export const shareWide = (input: WideShareInput, shares: WideColumn): void => {
  const { count, balance, total } = input;
  const ends = new WideColumn(2);
  ends.set(0, balance);
  ends.set(1, total);
  const ratio = wideRatio(ends.hi[0] ?? 0, ends.lo[0] ?? 0, ends.hi[1] ?? 0, ends.lo[1] ?? 0);
  const fractions = new Float64Array(count);
  const left = Number(balance - shareWhole(input, ratio, { shares, fractions }));
  if (left === 0) return;
  const threshold = selectLargest(fractions.slice(), left);
  const slack = 2 * scaleError(highest(input));
  const close: number[] = [];
  let open = left;
  for (let at = 0; at < count; at += 1) {
    const above = (fractions[at] ?? 0) - threshold;
    if (above > slack) {
      shares.add(at, 1, 0);
      open -= 1;
    } else if (above >= -slack) {
      close.push(at);
    }
  }
  for (const at of firstByRemainder(input, close, open)) shares.add(at, 1, 0);
};

const highest = ({ demands, count }: WideShareInput): number => {
  let most = 0;
  for (let at = 0; at < count; at += 1) most = Math.max(most, demands.hi[at] ?? 0);
  return most;
};

interface WholeShares {
  readonly shares: WideColumn;
  readonly fractions: Float64Array;
}
/** Whole units and fraction of balance x demand / total for each demand; returns the sum of the whole units. */
const shareWhole = (input: WideShareInput, ratio: WideRatio, { shares, fractions }: WholeShares): bigint => {
  const { demands, count } = input;
  const sum = new WideColumn(1);
  let [hi, lo] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const demandHi = demands.hi[at] ?? 0;
    const demandLo = demands.lo[at] ?? 0;
    // Equal neighbours have equal shares.
    if (at === 0 || demandHi !== hi || demandLo !== lo) {
      [hi, lo] = [demandHi, demandLo];
      scale(ratio, hi, lo);
      const error = scaleError(result.hi);
      if (result.rest < error || result.rest > 1 - error) countWhole(input, at);
    }
    shares.put(at, result.hi, result.lo);
    fractions[at] = result.rest;
    sum.add(0, result.hi, result.lo);
  }
  return sum.get(0);
};

/** Sets `result` as `scale` does, but certain. */
const countWhole = ({ balance, total, demands }: WideShareInput, at: number): void => {
  const product = balance * demands.get(at);
  const share = product / total;
  const column = new WideColumn(1);
  column.set(0, share);
  result.hi = column.hi[0] ?? 0;
  result.lo = column.lo[0] ?? 0;
  result.rest = Number(product - share * total) / Number(total);
};

/** Those of `places` with the largest remainders, equal ones in the order of the lines. */
const firstByRemainder = (input: WideShareInput, places: readonly number[], count: number): readonly number[] => {
  if (count >= places.length) return places;
  const { demands, balance, total } = input;
  const [first = 0] = places;
  const isSame = (at: number): boolean => demands.hi[at] === demands.hi[first] && demands.lo[at] === demands.lo[first];
  if (places.every(isSame)) return places.slice(0, count);
  const remainders = new Map<bigint, bigint>();
  const remainderOf = (at: number): bigint => {
    const demand = wideToBigInt(demands.hi[at] ?? 0, demands.lo[at] ?? 0);
    const known = remainders.get(demand) ?? (balance * demand) % total;
    remainders.set(demand, known);
    return known;
  };
  const ranked = places.map((at) => ({ at, remainder: remainderOf(at) }));
  // A stable sort keeps the order of the lines among equal remainders.
  ranked.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : 0));
  return ranked.slice(0, count).map(({ at }) => at);
};
