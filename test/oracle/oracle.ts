/** A whole option of a valid scenario as plain decimal text (billing.md, sections 3, 5.4 and 6). */
import type { PriceBook } from '../../src/shared/pricebook/types.ts';
import type { NodeLine, Option, Scenario } from '../../src/shared/scenario/types.ts';
import { dayOf, firstOf, monthIndex, monthOfDay, monthText, plusMonths } from './civil.ts';
import { burnMonth, expirePacks, makePacks, type OraclePack } from './packs.ts';
import { D, meterLine, type Num, round } from './usage.ts';

const CLASSES = ['allowance', 'free', 'pack', 'voucher'] as const;

export interface OracleMonth {
  month: string;
  usageListCost: string;
  covered: Record<string, string>;
  payable: string;
  purchases: string;
  cash: string;
  expense: string;
  forfeitedCost: string;
}
export interface OracleOption {
  readonly months: readonly OracleMonth[];
  readonly prepaidBalance: string;
  readonly packs: Readonly<Record<string, { used: string; forfeited: string; remaining: string }>>;
  /** days since 1970 */
  readonly ranOut: Readonly<Record<string, readonly number[]>>;
}

const roundCharge = (amount: Num, profile: string): Num => {
  if (profile === 'down') return amount.toDecimalPlaces(2, D.ROUND_DOWN);
  return amount.toDecimalPlaces(2, profile === 'half-even' ? D.ROUND_HALF_EVEN : D.ROUND_HALF_UP);
};

/** A purchase recognised in equal shares, in the months in which its service months start. */
interface Shares {
  readonly purchase: Num;
  readonly start: number;
  readonly count: number;
}
const shareOf = (shares: Shares, upTo: number): Num => {
  let passed = 0;
  while (passed < shares.count && monthOfDay(plusMonths(shares.start, passed)) <= upTo) passed += 1;
  return round(shares.purchase.times(passed).div(shares.count), 2);
};

const nodeShares = (book: PriceBook, line: NodeLine, horizonFirst: number): Shares => {
  const sku = book.skus.find((candidate) => candidate.sku === line.sku);
  if (sku?.kind !== 'node') throw new Error(`oracle: ${line.sku}`);
  const months = Number(line.months ?? '1');
  const purchase = round(new D(line.price ?? sku.price ?? '').times(line.count ?? '1').times(months), 2);
  return { purchase, start: line.start === null ? firstOf(horizonFirst) : dayOf(line.start), count: months };
};

const packMonths = (pack: OraclePack): number => {
  if (pack.expiry === Infinity) return 1;
  let months = 1;
  while (plusMonths(pack.start, months) < pack.expiry) months += 1;
  return months;
};

export const computeOracle = (scenario: Scenario, published: PriceBook, option: Option): OracleOption => {
  const rules = JSON.parse(scenario.overrides ?? '{}');
  const book = { ...published, providers: published.providers.map((each) => ({ ...each, ...rules[each.id] })) };
  const first = monthIndex(scenario.startMonth);
  const end = first + scenario.months;
  const metered = option.usage
    .filter((line) => line.onNodes === null)
    .map((line) => meterLine(book, line, { first, months: scenario.months }));
  const packs = makePacks(book, option.packs, first);
  const nodes = option.nodes.map((line) => nodeShares(book, line, first));
  const dead = new Set(packs.filter((pack) => pack.expiry <= firstOf(first)));
  const live = packs.filter((pack) => !dead.has(pack));
  const recurring = new Map(packs.filter((pack) => pack.sku.reset !== 'none').map((pack) => [pack, sharesOfPack(pack)]));
  const packExpense = new Map<OraclePack, Num>();
  const months: OracleMonth[] = [];
  for (let month = first; month < end; month += 1) {
    const burnt = burnMonth(book, live, metered, month);
    expirePacks(live, month);
    const listCost = metered.reduce((sum, use) => sum.plus(listCostOf(use, month)), new D(0));
    const payable = metered.reduce(
      (sum, use) => sum.plus(roundCharge(burnt.uncovered.get(use.line.id) ?? new D(0), use.rounding)),
      new D(0),
    );
    let purchases = new D(0);
    let shares = new D(0);
    let forfeitedCost = new D(0);
    for (const node of nodes) {
      if (monthOfDay(node.start) === month) purchases = purchases.plus(node.purchase);
      shares = shares.plus(shareOf(node, month)).minus(shareOf(node, month - 1));
    }
    for (const pack of packs) {
      if (pack.line === null) continue;
      if (isBoughtIn(pack, month)) purchases = purchases.plus(round(pack.cost, 2));
      const before = packExpense.get(pack) ?? new D(0);
      const spread = recurring.get(pack);
      const step = spread
        ? shareOf(spread, month).minus(shareOf(spread, month - 1))
        : dead.has(pack)
          ? new D(0)
          : round(pack.cost.times(pack.used.plus(pack.forfeited)).div(pack.held), 2).minus(before);
      packExpense.set(pack, before.plus(step));
      shares = shares.plus(step);
      if (pack.sku.reset === 'none' && monthOfDay(pack.expiry === Infinity ? -1 : pack.expiry - 1) === month) {
        forfeitedCost = forfeitedCost.plus(round(pack.cost.times(pack.forfeited).div(pack.held), 2));
      }
    }
    months.push({
      month: monthText(month),
      usageListCost: listCost.toFixed(),
      covered: Object.fromEntries(CLASSES.map((each) => [each, (burnt.covered[each] ?? new D(0)).toFixed()])),
      payable: payable.toFixed(2),
      purchases: purchases.toFixed(2),
      cash: purchases.plus(payable).toFixed(2),
      expense: payable.plus(shares).toFixed(2),
      forfeitedCost: forfeitedCost.toFixed(2),
    });
  }
  let prepaid = new D(0);
  for (const node of nodes) if (node.start < firstOf(end)) prepaid = prepaid.plus(node.purchase).minus(shareOf(node, end - 1));
  for (const pack of packs) {
    if (pack.line !== null && isBoughtBetween(pack, first, end))
      prepaid = prepaid.plus(round(pack.cost, 2)).minus(packExpense.get(pack) ?? new D(0));
  }
  const bought = packs.filter((pack) => pack.line !== null);
  const balances = bought.map((pack) => {
    const remaining = pack.sku.reset === 'none' && !dead.has(pack) ? pack.balance : new D(0);
    return [pack.id, { used: pack.used.toFixed(), forfeited: pack.forfeited.toFixed(), remaining: remaining.toFixed() }] as const;
  });
  return {
    months,
    prepaidBalance: prepaid.toFixed(2),
    packs: Object.fromEntries(balances),
    ranOut: Object.fromEntries(bought.map((pack) => [pack.id, pack.ranOut])),
  };
};

const sharesOfPack = (pack: OraclePack): Shares => ({ purchase: round(pack.cost, 2), start: pack.start, count: packMonths(pack) });

const isBoughtIn = (pack: OraclePack, month: number): boolean => pack.line?.remaining === null && monthOfDay(pack.start) === month;
const isBoughtBetween = (pack: OraclePack, first: number, end: number): boolean =>
  pack.line?.remaining === null && monthOfDay(pack.start) >= first && monthOfDay(pack.start) < end;

const listCostOf = (use: ReturnType<typeof meterLine>, month: number): Num => {
  const found = use.months.find((candidate) => candidate.month === month);
  return found === undefined ? new D(0) : found.amountUpTo(found.days);
};
