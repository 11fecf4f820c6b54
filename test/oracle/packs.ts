/** Packs: balances, burn order and burn-down of one month (billing.md, section 5). */
import type { PackSku, PriceBook } from '../../src/shared/pricebook/types.ts';
import type { PackLine } from '../../src/shared/scenario/types.ts';
import { dayOf, firstOf, lengthOf, monthOfDay, plusMonths } from './civil.ts';
import { D, type MeteredLine, type Num, round } from './usage.ts';

export interface OraclePack {
  readonly id: string;
  readonly line: PackLine | null;
  readonly sku: PackSku;
  readonly start: number;
  /** Infinity: none */
  readonly expiry: number;
  readonly held: Num;
  readonly cost: Num;
  balance: Num;
  used: Num;
  forfeited: Num;
  /** the days on which it paid the last of its balance */
  readonly ranOut: number[];
}

const findPack = (book: PriceBook, id: string): PackSku => {
  const sku = book.skus.find((candidate) => candidate.sku === id);
  if (sku?.kind !== 'pack') throw new Error(`oracle: ${id}`);
  return sku;
};

export const makePacks = (book: PriceBook, lines: readonly PackLine[], horizonFirst: number): OraclePack[] => {
  const bought = lines.map((line): OraclePack => {
    const sku = findPack(book, line.sku);
    const start = line.start === null ? firstOf(horizonFirst) : dayOf(line.start);
    const count = line.count ?? '1';
    const held = new D(line.amount ?? sku.amount ?? '').times(count);
    const cost = new D(line.price ?? sku.price ?? '').times(count);
    const balance = line.remaining !== null && sku.reset === 'none' ? new D(line.remaining) : held;
    return {
      id: line.id,
      line,
      sku,
      start,
      expiry: expiryOf(line, sku, start),
      held,
      cost,
      balance,
      used: new D(0),
      forfeited: new D(0),
      ranOut: [],
    };
  });
  const standing = book.skus.filter((sku): sku is PackSku => sku.kind === 'pack' && sku.class === 'allowance' && sku.amount !== null);
  return [
    ...bought,
    ...standing.map((sku): OraclePack => {
      const held = new D(sku.amount ?? '0');
      return {
        id: sku.sku,
        line: null,
        sku,
        start: -Infinity,
        expiry: Infinity,
        held,
        cost: new D(0),
        balance: held,
        used: new D(0),
        forfeited: new D(0),
        ranOut: [],
      };
    }),
  ];
};

const expiryOf = (line: PackLine, sku: PackSku, start: number): number => {
  if (line.expiry !== null) return dayOf(line.expiry);
  if (sku.validity === 'none') return Infinity;
  return 'months' in sku.validity ? plusMonths(start, sku.validity.months) : start + sku.validity.days;
};

export const inScope = (pack: OraclePack, use: MeteredLine): boolean => {
  const { providers, categories, skus } = pack.sku.scope;
  return (
    (providers?.includes(use.sku.provider) ?? true) &&
    (categories?.includes(use.sku.category) ?? true) &&
    (skus?.includes(use.sku.sku) ?? true)
  );
};

const burnKey = (book: PriceBook, pack: OraclePack, month: number): readonly (number | string)[] => {
  const classes = book.providers.find((provider) => provider.id === pack.sku.provider)?.burnClasses ?? [];
  const expiry = pack.sku.reset === 'month' ? Math.min(pack.expiry, firstOf(month + 1)) : pack.expiry;
  return [classes.indexOf(pack.sku.class), pack.sku.priority ?? 0, expiry, pack.start, pack.id];
};
const byKey = (a: readonly (number | string)[], b: readonly (number | string)[]): number => {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? 0;
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
};

interface Left {
  readonly use: MeteredLine;
  amount: Num;
  quantity: Num;
  /** share of the phase that has passed when what is left begins */
  since: Num;
}
export interface MonthResult {
  /** by line id: what no pack covered */
  readonly uncovered: Map<string, Num>;
  readonly covered: Record<string, Num>;
}

/** Burns one calendar month; changes the packs' balances. */
export const burnMonth = (book: PriceBook, packs: readonly OraclePack[], uses: readonly MeteredLine[], month: number): MonthResult => {
  const start = firstOf(month);
  const end = firstOf(month + 1);
  const relevant = packs.filter((pack) => uses.some((use) => inScope(pack, use)));
  const cuts = new Set([start, end]);
  for (const pack of relevant) for (const day of [pack.start, pack.expiry]) if (day > start && day < end) cuts.add(day);
  for (const use of uses) for (const day of [use.from, use.to + 1]) if (day > start && day < end) cuts.add(day);
  const days = [...cuts].sort((a, b) => a - b);
  for (const pack of packs) if (pack.sku.reset === 'month') pack.balance = pack.held;
  const order = relevant.toSorted((a, b) => byKey(burnKey(book, a, month), burnKey(book, b, month)));
  const result: MonthResult = { uncovered: new Map(), covered: {} };
  for (const [at, from] of days.slice(0, -1).entries()) {
    const to = days[at + 1] ?? from;
    const left = uses.flatMap((use) => partOf(use, month, from, to));
    for (const pack of order) {
      if (pack.start > from || pack.expiry < to) continue;
      if (pack.sku.reset === 'level') pack.balance = levelBalance(pack, month, from - start, to - start);
      burnPack(pack, left, result, { from, to });
    }
    for (const { use, amount } of left) result.uncovered.set(use.line.id, (result.uncovered.get(use.line.id) ?? new D(0)).plus(amount));
  }
  return result;
};

const partOf = (use: MeteredLine, month: number, from: number, to: number): Left[] => {
  const found = use.months.find((candidate) => candidate.month === month);
  if (found === undefined || from < found.first || to > found.first + found.days) return [];
  const [i, j] = [from - found.first, to - found.first];
  const amount = found.amountUpTo(j).minus(found.amountUpTo(i));
  return [{ use, amount, quantity: found.quantityUpTo(j).minus(found.quantityUpTo(i)), since: new D(0) }];
};

const levelBalance = (pack: OraclePack, month: number, i: number, j: number): Num => {
  const basis = pack.sku.monthBasis === 'days30' ? 30 : lengthOf(month);
  return round(pack.held.times(j).div(basis), 6).minus(round(pack.held.times(i).div(basis), 6));
};

const burnPack = (pack: OraclePack, left: readonly Left[], result: MonthResult, phase: { from: number; to: number }): void => {
  const money = pack.sku.denomination === 'money';
  const lines = left.filter(({ use, amount, quantity }) => inScope(pack, use) && (money ? amount : quantity).gt(0));
  const wanted = lines.map((line) => (money ? line.amount : line.quantity));
  const demand = wanted.reduce((sum, each) => sum.plus(each), new D(0));
  const shares = pack.balance.gte(demand) ? wanted : shareOut(pack.balance, wanted, demand, money ? 12 : 6);
  const paid = shares.reduce((sum, each) => sum.plus(each), new D(0));
  if (pack.sku.reset !== 'level' && paid.gt(0) && paid.eq(pack.balance)) runOut(pack, lines, demand, phase);
  pack.balance = pack.balance.minus(paid);
  pack.used = pack.used.plus(paid);
  for (const [at, line] of lines.entries()) {
    const share = shares[at] ?? new D(0);
    const amountBefore = line.amount;
    const all = share.eq(wanted[at] ?? 0);
    const quantityBefore = line.quantity;
    if (all) [line.amount, line.quantity] = [new D(0), new D(0)];
    else if (money) {
      line.amount = amountBefore.minus(share);
      line.quantity = round(quantityBefore.times(line.amount).div(amountBefore), 6);
    } else {
      line.quantity = quantityBefore.minus(share);
      line.amount = amountBefore.minus(round(amountBefore.times(share).div(quantityBefore), 12));
    }
    const covered = amountBefore.minus(line.amount);
    result.covered[pack.sku.class] = (result.covered[pack.sku.class] ?? new D(0)).plus(covered);
  }
};

/** Far below what any scenario can tell from a whole day, far above the error of 120 digits. */
const HAIR = new D('1e-80');

/** Usage is spread evenly over a phase; a pack pays from where the last of its lines was left to it, until its balance is gone. */
const runOut = (pack: OraclePack, lines: readonly Left[], demand: Num, { from, to }: { from: number; to: number }): void => {
  const begins = lines.reduce((latest, { since }) => (since.gt(latest) ? since : latest), new D(0));
  const ends = begins.plus(new D(1).minus(begins).times(pack.balance).div(demand));
  const days = ends.times(to - from).minus(HAIR);
  pack.ranOut.push(from + days.floor().toNumber());
  if (demand.gt(pack.balance)) for (const line of lines) line.since = ends;
};

/** In proportion, by largest remainder; equal remainders go in line order. */
const shareOut = (balance: Num, wanted: readonly Num[], demand: Num, decimals: number): Num[] => {
  const unit = new D(10).pow(-decimals);
  const exact = wanted.map((each) => balance.times(each).times(new D(10).pow(decimals)));
  const floors = exact.map((each) => each.divToInt(demand));
  const rest = balance.times(new D(10).pow(decimals)).minus(floors.reduce((sum, each) => sum.plus(each), new D(0)));
  const ranked = exact
    .map((each, at) => ({ at, remainder: each.minus((floors[at] ?? new D(0)).times(demand)) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.at - b.at);
  const lucky = new Set(ranked.slice(0, rest.toNumber()).map(({ at }) => at));
  return floors.map((each, at) => each.plus(lucky.has(at) ? 1 : 0).times(unit));
};

/** Forfeits what is left of packs whose last valid day lies in the month. */
export const expirePacks = (packs: readonly OraclePack[], month: number): void => {
  for (const pack of packs) {
    if (pack.sku.reset !== 'none' || pack.expiry === Infinity || monthOfDay(pack.expiry - 1) !== month) continue;
    pack.forfeited = pack.forfeited.plus(pack.balance);
    pack.balance = new D(0);
  }
};
