/**
 * What is worth saying about packs that work.
 *
 * Rule: PACK_EXPIRES_UNUSED: a forfeited balance in the horizon. PACK_NEVER_USED: nothing in the option falls in its scope while it is
 * valid. OUTSIDE_HORIZON: valid on no day of it. ASSUMPTION: what the price book or billing.md marks as assumed.
 * Units: days; parameters are decimal text.
 * Source: billing.md, 5 and 7.
 */
import type { Issue } from '../core/issue.ts';
import { formatAmount, formatFen, formatQuantity } from '../numeric/fixed.ts';
import { formatDate } from '../time/calendar.ts';
import type { PackBill } from './bill.ts';
import type { Horizon } from './horizon.ts';
import { assumptionOf, issueOf } from './issues.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import type { UsablePack } from './read/readPack.ts';

export interface FindingsInput {
  readonly pack: UsablePack;
  readonly bill: PackBill;
  /** positions of the usage lines in its scope */
  readonly inScope: readonly number[];
  /** by position of the usage line; null: not usable */
  readonly ratedAt: (position: number) => RatedLine | null;
  readonly horizon: Horizon;
}

export const findPackIssues = ({ pack, bill, inScope, ratedAt, horizon }: FindingsInput): readonly Issue[] => {
  const line = pack.line.id;
  if (pack.start >= horizon.end || pack.expiry <= horizon.start) return [issueOf({ code: 'OUTSIDE_HORIZON', line })];
  const issues: Issue[] = [];
  if (bill.forfeited > 0n) issues.push(issueOf({ code: 'PACK_EXPIRES_UNUSED', line, params: forfeitedParams(bill) }));
  if (!inScope.some((position) => hasUsageIn(ratedAt(position), pack, horizon))) {
    issues.push(issueOf({ code: 'PACK_NEVER_USED', line, params: { sku: pack.sku.sku } }));
  }
  return [...issues, ...findAssumptions(pack, horizon)];
};

const forfeitedParams = (bill: PackBill): Readonly<Record<string, string>> => ({
  forfeited: bill.denomination === 'money' ? formatAmount(bill.forfeited) : formatQuantity(bill.forfeited),
  unit: bill.unit ?? 'CNY',
  cost: formatFen(bill.forfeitedCost),
  expiry: bill.expiry ?? '',
});

/** Some usage on a day on which the pack is valid. */
const hasUsageIn = (rated: RatedLine | null, { start, expiry }: UsablePack, { monthStarts }: Horizon): boolean => {
  if (rated === null) return false;
  for (let at = 0; at < rated.length; at += 1) {
    const from = Math.max(rated.start, monthStarts[rated.first + at] ?? 0);
    const to = Math.min(rated.end, monthStarts[rated.first + at + 1] ?? 0);
    if (from < expiry && to > start && rated.quantityOf(at) > 0n) return true;
  }
  return false;
};

const findAssumptions = ({ line, sku, start, remaining }: UsablePack, horizon: Horizon): readonly Issue[] => {
  const issues: Issue[] = [];
  if (sku.source.assumed === true) issues.push(assumptionOf(line.id, 'source', { sku: sku.sku, note: sku.source.note ?? '' }));
  if (sku.reset === 'none' && start < horizon.start && remaining === null) {
    issues.push(assumptionOf(line.id, 'unusedBeforeHorizon', { start: formatDate(start) }));
  }
  if (sku.class === 'voucher') issues.push(assumptionOf(line.id, 'voucherOrder', { sku: sku.sku }));
  return issues;
};
