/** A million line amounts R12(quantity x price), each kind of number on its own representation, the results compared. */
import { divideHalfUp } from '../../../src/shared/numeric/rounding.ts';
import { multiplyDivide, result, WideColumn } from '../../../src/shared/numeric/wide.ts';
import { timeInTurns } from '../measure.ts';
import { bigAmount, decimalArithmetic, readBig } from '../plain/arithmetic.ts';
import type { BenchRow } from '../report.ts';

const COUNT = 1_000_000;
// 10^-6 units x 10^-10 CNY = 10^-16 CNY; an amount is 10^-12 CNY.
const AMOUNT_SCALE = 10_000;
const LARGEST_DOUBLE = BigInt(Number.MAX_SAFE_INTEGER);

/** Quantity in 10^-6 units, price in 10^-10 CNY. */
interface Amounts {
  readonly quantities: readonly bigint[];
  readonly prices: readonly bigint[];
}

/** A fixed sequence of 32-bit numbers (xorshift), so that every run has the same data. */
const randomBits = (): (() => number) => {
  let state = 2_463_534_242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
};

/** Half of them end exactly between two results; the others are any quantity at any price. */
const tieRich = (): Amounts => {
  const next = randomBits();
  const quantities: bigint[] = [];
  const prices: bigint[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    const isTie = at % 2 === 0;
    // (odd x 50) x (odd x 100) ends with 5000 or with 15000: half of the scale.
    quantities.push(isTie ? BigInt((next() % 20_000_000) * 2 + 1) * 50n : BigInt(next()) * 97n);
    prices.push(isTie ? BigInt((next() % 500_000) * 2 + 1) * 100n : BigInt(next() % 400_000_000));
  }
  return { quantities, prices };
};

/** Up to the limits of billing.md, section 1: 10^12 units at 10^9 CNY. A third needs more than a double's 53 bits. */
const wide = (): Amounts => {
  const next = randomBits();
  const quantities: bigint[] = [];
  const prices: bigint[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    const isHuge = at % 3 === 0;
    quantities.push(isHuge ? (BigInt(next()) << 27n) + BigInt(next() >>> 5) : (BigInt(next()) << 18n) + BigInt(next() >>> 14));
    prices.push(isHuge ? (BigInt(next()) << 31n) + BigInt(next() >>> 1) : (BigInt(next()) << 8n) + BigInt(next() >>> 24));
  }
  return { quantities, prices };
};

/** The same in two doubles where they hold it; the engine chooses for each line in the same way (lines/rateLine.ts). */
class Ours {
  readonly amounts = new WideColumn(COUNT);
  /** amounts that the columns cannot hold */
  readonly exact: (bigint | undefined)[] = new Array<undefined>(COUNT).fill(undefined);
  readonly #input: Amounts;
  readonly #quantities: Float64Array;
  readonly #prices: Float64Array;

  constructor(input: Amounts) {
    this.#input = input;
    const toDouble = (value: bigint): number => (value <= LARGEST_DOUBLE ? Number(value) : Number.NaN);
    this.#quantities = Float64Array.from(input.quantities, toDouble);
    this.#prices = Float64Array.from(input.prices, toDouble);
  }

  run(): void {
    const { hi, lo } = this.amounts;
    for (let at = 0; at < COUNT; at += 1) {
      const quantity = this.#quantities[at] ?? 0;
      const price = this.#prices[at] ?? 0;
      if (quantity * price < 2 ** 104) {
        multiplyDivide(quantity, price, AMOUNT_SCALE);
        hi[at] = result.hi;
        lo[at] = result.lo;
      } else {
        this.exact[at] = bigintAmount(this.#input.quantities[at] ?? 0n, this.#input.prices[at] ?? 0n);
      }
    }
  }

  get(at: number): bigint {
    return this.exact[at] ?? this.amounts.get(at);
  }
}

const bigintAmount = (quantity: bigint, price: bigint): bigint => divideHalfUp(quantity * price, BigInt(AMOUNT_SCALE));

/** Works on a kind of number's own form of the data, and keeps the results. */
const peerOf = <N>({ quantities, prices }: Amounts, read: (text: string) => N, amount: (quantity: N, price: N) => N) => {
  const own = quantities.map((each) => read(decimalText(each, 6)));
  const ownPrices = prices.map((each) => read(decimalText(each, 10)));
  const results = new Array<N>(COUNT);
  return (): void => {
    for (const [at, quantity] of own.entries()) {
      const price = ownPrices[at];
      if (price !== undefined) results[at] = amount(quantity, price);
    }
  };
};

const decimalText = (value: bigint, decimals: number): string => {
  const digits = value.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

const benchOn = async (what: string, input: Amounts): Promise<readonly BenchRow[]> => {
  const ours = new Ours(input);
  const decimal = peerOf(input, decimalArithmetic.read, decimalArithmetic.amount);
  const big = peerOf(input, readBig, bigAmount);
  const exact = new Array<bigint>(COUNT);
  const bigint = (): void => {
    for (const [at, quantity] of input.quantities.entries()) exact[at] = bigintAmount(quantity, input.prices[at] ?? 0n);
  };
  const times = await timeInTurns({
    ours: { work: () => ours.run(), rounds: 6 },
    decimal: { work: decimal, rounds: 3 },
    big: { work: big, rounds: 2 },
    bigint: { work: bigint, rounds: 6 },
  });
  const mismatches = exact.reduce((count, amount, at) => count + (ours.get(at) === amount ? 0 : 1), 0);
  const note = `${mismatches} of ours differ from BigInt`;
  // A wrong result has no speed.
  const row = { work: `10^6 line amounts, ${what}`, unit: 'ms', ours: mismatches === 0 ? times.ours : null, high: null, note } as const;
  return [
    { ...row, peer: 'decimal.js, precision 40', theirs: times.decimal, target: { kind: 'timesLess', times: 30 } },
    { ...row, peer: 'big.js', theirs: times.big, target: null },
    { ...row, peer: 'BigInt', theirs: times.bigint, target: null },
  ];
};

export const benchAmounts = async (): Promise<readonly BenchRow[]> => [
  ...(await benchOn('half of them ties', tieRich())),
  ...(await benchOn('up to the limits of billing.md', wide())),
];
