/** What our bill says of a replayed case, in the words of the case. Everything is read from the bill: nothing is burnt down here. */
import type { Draw, OptionBill } from '../../../../src/shared/billing/bill.ts';
import { formatAmount, formatQuantity } from '../../../../src/shared/numeric/fixed.ts';
import { addMonths, firstDay, listMonths } from '../../../../src/shared/time/calendar.ts';
import { billOf, usageBillOf } from '../../../support/billing.ts';
import type { ReplayPlan } from './plan.ts';

export interface Outcome {
  readonly balances: Readonly<Record<string, string>>;
  readonly expired: Readonly<Record<string, string>>;
  /** of each spend inside the case, grant -> amount */
  readonly took: readonly Readonly<Record<string, string>>[];
  readonly uncovered: string;
  readonly total_used: string;
  readonly total_balance: string;
}

export const outcomeOf = (plan: ReplayPlan, bill: OptionBill = billOf(plan.book, plan)): Outcome => {
  if (bill.issueCounts.errors > 0) throw new Error(`not a usable plan: ${JSON.stringify(bill.issues)}`);
  const charges = plan.usage.map(({ id }) => [...usageBillOf(bill, id).charges.values()]).filter((each) => each.length > 0);
  const draws = charges.map((each) => each.flatMap((charge) => charge.draws));
  const grants = [...plan.lineOf].map(([grant, line]) => ({ grant, ...standOf(bill, plan, line) }));
  const recordOf = (of: (grant: (typeof grants)[number]) => string) => Object.fromEntries(grants.map((each) => [each.grant, of(each)]));
  return {
    balances: recordOf(({ balance, print }) => print(balance)),
    expired: recordOf(({ expired, print }) => print(expired)),
    took: draws.map((each) => tookOf(each, grants, plan)),
    uncovered: formatAmount(sumOf(charges.flat().map(({ uncovered }) => uncovered))),
    total_used: sumText(grants, ({ used }) => used),
    total_balance: sumText(grants, ({ balance }) => balance),
  };
};

interface Stand {
  readonly balance: bigint;
  readonly used: bigint;
  readonly expired: bigint;
  readonly print: (value: bigint) => string;
}
type GrantStand = Stand & { readonly grant: string };

const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
const sumText = (grants: readonly GrantStand[], of: (grant: GrantStand) => bigint): string =>
  (grants[0]?.print ?? formatAmount)(sumOf(grants.map(of)));

const tookOf = (draws: readonly Draw[], grants: readonly GrantStand[], plan: ReplayPlan): Readonly<Record<string, string>> => {
  const taken = grants.map(({ grant, print }) => {
    const own = draws.filter(({ pack }) => pack === plan.lineOf.get(grant));
    return [grant, print(sumOf(own.map((draw) => (print === formatAmount ? draw.amount : draw.quantity))))] as const;
  });
  return Object.fromEntries(taken.filter(([, amount]) => amount !== '0'));
};

const standOf = (bill: OptionBill, plan: ReplayPlan, line: string): Stand => {
  const pack = bill.packs.get(line);
  const sku = plan.book.skus.find((each) => each.kind === 'pack' && each.sku === plan.packs.find(({ id }) => id === line)?.sku);
  if (pack === undefined || sku?.kind !== 'pack') throw new Error(`no pack ${line}`);
  const print = pack.denomination === 'money' ? formatAmount : formatQuantity;
  if (sku.reset === 'none') return { balance: pack.remaining, used: pack.used, expired: pack.forfeited, print };
  // A pack that resets reports no balance (5.4): what each month left is the balance after its last draw.
  const left = listMonths(plan.startMonth, plan.months).map((month) => leftOf(bill, plan, { line, month, held: pack.held }));
  const end = firstDay(addMonths(`${plan.startMonth}-01`, plan.months).slice(0, 7));
  const isOver = pack.expiry !== null && pack.expiry <= end;
  const last = left.at(-1) ?? 0n;
  const ended = sumOf(left.slice(0, -1)) + (isOver ? last : 0n);
  return { balance: isOver ? 0n : last, used: pack.used, expired: ended, print };
};

const leftOf = (
  bill: OptionBill,
  plan: ReplayPlan,
  of: { readonly line: string; readonly month: string; readonly held: bigint },
): bigint => {
  const draws = plan.usage.flatMap(({ id }) => usageBillOf(bill, id).charges.get(of.month)?.draws ?? []);
  const last = draws
    .filter(({ pack }) => pack === of.line)
    .sort((a, b) => (a.end < b.end ? -1 : 1))
    .at(-1);
  return last?.balanceAfter ?? of.held;
};
