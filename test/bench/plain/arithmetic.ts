/** The few operations of a plain bill, on the number kinds that a program could use instead of the engine's. */
import Big from 'big.js';
import { Decimal } from 'decimal.js';

/** Amounts have 12 decimals, quantities 6. */
export interface Arithmetic<N> {
  readonly zero: N;
  readonly read: (text: string) => N;
  readonly add: (a: N, b: N) => N;
  readonly subtract: (a: N, b: N) => N;
  readonly compare: (a: N, b: N) => number;
  /** R6(quantity x (1 + growth)^months) x instances */
  readonly quantity: (input: { readonly quantity: N; readonly growth: N; readonly months: number; readonly instances: N }) => N;
  /** R12(quantity x price) */
  readonly amount: (quantity: N, price: N) => N;
  /** balance x wanted / demand, down to 12 decimals, and what that leaves of balance x wanted */
  readonly share: (balance: N, wanted: N, demand: N) => { readonly part: N; readonly remainder: N };
  /** how many 10^-12 there are in it */
  readonly units: (amount: N) => number;
  readonly addUnit: (amount: N) => N;
  /** down to fen */
  readonly payable: (amount: N) => N;
  /** plain text, to compare results */
  readonly text: (value: N) => string;
}

const ScaledDecimal = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true });
const DECIMAL_UNIT = new ScaledDecimal('0.000000000001');

export const decimalArithmetic: Arithmetic<Decimal> = {
  zero: new ScaledDecimal(0),
  read: (text) => new ScaledDecimal(text),
  add: (a, b) => a.plus(b),
  subtract: (a, b) => a.minus(b),
  compare: (a, b) => a.comparedTo(b),
  quantity: ({ quantity, growth, months, instances }) =>
    quantity.times(growth.plus(1).pow(months)).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).times(instances),
  amount: (quantity, price) => quantity.times(price).toDecimalPlaces(12, Decimal.ROUND_HALF_UP),
  share: (balance, wanted, demand) => {
    const whole = balance.times(wanted);
    const part = whole.div(demand).toDecimalPlaces(12, Decimal.ROUND_DOWN);
    return { part, remainder: whole.minus(part.times(demand)) };
  },
  units: (amount) => amount.div(DECIMAL_UNIT).toNumber(),
  addUnit: (amount) => amount.plus(DECIMAL_UNIT),
  payable: (amount) => amount.toDecimalPlaces(2, Decimal.ROUND_DOWN),
  text: (value) => value.toFixed(),
};

const PreciseBig = Big();
PreciseBig.DP = 40;

/** R12(quantity x price) with big.js, for the row of line amounts. */
export const bigAmount = (quantity: Big, price: Big): Big => quantity.times(price).round(12, Big.roundHalfUp);
export const readBig = (text: string): Big => new PreciseBig(text);

const decimals = (text: string, count: number): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(count, '0'));
};
const halfUp = (value: bigint, divisor: bigint): bigint => (value + divisor / 2n) / divisor;
const SCALE = 10n ** 12n;
const FEN = 10n ** 10n;

/** Everything is an integer of 10^-12. */
export const bigintArithmetic: Arithmetic<bigint> = {
  zero: 0n,
  read: (text) => decimals(text, 12),
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  quantity: ({ quantity, growth, months, instances }) => {
    const power = BigInt(months);
    const base = halfUp(quantity * (growth + SCALE) ** power, SCALE ** power * 10n ** 6n) * 10n ** 6n;
    return (base * instances) / SCALE;
  },
  amount: (quantity, price) => halfUp(quantity * price, SCALE),
  share: (balance, wanted, demand) => {
    const whole = balance * wanted;
    const part = whole / demand;
    return { part, remainder: whole - part * demand };
  },
  units: Number,
  addUnit: (amount) => amount + 1n,
  payable: (amount) => (amount / FEN) * FEN,
  text: (value) => {
    const digits = value.toString().padStart(13, '0');
    return `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, '');
  },
};
