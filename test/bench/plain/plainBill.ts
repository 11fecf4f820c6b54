/**
 * A bill as a plain program would make it, for the plans of this bench only: flat prices, whole months, money packs that start on
 * the 1st and live for a year. Same rules as the engine (billing.md, 4.1, 4.3, 5.2, 5.3), less work: no issues, no draws, no quantities
 * left over, no expense.
 */
import type { PackLine, UsageLine } from '../../../src/shared/scenario/types.ts';
import type { Arithmetic } from './arithmetic.ts';

export const MONTHS = 12;

export interface PlainPack<N> {
  /** position of its first month */
  readonly start: number;
  readonly held: N;
}
/** Packs in burn order and the amounts of the lines that they pay for, line by line, month by month. */
export interface PlainGroup<N> {
  readonly amounts: (readonly N[])[];
  readonly packs: readonly PlainPack<N>[];
}
export interface PlainResult<N> {
  /** of each month */
  readonly payable: readonly N[];
  /** of each pack of the group */
  readonly used: readonly N[];
}

const monthAt = (month: string | null): number => (month === null ? 0 : Number(month.slice(5, 7)) - 1);

export const rateLine = <N>(numbers: Arithmetic<N>, line: UsageLine, price: N): readonly N[] => {
  const first = monthAt(line.from);
  const end = line.to === null ? MONTHS : monthAt(line.to) + 1;
  const quantity = numbers.read(line.quantity ?? '0');
  const growth = numbers.read(line.growth ?? '0');
  const instances = numbers.read(line.instances ?? '1');
  return Array.from({ length: MONTHS }, (_, month) => {
    if (month < first || month >= end) return numbers.zero;
    return numbers.amount(numbers.quantity({ quantity, growth, months: month - first, instances }), price);
  });
};

/** `packs` in burn order. */
export const readPacks = <N>(numbers: Arithmetic<N>, packs: readonly PackLine[]): readonly PlainPack<N>[] =>
  packs.map(({ start, amount }) => ({ start: monthAt(start), held: numbers.read(amount ?? '0') }));

export const burnGroup = <N>(numbers: Arithmetic<N>, { amounts, packs }: PlainGroup<N>): PlainResult<N> => {
  const balances = packs.map(({ held }) => held);
  const payable: N[] = [];
  for (let month = 0; month < MONTHS; month += 1) {
    const left = amounts.map((line) => line[month] ?? numbers.zero);
    for (const [at, pack] of packs.entries()) {
      if (pack.start <= month) balances[at] = burnPack(numbers, left, balances[at] ?? numbers.zero);
    }
    payable.push(left.reduce((sum, amount) => numbers.add(sum, numbers.payable(amount)), numbers.zero));
  }
  return { payable, used: packs.map(({ held }, at) => numbers.subtract(held, balances[at] ?? held)) };
};

/** Takes from `left` what the pack pays; returns the balance after. */
const burnPack = <N>(numbers: Arithmetic<N>, left: N[], balance: N): N => {
  if (numbers.compare(balance, numbers.zero) === 0) return balance;
  const demand = left.reduce(numbers.add, numbers.zero);
  if (numbers.compare(balance, demand) >= 0) {
    left.fill(numbers.zero);
    return numbers.subtract(balance, demand);
  }
  const shares = left.map((wanted) => numbers.share(balance, wanted, demand));
  const rest = numbers.units(shares.reduce((sum, { part }) => numbers.subtract(sum, part), balance));
  const ranked = shares
    .map((_, at) => at)
    .sort((a, b) => {
      const [first, second] = [shares[a], shares[b]];
      return first === undefined || second === undefined ? 0 : numbers.compare(second.remainder, first.remainder) || a - b;
    });
  const lucky = new Set(ranked.slice(0, rest));
  for (const [at, { part }] of shares.entries()) {
    left[at] = numbers.subtract(left[at] ?? numbers.zero, lucky.has(at) ? numbers.addUnit(part) : part);
  }
  return numbers.zero;
};
