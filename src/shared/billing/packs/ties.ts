/**
 * Packs between which only start and id decide: the provider takes one of them at random.
 *
 * Rule: same class, priority and expiry (of a `month` pack the end of the month), valid on a common day on which a line in the scope
 * of both is active. Allowances have no line to stand on and are no ties.
 * Units: days.
 * Source: billing.md, 5.1; seed 002 ("如果存在同一服务的多个资源包失效日相同，则会随机选择抵扣资源包").
 */
import type { DayNumber } from '../../time/calendar.ts';
import type { MonthDays } from './balance.ts';
import { compareRank, orderPacks } from './burnOrder.ts';
import type { BurnLine, BurnPack } from './pack.ts';

export type LineAt = (position: number) => BurnLine | undefined;

export interface TieInput<P extends BurnPack> {
  /** of one component */
  readonly packs: readonly P[];
  /** by position; undefined: not usable */
  readonly lineAt: LineAt;
  readonly months: readonly MonthDays[];
}

/** Groups of two or more, each in burn order; a pack is in one group at most. */
export const findTies = <P extends BurnPack>({ packs, lineAt, months }: TieInput<P>): readonly (readonly P[])[] => {
  const groups = new Map<P, P[]>();
  for (const month of months) {
    const valid = packs.filter((pack) => pack.packClass !== 'allowance' && pack.start < month.end && pack.expiry > month.start);
    for (const run of equalRuns(orderPacks(valid, month.end), month.end)) uniteRun(run, { groups, lineAt, month });
  }
  const last = months.at(-1)?.end ?? 0;
  return [...new Set(groups.values())].map((group) => orderPacks(group, last));
};

/** Neighbours in burn order that have the same rank. */
const equalRuns = <P extends BurnPack>(ordered: readonly P[], nextMonth: DayNumber): readonly (readonly P[])[] => {
  const runs: P[][] = [];
  for (const pack of ordered) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && compareRank(before, pack, nextMonth) === 0) run.push(pack);
    else runs.push([pack]);
  }
  return runs.filter((run) => run.length > 1);
};

interface UniteInput<P> {
  readonly groups: Map<P, P[]>;
  readonly lineAt: LineAt;
  readonly month: MonthDays;
}
const uniteRun = <P extends BurnPack>(run: readonly P[], { groups, lineAt, month }: UniteInput<P>): void => {
  for (const [position, pack] of run.entries()) {
    for (const other of run.slice(position + 1)) {
      const group = groups.get(pack) ?? [pack];
      const otherGroup = groups.get(other) ?? [other];
      if (group === otherGroup || !canMeet(pack, other, lineAt, month)) continue;
      const united = [...group, ...otherGroup];
      for (const member of united) groups.set(member, united);
    }
  }
};

/** A line in both scopes is active on a day of the month on which both are valid. */
const canMeet = (a: BurnPack, b: BurnPack, lineAt: LineAt, month: MonthDays): boolean => {
  const from = Math.max(a.start, b.start, month.start);
  const to = Math.min(a.expiry, b.expiry, month.end);
  if (from >= to) return false;
  const isActive = (position: number): boolean => {
    const line = lineAt(position);
    return line !== undefined && line.start < to && line.end > from;
  };
  if (a.lines === b.lines) return a.lines.some(isActive);
  const inScope = new Set(b.lines);
  return a.lines.some((position) => inScope.has(position) && isActive(position));
};
