/**
 * The packs of an option against its rated usage.
 *
 * Rule: the cuts are the option's; each component of packs and lines that can meet burns down alone.
 * Units: as in packs/.
 * Source: billing.md, 5.1 and 5.2.
 */
import { type DayNumber, firstDayNumber } from '../time/calendar.ts';
import type { Draw } from './bill.ts';
import type { Horizon } from './horizon.ts';
import type { MonthDays } from './packs/balance.ts';
import { burnDown } from './packs/burnDown.ts';
import { groupPacks } from './packs/components.ts';
import type { BurnLine, BurnPack } from './packs/pack.ts';
import { cutDays } from './packs/phases.ts';
import type { Pool } from './poolPacks.ts';
import { burnLineOf, type RatedUsage } from './rateUsage.ts';

export interface BurnOptionInput {
  readonly pool: Pool;
  /** by position of the usage line; undefined: not usable */
  readonly rated: readonly (RatedUsage | undefined)[];
  readonly horizon: Horizon;
}
/** What every component burns down against. */
export interface BurnStage {
  readonly lines: readonly BurnLine[];
  readonly months: readonly MonthDays[];
  readonly cuts: readonly DayNumber[];
}
export interface BurntOption {
  readonly stage: BurnStage;
  readonly components: readonly (readonly BurnPack[])[];
  /** by position of the usage line, then by month of the horizon */
  readonly draws: ReadonlyMap<number, readonly (readonly Draw[] | undefined)[]>;
  readonly uses: ReadonlyMap<BurnPack, { readonly used: readonly bigint[]; readonly balance: bigint }>;
}

export const burnOption = ({ pool, rated, horizon }: BurnOptionInput): BurntOption => {
  const stage = stageOf(pool, rated, horizon);
  const components = groupPacks([...pool.allowances, ...pool.packs]);
  const draws = new Map<number, readonly (readonly Draw[] | undefined)[]>();
  const uses = new Map<BurnPack, { readonly used: readonly bigint[]; readonly balance: bigint }>();
  for (const packs of components) {
    const burnt = burnDown({ ...stage, packs });
    for (const [line, months] of burnt.draws) draws.set(line, months);
    for (const [position, pack] of packs.entries()) {
      const state = burnt.packs[position];
      if (state !== undefined) uses.set(pack, state);
    }
  }
  return { stage, components, draws, uses };
};

const INACTIVE: BurnLine = { start: 0, end: 0, measure: () => ({ amount: 0n, quantity: 0n }) };

const stageOf = (pool: Pool, rated: readonly (RatedUsage | undefined)[], horizon: Horizon): BurnStage => {
  const lines = rated.map((each) => (each === undefined ? INACTIVE : burnLineOf(each)));
  const months = horizon.months.map((_, index) => ({
    start: firstDayNumber(horizon.firstMonth + index),
    end: firstDayNumber(horizon.firstMonth + index + 1),
  }));
  const periods = [
    ...rated.flatMap((each) => (each === undefined ? [] : { start: each.usage.from, end: each.usage.to })),
    ...pool.packs.flatMap(({ start, expiry, lines: inScope }) => (inScope.length === 0 ? [] : { start, end: expiry })),
  ];
  return { lines, months, cuts: cutDays(periods, horizon) };
};
