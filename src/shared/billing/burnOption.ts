/**
 * The packs of an option against its rated usage.
 *
 * Rule: the cuts are the option's; each component of packs and lines that can meet burns down alone. After an edit, a component whose
 * packs, lines and cuts are what they were keeps its burn-down: it depends on nothing else, and on the order of its lines only.
 * Units: as in packs/.
 * Source: billing.md, 5.1 and 5.2.
 */
import { firstDayNumber } from '../time/calendar.ts';
import type { DrawsByMonth } from './charge.ts';
import type { Horizon } from './horizon.ts';
import { burnDown } from './packs/burnDown.ts';
import { groupPacks } from './packs/components.ts';
import type { BurnLine, BurnPack } from './packs/pack.ts';
import { cutDays } from './packs/phases.ts';
import type { Pool } from './poolPacks.ts';
import type { RatedUsage } from './rateUsage.ts';
import { type BurnStage, type ComponentTies, findComponentTies, type RoundingOf } from './tieFindings.ts';

export interface BurnOptionInput {
  readonly pool: Pool;
  /** by position of the usage line; undefined: not usable */
  readonly rated: readonly (RatedUsage | undefined)[];
  readonly horizon: Horizon;
  readonly roundingOf: RoundingOf;
  /** of the option before an edit, in the same context */
  readonly former: BurntOption | null;
}
export interface PackUsed {
  readonly used: readonly bigint[];
  readonly balance: bigint;
}
/** Packs that can meet, burnt down over their lines. */
export interface BurntComponent {
  readonly packs: readonly BurnPack[];
  /** of each pack */
  readonly uses: readonly PackUsed[];
  /** by position of the usage line */
  readonly draws: ReadonlyMap<number, DrawsByMonth>;
  readonly ties: ComponentTies | null;
}
export interface BurntOption {
  readonly pool: Pool;
  readonly rated: BurnOptionInput['rated'];
  readonly cuts: BurnStage['cuts'];
  readonly components: readonly BurntComponent[];
  /** by position of the usage line, then by month of the horizon */
  readonly draws: ReadonlyMap<number, DrawsByMonth>;
  readonly uses: ReadonlyMap<BurnPack, PackUsed>;
}

export const burnOption = (input: BurnOptionInput): BurntOption => {
  const { pool, rated } = input;
  const stage = stageOf(input);
  const keepFormer = createKeeper(input, stage);
  const components = groupsOf(input).map((packs) => keepFormer(packs) ?? burnComponent(input, stage, packs));
  const draws = mergeDraws(components, input.former);
  const uses = new Map<BurnPack, PackUsed>();
  for (const component of components) {
    for (const [position, pack] of component.packs.entries()) {
      const use = component.uses[position];
      if (use !== undefined) uses.set(pack, use);
    }
  }
  return { pool, rated, cuts: stage.cuts, components, draws, uses };
};

const groupsOf = ({ pool, former }: BurnOptionInput): readonly (readonly BurnPack[])[] =>
  former?.pool === pool ? former.components.map(({ packs }) => packs) : groupPacks([...pool.allowances, ...pool.packs]);

/** The same map as before where every component kept its draws. */
const mergeDraws = (components: readonly BurntComponent[], former: BurntOption | null): BurntOption['draws'] => {
  const isKept =
    former?.components.length === components.length && components.every((each, at) => each.draws === former.components[at]?.draws);
  return isKept ? former.draws : new Map(components.flatMap(({ draws }) => [...draws]));
};

const burnComponent = ({ rated, roundingOf }: BurnOptionInput, stage: BurnStage, packs: readonly BurnPack[]): BurntComponent => {
  const burnt = burnDown({ ...stage, packs });
  return { packs, uses: burnt.packs, draws: burnt.draws, ties: findComponentTies({ stage, packs, rated, roundingOf }) };
};

/** Finds the former burn-down of a component, if nothing that it depends on has changed. */
const createKeeper = ({ former, rated }: BurnOptionInput, stage: BurnStage): ((packs: readonly BurnPack[]) => BurntComponent | null) => {
  if (former === null || String(former.cuts) !== String(stage.cuts)) return () => null;
  const byFirst = new Map(former.components.map((component) => [keyOf(component.packs[0]), component]));
  return (packs) => {
    const before = byFirst.get(keyOf(packs[0]));
    if (before === undefined || before.packs.length !== packs.length) return null;
    if (!packs.every((pack, position) => isSamePack(pack, before.packs[position]))) return null;
    const places = placesOf(packs, before, { rated, formerRated: former.rated });
    return places === null ? null : moveComponent(before, packs, places);
  };
};

type Places = ReadonlyMap<number, number>;
interface RatedLists {
  readonly rated: BurnOptionInput['rated'];
  readonly formerRated: BurnOptionInput['rated'];
}

/** Former position -> position, for lines that moved; null where a line in scope is not what it was. */
const placesOf = (packs: readonly BurnPack[], before: BurntComponent, { rated, formerRated }: RatedLists): Places | null => {
  const places = new Map<number, number>();
  const compared = new Map<readonly number[], readonly number[]>();
  for (const [at, { lines }] of packs.entries()) {
    const linesBefore = before.packs[at]?.lines ?? [];
    if (compared.get(lines) === linesBefore) continue;
    compared.set(lines, linesBefore);
    if (lines.length !== linesBefore.length) return null;
    for (const [position, line] of lines.entries()) {
      const lineBefore = linesBefore[position] ?? -1;
      if (rated[line] !== formerRated[lineBefore]) return null;
      if (line !== lineBefore) places.set(lineBefore, line);
    }
  }
  return places;
};

const moveComponent = (before: BurntComponent, packs: readonly BurnPack[], places: Places): BurntComponent => {
  const draws = places.size === 0 ? before.draws : new Map([...before.draws].map(([line, months]) => [places.get(line) ?? line, months]));
  return { ...before, packs, draws };
};

const keyOf = (pack: BurnPack | undefined): string => `${pack?.packClass} ${pack?.id}`;

const isSamePack = (a: BurnPack, b: BurnPack | undefined): boolean =>
  b !== undefined &&
  a.id === b.id &&
  a.packClass === b.packClass &&
  a.classRank === b.classRank &&
  a.priority === b.priority &&
  a.denomination === b.denomination &&
  a.reset === b.reset &&
  a.monthBasis === b.monthBasis &&
  a.start === b.start &&
  a.expiry === b.expiry &&
  a.held === b.held &&
  a.opening === b.opening;

const INACTIVE: BurnLine = { start: 0, end: 0, measure: () => ({ amount: 0n, quantity: 0n }) };

const stageOf = ({ pool, rated, horizon }: BurnOptionInput): BurnStage => {
  const lines = rated.map((each) => each?.burnLine ?? INACTIVE);
  const months = horizon.months.map((_, index) => ({
    start: firstDayNumber(horizon.firstMonth + index),
    end: firstDayNumber(horizon.firstMonth + index + 1),
  }));
  const packs = pool.packs.flatMap(({ start, expiry, lines: inScope }) => (inScope.length === 0 ? [] : { start, end: expiry }));
  return { lines, months, cuts: cutDays([lines.filter((line) => line !== INACTIVE), packs], horizon) };
};
