/**
 * `costbook.result/1`: a bill as text, for other programs.
 *
 * Rule: fen amounts with two decimals, exact amounts and quantities without trailing zeros.
 * Source: formats.md, result.
 */
import type { Issue } from '../core/issue.ts';
import { formatAmount, formatFen, formatQuantity } from '../numeric/fixed.ts';
import type { Overrides } from '../pricebook/overrides.ts';
import type { Bill, CoveredByClass, LineBill, OptionBill, PackBill, PackMonth, PackTimeline, PeriodTotals, UsageLineBill } from './bill.ts';

export interface ResultJson {
  readonly format: 'costbook.result/1';
  readonly scenario: string;
  readonly priceBook: string;
  /** rules that the scenario sets otherwise than its price book; absent where there are none */
  readonly overrides?: Overrides;
  readonly options: readonly OptionJson[];
}
export interface PeriodJson {
  readonly usageListCost: string;
  readonly covered: Readonly<Record<keyof CoveredByClass, string>>;
  readonly payable: string;
  readonly purchases: string;
  readonly cash: string;
  readonly expense: string;
  readonly forfeitedCost: string;
}
export type LineJson =
  | { readonly kind: 'node'; readonly purchase: string | null }
  | {
      readonly kind: 'usage';
      readonly listCost: string | null;
      readonly payable: string | null;
      readonly months: Readonly<Record<string, { readonly quantity: string; readonly listCost: string; readonly payable: string }>>;
    };
export interface PackJson {
  readonly used: string;
  readonly forfeited: string;
  readonly remaining: string;
  /** where timelines were asked for */
  readonly timeline?: TimelineJson;
}
/** In CNY, or in units of a quantity pack. */
export interface TimelineJson {
  readonly runsOut: string | null;
  readonly months: readonly (Readonly<Record<Exclude<keyof PackMonth, 'runsOut'>, string>> & Pick<PackMonth, 'runsOut'>)[];
}
export interface OptionJson {
  readonly id: string;
  readonly name: string;
  readonly complete: boolean;
  readonly totals: PeriodJson & { readonly prepaidBalance: string };
  readonly months: readonly (PeriodJson & { readonly month: string })[];
  readonly lines: Readonly<Record<string, LineJson>>;
  readonly packs: Readonly<Record<string, PackJson>>;
  readonly issues: readonly Issue[];
}

/**
 * `timelines`: with the balance of each pack by month, which is no part of the format unless it is asked for. `overrides`: the
 * scenario's rules that differ from the price book's, so that nobody takes its totals for those of the published ones.
 */
export const formatResult = (
  scenarioName: string,
  bill: Bill,
  { timelines = false, overrides = {} }: { readonly timelines?: boolean; readonly overrides?: Overrides } = {},
): ResultJson => ({
  format: 'costbook.result/1',
  scenario: scenarioName,
  priceBook: bill.edition,
  ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
  options: bill.options.map((option) => formatOption(option, timelines)),
});

const formatOption = (option: OptionBill, timelines: boolean): OptionJson => ({
  id: option.id,
  name: option.name,
  complete: option.complete,
  totals: { ...formatPeriod(option.totals), prepaidBalance: formatFen(option.totals.prepaidBalance) },
  months: option.months.map((month) => ({ month: month.month, ...formatPeriod(month) })),
  lines: formatMap(option.lines, formatLine),
  packs: formatMap(option.packs, (pack) => formatPack(pack, timelines)),
  issues: option.issues,
});

const formatPeriod = (period: PeriodTotals): PeriodJson => ({
  usageListCost: formatAmount(period.usageListCost),
  covered: {
    allowance: formatAmount(period.covered.allowance),
    free: formatAmount(period.covered.free),
    pack: formatAmount(period.covered.pack),
    voucher: formatAmount(period.covered.voucher),
  },
  payable: formatFen(period.payable),
  purchases: formatFen(period.purchases),
  cash: formatFen(period.cash),
  expense: formatFen(period.expense),
  forfeitedCost: formatFen(period.forfeitedCost),
});

const formatLine = (line: LineBill): LineJson =>
  line.kind === 'node' ? { kind: 'node', purchase: line.purchase === null ? null : formatFen(line.purchase) } : formatUsage(line);

const formatUsage = (line: UsageLineBill): LineJson => ({
  kind: 'usage',
  listCost: line.listCost === null ? null : formatAmount(line.listCost),
  payable: line.payable === null ? null : formatFen(line.payable),
  months: formatMap(line.charges, (charge) => ({
    quantity: formatQuantity(charge.quantity),
    listCost: formatAmount(charge.listCost),
    payable: formatFen(charge.payable),
  })),
});

const formatPack = (pack: PackBill, timelines: boolean): PackJson => {
  const format = balanceFormat(pack.denomination);
  const balances = { used: format(pack.used), forfeited: format(pack.forfeited), remaining: format(pack.remaining) };
  return timelines ? { ...balances, timeline: formatTimeline(pack.timeline, pack.denomination) } : balances;
};

export const formatTimeline = ({ runsOut, months }: PackTimeline, denomination: PackBill['denomination']): TimelineJson => {
  const format = balanceFormat(denomination);
  return {
    runsOut,
    months: months.map(({ month, runsOut: day, opening, used, lapsed, forfeited, closing }) => ({
      month,
      runsOut: day,
      opening: format(opening),
      used: format(used),
      lapsed: format(lapsed),
      forfeited: format(forfeited),
      closing: format(closing),
    })),
  };
};

/** Of a pack's balance, exact. */
export const balanceFormat = (denomination: PackBill['denomination']): ((balance: bigint) => string) =>
  denomination === 'money' ? formatAmount : formatQuantity;

/** Not an assignment to an object: a line may be called `__proto__`. */
const formatMap = <V, T>(map: ReadonlyMap<string, V>, format: (value: V) => T): Readonly<Record<string, T>> =>
  Object.fromEntries([...map].map(([id, value]) => [id, format(value)]));
