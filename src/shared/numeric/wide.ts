/**
 * Exact integers of up to 100 bits in two doubles, for the loops in which BigInt would make an object for every step.
 *
 * Shape: a value is hi + lo, both integers, hi the double nearest to the value. Every integer below 2^105 has exactly one such form,
 * and all operations here are exact on it; a caller that cannot keep inside `isWide` counts in BigInt instead.
 * Units: the caller's.
 * Source: error-free sums and products of doubles by T. J. Dekker, "A floating-point technique for extending the available
 * precision", 1971, and D. E. Knuth, The Art of Computer Programming, volume 2, 4.2.2.
 */

// Sums of 2^20 values below 2^76 stay below 2^96, and there nothing here rounds.
const LIMIT = 2n ** 76n;
/** The same as a double. */
export const WIDE_LIMIT = 2 ** 76;

/** From 0, and small enough that a million of them can be added. */
export const isWide = (value: bigint): boolean => value >= 0n && value < LIMIT;

/** A run of values that stands in a longer array from `from` on. */
export interface WideSlice {
  readonly hi: Float64Array;
  readonly from: number;
  /** of the run alone; null: all are 0 */
  readonly lo: readonly number[] | null;
}

/** A list of values in two columns of doubles. */
export class WideColumn {
  readonly hi: Float64Array;
  readonly lo: Float64Array;

  constructor(length: number) {
    this.hi = new Float64Array(length);
    this.lo = new Float64Array(length);
  }

  get(at: number): bigint {
    return wideToBigInt(this.hi[at] ?? 0, this.lo[at] ?? 0);
  }

  set(at: number, value: bigint): void {
    const hi = Number(value);
    this.hi[at] = hi;
    this.lo[at] = Number(value - BigInt(hi));
  }

  put(at: number, hi: number, lo: number): void {
    this.hi[at] = hi;
    this.lo[at] = lo;
  }

  /** Adds hi + lo, which may be negative. */
  add(at: number, hi: number, lo: number): void {
    const own = this.hi[at] ?? 0;
    const sum = own + hi;
    const part = sum - own;
    const rest = own - (sum - part) + (hi - part) + (this.lo[at] ?? 0) + lo;
    const nearest = sum + rest;
    this.hi[at] = nearest;
    this.lo[at] = rest - (nearest - sum);
  }

  copy(): WideColumn {
    const copy = new WideColumn(this.hi.length);
    copy.hi.set(this.hi);
    copy.lo.set(this.lo);
    return copy;
  }
}

export const wideToBigInt = (hi: number, lo: number): bigint => (lo === 0 ? BigInt(hi) : BigInt(hi) + BigInt(lo));

/**
 * What the last operation gave: a quotient in hi and lo, and in `rest` the remainder, or the fraction of a scaled value.
 * One for all, because a result of several numbers would be an object for every step. Read it before the next operation.
 */
export const result = { hi: 0.5, lo: 0.5, rest: 0.5 };

/** Below it every integer is a double. */
export const DOUBLE_LIMIT = 2 ** 53;
const SPLITTER = 2 ** 27 + 1;
const SHORT = 2 ** 26;

/** Sets `result` to a x b, exactly; both are integers below 2^53. */
export const multiply = (a: number, b: number): void => {
  const product = a * b;
  result.hi = product;
  result.lo = errorOfProduct(a, b, product);
};

/** What a x b lacks of the exact product. */
const errorOfProduct = (a: number, b: number, product: number): number => {
  const spreadA = SPLITTER * a;
  const highA = spreadA - (spreadA - a);
  const lowA = a - highA;
  // A short factor has no low half.
  if (b < SHORT) return lowA * b - (product - highA * b);
  const spreadB = SPLITTER * b;
  const highB = spreadB - (spreadB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
};

/**
 * Sets `result` to the whole quotient and the remainder of (hi + lo) / divisor, exactly.
 * The dividend is from 0 to below 2^105, the divisor an integer from 1 to 2^50.
 *
 * A long division with digits of 53 bits: each difference below is an integer that a double holds.
 */
export const divide = (hi: number, lo: number, divisor: number): void => {
  const first = Math.floor(hi / divisor);
  // No quotient of integers below 2^53 is rounded up to a whole number.
  if (lo === 0 && hi < DOUBLE_LIMIT) {
    result.hi = first;
    result.lo = 0;
    result.rest = hi - first * divisor;
    return;
  }
  const product = first * divisor;
  const difference = hi - product;
  const error = lo - errorOfProduct(first, divisor, product);
  const left = difference + error;
  const part = left - difference;
  const leftError = difference - (left - part) + (error - part);
  // The usual case: the first digit is the quotient.
  if (leftError === 0 && left >= 0 && left < divisor) {
    result.hi = first;
    result.lo = 0;
    result.rest = left;
    return;
  }
  // `left` is below 2^53, so its quotient is never rounded up to a whole number: the second digit is right.
  const second = Math.floor(left / divisor);
  const secondProduct = second * divisor;
  const rest = left - secondProduct + (leftError - errorOfProduct(second, divisor, secondProduct));
  setSum(first, second);
  result.rest = rest;
};

/** Sets hi and lo of `result` to a + b; `b` is the smaller one. */
const setSum = (a: number, b: number): void => {
  const sum = a + b;
  result.hi = sum;
  result.lo = b - (sum - a);
};

/** Sets `result` to the nearest quotient, halves up; as `divide`. */
export const divideNearest = (hi: number, lo: number, divisor: number): void => {
  divide(hi, lo, divisor);
  if (result.rest * 2 >= divisor) setSum(result.hi, result.lo + 1);
};

/**
 * Of integers from 0 (the divisor from 1) that doubles hold. A remainder of doubles is slow; whatever a quotient is rounded to, only that of a
 * multiple leads back.
 */
export const isMultiple = (value: number, divisor: number): boolean => Math.floor(value / divisor) * divisor === value;

// The remainder below stays inside 32 bits.
const SHORT_DIVISOR = 2 ** 29;

/**
 * Sets hi and lo of `result` to a x b / divisor, the nearest, halves up. All are integers from 0 (the divisor from 1): `a` and `b` below 2^53,
 * their product below 2^105, the divisor at most 2^50.
 *
 * A quotient of doubles below 2^53 is wrong by less than 3, so its remainder is a small number: 32-bit products, which drop all higher
 * bits, have it whole.
 */
export const multiplyDivide = (a: number, b: number, divisor: number): void => {
  const quotient = Math.round((a * b) / divisor);
  if (quotient < DOUBLE_LIMIT - 4 && divisor < SHORT_DIVISOR) {
    const rest = (Math.imul(a, b) - Math.imul(quotient, divisor)) | 0;
    const twice = 2 * rest;
    result.hi = twice >= -divisor && twice < divisor ? quotient : quotient + Math.floor((twice + divisor) / (2 * divisor));
    result.lo = 0;
    return;
  }
  multiply(a, b);
  divideNearest(result.hi, result.lo, divisor);
};

/** A quotient of two values to about 100 bits: what shares are made with. */
export interface WideRatio {
  readonly hi: number;
  readonly lo: number;
}

export const wideRatio = (numHi: number, numLo: number, denHi: number, denLo: number): WideRatio => {
  const first = numHi / denHi;
  const product = first * denHi;
  const left = numHi - product - errorOfProduct(first, denHi, product) + numLo - first * denLo;
  const second = left / denHi;
  const sum = first + second;
  return { hi: sum, lo: second - (sum - first) };
};

const RATIO_BITS = 120n;

/** Of integers of any length: `num` from 0, `den` above 0. A negative shift drops bits that no ratio of this width has. */
export const wideRatioOf = (num: bigint, den: bigint): WideRatio => {
  const shift = RATIO_BITS + BigInt(den.toString(2).length - num.toString(2).length);
  const quotient = (num << shift) / den;
  const hi = Number(quotient);
  const unit = 2 ** -Number(shift);
  return { hi: hi * unit, lo: Number(quotient - BigInt(hi)) * unit };
};

/** Of a value made by `scale`, at most: by how much its fraction may be wrong. */
export const scaleError = (hi: number): number => hi * 2 ** -90 + 2 ** -50;

/**
 * Sets `result` to (hi + lo) x ratio: the whole part in hi and lo, the fraction in `rest`. Not exact: where the fraction is nearer than
 * `scaleError` to the place that decides, the caller counts in BigInt.
 */
export const scale = (ratio: WideRatio, hi: number, lo: number): void => {
  const high = ratio.hi * hi;
  const low = errorOfProduct(ratio.hi, hi, high) + (ratio.hi * lo + ratio.lo * hi);
  const nearest = high + low;
  const whole = Math.floor(nearest);
  const rest = nearest - whole + (low - (nearest - high));
  const carry = Math.floor(rest);
  setSum(whole, carry);
  result.rest = rest - carry;
};
