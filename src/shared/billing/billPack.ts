/**
 * What becomes of a pack after the burn-down: cash, expense, forfeiture, what remains.
 *
 * Rule: cash Rhalf(price x count) in the month of `start`, when that is in the horizon and `remaining` is absent. A `reset: none` pack
 * is expensed as it is used and forfeited: Rhalf(price x count x (used + forfeited so far) / held) in all by the end of each month;
 * at expiry its balance is forfeited, in the month of its last valid day. A `month` or `level` pack is expensed like a node.
 * Units: fen; balances as in bill.ts.
 * Rounding: Rhalf of running sums and of the forfeited cost.
 * Source: billing.md, 5.4; seed 002 ("超出有效期未抵扣的资源包额度自动失效"). The months of expense are ASSUMPTION.
 */
import type { Fen } from '../numeric/fixed.ts';
import { divideHalfUp } from '../numeric/rounding.ts';
import { addMonthsToDay, type DayNumber, formatDate, formatMonth, type Month, monthOfDay } from '../time/calendar.ts';
import type { PackBill } from './bill.ts';
import { PRICE_UNITS_PER_FEN } from './billNode.ts';
import type { Horizon } from './horizon.ts';
import { packKind, timelineOf } from './packTimeline.ts';
import type { UsablePack } from './read/readPack.ts';
import { sharesInHorizon } from './shares.ts';

export interface PackUse {
  /** by month of the horizon; empty where no usage is in scope */
  readonly used: readonly bigint[];
  /** at the end of the horizon */
  readonly balance: bigint;
  /** days on which a balance was used up */
  readonly ranOut: readonly DayNumber[];
}

export const billPack = (pack: UsablePack, use: PackUse, horizon: Horizon): PackBill => {
  const purchase = divideHalfUp(pack.unitPrice * pack.count, PRICE_UNITS_PER_FEN);
  const used = use.used.reduce((sum, each) => sum + each, 0n);
  const inCash = pack.remaining === null && pack.start >= horizon.start && pack.start < horizon.end;
  const left = settleBalance(pack, use.balance, horizon);
  const expense = pack.sku.reset === 'none' ? expenseOfUse(pack, use, left, horizon) : expenseOfMonths(pack, purchase, horizon);
  // Made when somebody looks at it: a key press may change all packs.
  let timeline: PackBill['timeline'] | null = null;
  return {
    denomination: pack.sku.denomination,
    unit: pack.sku.denomination === 'money' ? null : (pack.sku.unit ?? null),
    start: formatDate(pack.start),
    expiry: pack.expiry === Number.POSITIVE_INFINITY ? null : formatDate(pack.expiry),
    held: pack.held,
    used,
    forfeited: left.forfeited,
    remaining: left.remaining,
    purchase,
    purchaseMonth: inCash ? formatMonth(monthOfDay(pack.start)) : null,
    expense,
    forfeitedCost: costOf(pack, left.forfeited),
    forfeitedMonth: left.forfeited > 0n ? left.month : null,
    get timeline() {
      timeline ??= timelineOf(
        { ...pack, ...packKind(pack.sku), opening: pack.remaining ?? pack.held, used: use.used, ranOut: use.ranOut },
        horizon,
      );
      return timeline;
    },
  };
};

/** Rhalf(price x count x part / held) */
const costOf = (pack: UsablePack, part: bigint): Fen => divideHalfUp(pack.unitPrice * pack.count * part, pack.held * PRICE_UNITS_PER_FEN);

interface Leftover {
  readonly forfeited: bigint;
  readonly remaining: bigint;
  readonly month: Month | null;
}
const NOTHING_LEFT: Leftover = { forfeited: 0n, remaining: 0n, month: null };

const settleBalance = (pack: UsablePack, balance: bigint, horizon: Horizon): Leftover => {
  if (pack.sku.reset !== 'none' || pack.expiry <= horizon.start) return NOTHING_LEFT;
  if (pack.expiry > horizon.end) return { forfeited: 0n, remaining: balance, month: null };
  return { forfeited: balance, remaining: 0n, month: formatMonth(lastValidMonth(pack.expiry)) };
};

const lastValidMonth = (expiry: DayNumber): number => monthOfDay(expiry - 1);

const expenseOfUse = (pack: UsablePack, use: PackUse, left: Leftover, horizon: Horizon): ReadonlyMap<Month, Fen> => {
  const expense = new Map<Month, Fen>();
  let consumed = 0n;
  let recognised = 0n;
  for (let index = 0; index < horizon.length; index += 1) {
    const month = horizon.months[index] ?? '';
    const used = use.used[index] ?? 0n;
    const part = left.month === month ? used + left.forfeited : used;
    if (part === 0n) continue;
    consumed += part;
    const share = costOf(pack, consumed) - recognised;
    if (share === 0n) continue;
    expense.set(month, share);
    recognised += share;
  }
  return expense;
};

const expenseOfMonths = (pack: UsablePack, purchase: Fen, horizon: Horizon): ReadonlyMap<Month, Fen> =>
  sharesInHorizon({ purchase, serviceMonths: serviceMonthsOf(pack), firstMonth: monthOfDay(pack.start) }, horizon);

/** How many k >= 0 have start + k months before the expiry: at least one; one without an expiry. */
export const serviceMonthsOf = ({ start, expiry }: Pick<UsablePack, 'start' | 'expiry'>): number => {
  if (expiry === Number.POSITIVE_INFINITY) return 1;
  const months = monthOfDay(expiry) - monthOfDay(start);
  return addMonthsToDay(start, months) < expiry ? months + 1 : months;
};
