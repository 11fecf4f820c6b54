/**
 * Two limits of packs that only flag: how many an account may have, and which may not be valid on the same day.
 *
 * Rule: counts of the lines of one SKU are summed; PURCHASE_LIMIT_EXCEEDED stands on the line latest by start, then id. Of a group that
 * cannot be stacked, every line that overlaps one earlier by start, then id, or has a count above 1, has PACK_NOT_STACKABLE.
 * Units: packs, days.
 * Source: billing.md, 5 and 7; seed 002 ("有效期内只能购买一次，不可叠加购买", "每个新用户仅可享受一次").
 */
import type { Issue } from '../core/issue.ts';
import type { PackSku } from '../pricebook/types.ts';
import { issueOf } from './issues.ts';
import type { UsablePack } from './read/readPack.ts';

export const checkPackLimits = (packs: readonly UsablePack[]): readonly Issue[] => [
  ...groupBy(packs, ({ sku }) => (sku.limits?.maxPerAccount === undefined ? null : sku.sku)).flatMap(checkPurchases),
  ...groupBy(packs, ({ sku }) => (sku.limits?.stackable === false ? groupOf(sku) : null)).flatMap(checkStacking),
];

const groupOf = (sku: PackSku): string => sku.limits?.group ?? sku.sku;

/** Groups of packs, each in order of start, then id; packs without a key are in none. */
const groupBy = (packs: readonly UsablePack[], keyOf: (pack: UsablePack) => string | null): readonly (readonly UsablePack[])[] => {
  const groups = new Map<string, UsablePack[]>();
  for (const pack of packs) {
    const key = keyOf(pack);
    if (key === null) continue;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [pack]);
    else members.push(pack);
  }
  return [...groups.values()].map((members) => members.toSorted(byStartAndId));
};

const byStartAndId = (a: UsablePack, b: UsablePack): number => a.start - b.start || (a.line.id < b.line.id ? -1 : 1);

const checkPurchases = (packs: readonly UsablePack[]): readonly Issue[] => {
  const latest = packs.at(-1);
  const max = latest?.sku.limits?.maxPerAccount;
  const count = packs.reduce((sum, pack) => sum + pack.count, 0n);
  if (latest === undefined || max === undefined || count <= BigInt(max)) return [];
  const params = { sku: latest.sku.sku, count: String(count), max: String(max) };
  return [issueOf({ code: 'PURCHASE_LIMIT_EXCEEDED', line: latest.line.id, field: 'count', params })];
};

const checkStacking = (packs: readonly UsablePack[]): readonly Issue[] => {
  const issues: Issue[] = [];
  let longest: UsablePack | null = null;
  for (const pack of packs) {
    const overlapped: UsablePack | null = longest !== null && longest.expiry > pack.start ? longest : null;
    if (overlapped !== null || pack.count > 1n) {
      const other: Readonly<Record<string, string>> = overlapped === null ? {} : { other: overlapped.line.id };
      const params = { group: groupOf(pack.sku), count: String(pack.count), ...other };
      issues.push(issueOf({ code: 'PACK_NOT_STACKABLE', line: pack.line.id, field: overlapped === null ? 'count' : 'start', params }));
    }
    if (longest === null || pack.expiry > longest.expiry) longest = pack;
  }
  return issues;
};
