/** Cases that are no burn-down over time: an order alone, a spend that is corrected, quotas window by window. */
import { orderPacks } from '../../../../src/shared/billing/packs/burnOrder.ts';
import type { BurnPack } from '../../../../src/shared/billing/packs/pack.ts';
import { billScenario } from '../../../../src/shared/billing/recompute.ts';
import { formatFen, formatQuantity } from '../../../../src/shared/numeric/fixed.ts';
import { addMonthsToMonth, firstDay } from '../../../../src/shared/time/calendar.ts';
import { billOf, packLine, packSku, priceBook, scenarioOf, usageBillOf, usageLine, usageSku } from '../../../support/billing.ts';
import type { BurnCase, CorrectionCase, OrderCase, QuotaCase } from './cases.ts';
import { ourKeysOf } from './order.ts';
import { outcomeOf } from './outcome.ts';
import { planOf } from './plan.ts';

/** The grants are not all valid at one time, so the order is asked of the burn order itself. Expiries count by their rank. */
export const replayOrder = ({ grants, profile }: OrderCase): readonly string[] => {
  const keys = ourKeysOf(grants, profile);
  const expiries = grants.map(({ expires }) => expires ?? '').sort();
  const packs = grants.map(({ id, expires }, position): BurnPack & { readonly grant: string } => ({
    grant: id,
    id: keys[position]?.lineId ?? id,
    packClass: 'pack',
    classRank: 0,
    priority: keys[position]?.priority ?? 0,
    denomination: 'money',
    reset: 'none',
    monthBasis: 'calendar',
    start: 0,
    expiry: expires === null ? Number.POSITIVE_INFINITY : expiries.indexOf(expires),
    held: 1n,
    opening: 1n,
    lines: [],
  }));
  return orderPacks(packs, 1_000).map(({ grant }) => grant);
};

const START = '2024-01-01T00:00:00Z';

/** A correction is an edit of the spend: the bill after it follows the bill before it. */
export const replayCorrection = ({ id, title, profile, grants, spend, corrected_to }: CorrectionCase): Readonly<Record<string, string>> => {
  const usage = [{ at: START, amount: spend }];
  const data: BurnCase = {
    id,
    title,
    group: 'burndown',
    profile,
    start: START,
    until: '2024-01-03T00:00:00Z',
    grants,
    usage,
    expected: {},
  };
  const plan = planOf(data, 'money');
  const edited = { ...plan, usage: plan.usage.map((line) => ({ ...line, quantity: corrected_to })) };
  const before = billScenario({ scenario: scenarioOf(plan), priceBook: plan.book }, null);
  const after = billScenario({ scenario: scenarioOf(edited), priceBook: plan.book }, before);
  return outcomeOf(edited, after.bill.options[0]).balances;
};

/** A window is a month; its quota a pack of that month alone. */
export const replayQuota = ({ windows, unit_price }: QuotaCase): { readonly overage: string; readonly cost: string } => {
  const startMonth = '2024-01';
  const monthAt = (index: number): string => addMonthsToMonth(startMonth, index);
  const book = priceBook([
    usageSku({ price: unit_price }),
    ...windows.map(({ quota }, index) =>
      packSku({ sku: `quota ${index}`, denomination: 'quantity', unit: 'gb', amount: quota, price: '0' }),
    ),
  ]);
  const bill = billOf(book, {
    startMonth,
    months: windows.length,
    usage: windows.map(({ usage }, index) => usageLine({ id: `u${index}`, quantity: usage, from: monthAt(index), to: monthAt(index) })),
    packs: windows.map((_, index) =>
      packLine({ id: `p${index}`, sku: `quota ${index}`, start: firstDay(monthAt(index)), expiry: firstDay(monthAt(index + 1)) }),
    ),
  });
  const charges = windows.flatMap((_, index) => [...usageBillOf(bill, `u${index}`).charges.values()]);
  const over = charges.map(({ quantity, draws }) => draws.reduce((left, draw) => left - draw.quantity, quantity));
  return { overage: formatQuantity(over.reduce((sum, each) => sum + each, 0n)), cost: formatFen(bill.totals.payable) };
};
