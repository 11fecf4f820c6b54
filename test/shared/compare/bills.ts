/** Small bills with nothing in them but what a comparison reads. Amounts in CNY, whole or with two decimals. */
import type { Bill, CoveredByClass, OptionBill, PeriodTotals } from '../../../src/shared/billing/bill.ts';
import { type Fen, parseFixed } from '../../../src/shared/numeric/fixed.ts';
import { addMonthsToMonth } from '../../../src/shared/time/calendar.ts';

const NOTHING: CoveredByClass = { allowance: 0n, free: 0n, pack: 0n, voucher: 0n };

export const fen = (cny: string): Fen => parseFixed(cny, 2) ?? 0n;

const period = (cash: Fen, expense: Fen): PeriodTotals => ({
  usageListCost: 0n,
  covered: NOTHING,
  payable: 0n,
  purchases: cash,
  cash,
  expense,
  forfeitedCost: 0n,
});
const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, amount) => total + amount, 0n);

/** An option that pays `cash` month by month from 2026-01 on; its expense is the same unless given. */
export const optionBill = (
  id: string,
  cash: readonly string[],
  more: { expense?: readonly string[]; complete?: boolean } = {},
): OptionBill => {
  const paid = cash.map(fen);
  const expensed = more.expense?.map(fen) ?? paid;
  return {
    id,
    name: `Option ${id}`,
    complete: more.complete ?? true,
    totals: { ...period(sum(paid), sum(expensed)), prepaidBalance: 0n },
    months: paid.map((amount, index) => ({ ...period(amount, expensed[index] ?? 0n), month: addMonthsToMonth('2026-01', index) })),
    lines: new Map(),
    packs: new Map(),
    issues: [],
    issuesOf: () => [],
    issueCounts: { errors: 0, problems: 0, assumptions: 0, errorLines: { nodes: 0, usage: 0, packs: 0 } },
    burnOf: () => null,
    dropped: [],
  };
};

export const billOf = (...options: readonly OptionBill[]): Bill => ({ edition: 'seed', options });
