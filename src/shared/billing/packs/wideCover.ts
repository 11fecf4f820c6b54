/**
 * cover.ts for wide columns: what a share pays for is taken off what a line has left.
 *
 * Exact where the numbers fit one double; else to about 100 bits, and in BigInt where that does not settle the rounding.
 * Rule, units, source: cover.ts.
 */
import { divideNearest, multiply, result, scale, scaleError, WideColumn, wideRatio } from '../../numeric/wide.ts';
import { coverPart } from './cover.ts';
import type { MeasureTarget } from './pack.ts';

export interface WideCoverInput {
  /** what the lines have left */
  readonly left: MeasureTarget;
  readonly row: number;
  readonly denomination: 'money' | 'quantity';
  readonly shares: WideColumn;
  /** position in `shares` */
  readonly share: number;
}

const LARGEST_DIVISOR = 2 ** 50;
const LARGEST_FACTOR = 2 ** 53;

/** Moves the covered part from what is left to `to`. */
export const coverWide = (input: WideCoverInput, to: MeasureTarget): void => {
  const { left, row, denomination, shares, share } = input;
  const paid = denomination === 'money' ? left.amounts : left.quantities;
  const other = denomination === 'money' ? left.quantities : left.amounts;
  const shareHi = shares.hi[share] ?? 0;
  const shareLo = shares.lo[share] ?? 0;
  const [paidTo, otherTo] = denomination === 'money' ? [to.amounts, to.quantities] : [to.quantities, to.amounts];
  paidTo.put(to.at, shareHi, shareLo);
  const otherHi = other.hi[row] ?? 0;
  const otherLo = other.lo[row] ?? 0;
  otherTo.put(to.at, otherHi, otherLo);
  const isAll = shareHi === paid.hi[row] && shareLo === paid.lo[row];
  if (!isAll) coverOther(input, { paid, other, otherTo, at: to.at });
  paid.add(row, -shareHi, -shareLo);
  other.add(row, -(otherTo.hi[to.at] ?? 0), -(otherTo.lo[to.at] ?? 0));
};

interface OtherSide {
  readonly paid: WideColumn;
  readonly other: WideColumn;
  /** holds all of the other side; gets the covered part of it */
  readonly otherTo: WideColumn;
  readonly at: number;
}
/** What is covered of the quantity by a share of the amount, or of the amount by a share of the quantity. */
const coverOther = (input: WideCoverInput, { paid, other, otherTo, at }: OtherSide): void => {
  const { row, denomination, shares, share } = input;
  const isMoney = denomination === 'money';
  REST.put(0, isMoney ? (paid.hi[row] ?? 0) : 0, isMoney ? (paid.lo[row] ?? 0) : 0);
  const sign = isMoney ? -1 : 1;
  REST.add(0, sign * (shares.hi[share] ?? 0), sign * (shares.lo[share] ?? 0));
  // The part of the other side that goes with `REST`: what stays of a quantity, what is covered of an amount.
  if (!settlePart(paid, other, row)) {
    otherTo.set(at, coverExactly(input, { paid, other }));
  } else if (isMoney) {
    otherTo.add(at, -result.hi, -result.lo);
  } else {
    otherTo.put(at, result.hi, result.lo);
  }
};

/** One value, used for every line. */
const REST = new WideColumn(1);

/** Sets `result` to other x REST / paid, halves up; false where the kernel cannot tell. */
const settlePart = (paid: WideColumn, other: WideColumn, row: number): boolean => {
  const restHi = REST.hi[0] ?? 0;
  const paidHi = paid.hi[row] ?? 0;
  const otherHi = other.hi[row] ?? 0;
  if (paidHi < LARGEST_DIVISOR && otherHi < LARGEST_FACTOR) {
    multiply(otherHi, restHi);
    divideNearest(result.hi, result.lo, paidHi);
    return true;
  }
  scale(wideRatio(restHi, REST.lo[0] ?? 0, paidHi, paid.lo[row] ?? 0), otherHi, other.lo[row] ?? 0);
  if (Math.abs(result.rest - 0.5) < scaleError(result.hi)) return false;
  if (result.rest > 0.5) addOne();
  return true;
};

const addOne = (): void => {
  const { hi, lo } = result;
  REST.put(0, hi, lo);
  REST.add(0, 1, 0);
  result.hi = REST.hi[0] ?? 0;
  result.lo = REST.lo[0] ?? 0;
};

const coverExactly = (input: WideCoverInput, { paid, other }: Pick<OtherSide, 'paid' | 'other'>): bigint => {
  const { row, denomination, shares, share } = input;
  const isMoney = denomination === 'money';
  const [amountBefore, quantityBefore] = isMoney ? [paid.get(row), other.get(row)] : [other.get(row), paid.get(row)];
  const covered = coverPart({ denomination, share: shares.get(share), amountBefore, quantityBefore });
  return isMoney ? covered.quantity : covered.amount;
};
