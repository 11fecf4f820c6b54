/**
 * The packs of an option against its rated usage.
 *
 * Rule: the cuts are the option's; each component of packs and lines that can meet burns down alone. After an edit, a component whose
 * packs, lines and cuts are what they were keeps its burn-down: it depends on nothing else, and on the order of its lines only.
 * Units: as in packs/.
 * Source: billing.md, 5.1 and 5.2.
 */
import type { ChunkedList } from '../core/chunkedList.ts';
import type { Alignment } from './align.ts';
import { type BurntComponent, burnAgain, burnComponent, type ComponentStage, isSamePack, type RowChange } from './burnComponent.ts';
import type { Horizon } from './horizon.ts';
import type { LineDraws } from './lines/payables.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import type { UsageWork } from './lines/usageWork.ts';
import { groupPacks } from './packs/components.ts';
import type { BurnPack } from './packs/pack.ts';
import { cutDays } from './packs/phases.ts';
import type { Pool } from './poolPacks.ts';

export interface BurnOptionInput {
  readonly pool: Pool;
  /** by position of the usage line */
  readonly works: ChunkedList<UsageWork>;
  /** of the usage lines against `former` */
  readonly alignment: Alignment;
  readonly horizon: Horizon;
  /** of the option before an edit, in the same context */
  readonly former: BurntOption | null;
}
export interface BurntOption {
  readonly pool: Pool;
  readonly works: ChunkedList<UsageWork>;
  readonly cuts: ComponentStage['cuts'];
  readonly components: readonly BurntComponent[];
  readonly places: Places;
}
/** Where the draws of each line are: position -> component and row. */
interface Places {
  /** -1: in none */
  readonly component: Int32Array;
  readonly row: Int32Array;
}

export const burnOption = (input: BurnOptionInput): BurntOption => {
  const { pool, works, former, alignment } = input;
  const stage = { ...input, cuts: cutsOf(input), months: monthDaysOf(input.horizon) };
  if (former !== null && former.pool === pool && alignment.shift === 0) {
    return { pool, works, cuts: stage.cuts, components: burnDirty(input, former, stage), places: former.places };
  }
  const keepFormer = createKeeper(input, stage.cuts);
  const groups = groupPacks([...pool.allowances, ...pool.packs]);
  const components = groups.map((packs) => keepFormer(packs) ?? burnComponent(stage, packs));
  return { pool, works, cuts: stage.cuts, components, places: placesOf(components, works.length) };
};

/** null: no pack can pay for the line. */
export const drawsAt = ({ components, places }: BurntOption, position: number): LineDraws | null => {
  const component = components[places.component[position] ?? -1];
  return component === undefined ? null : { drawn: component.burnt.drawn, row: places.row[position] ?? 0 };
};

/** No pack can pay for the line. */
export const isAlone = ({ places }: BurntOption, position: number): boolean => places.component[position] === -1;

/** In the same places, only components with a changed line have to burn down again. */
const burnDirty = (input: BurnOptionInput, former: BurntOption, stage: ComponentStage): readonly BurntComponent[] => {
  const sameCuts = stage.cuts === former.cuts;
  const changed = new Map<number, RowChange[]>();
  for (const position of input.alignment.changed) {
    const component = former.places.component[position] ?? -1;
    const changes = changed.get(component) ?? [];
    changed.set(component, changes);
    changes.push({ row: former.places.row[position] ?? 0, position });
  }
  return former.components.map((component, at) => {
    const changes = changed.get(at);
    if (!sameCuts) return burnComponent(stage, component.packs);
    return changes === undefined ? component : burnAgain(stage, component, changes);
  });
};

const placesOf = (components: readonly BurntComponent[], length: number): Places => {
  const places = { component: new Int32Array(length).fill(-1), row: new Int32Array(length) };
  for (const [at, { positions }] of components.entries()) {
    for (let row = 0; row < positions.length; row += 1) {
      const position = positions[row] ?? 0;
      places.component[position] = at;
      places.row[position] = row;
    }
  }
  return places;
};

/** Finds the former burn-down of a component after lines or packs came, went or moved, if nothing that it depends on has changed. */
const createKeeper = (
  { former, works }: BurnOptionInput,
  cuts: ComponentStage['cuts'],
): ((packs: readonly BurnPack[]) => BurntComponent | null) => {
  if (former === null || cuts !== former.cuts) return () => null;
  const byFirst = new Map(former.components.map((component) => [keyOf(component.packs[0]), component]));
  return (packs) => {
    const before = byFirst.get(keyOf(packs[0]));
    if (before === undefined || before.packs.length !== packs.length) return null;
    if (!packs.every((pack, position) => isSamePack(pack, before.packs[position]))) return null;
    const compared = new Map<readonly number[], readonly number[]>();
    const places = new Map<number, number>();
    for (const [at, { lines }] of packs.entries()) {
      const linesBefore: readonly number[] = before.packs[at]?.lines ?? [];
      if (compared.get(lines) === linesBefore) continue;
      compared.set(lines, linesBefore);
      if (lines.length !== linesBefore.length) return null;
      for (const [place, line] of lines.entries()) {
        const lineBefore = linesBefore[place] ?? -1;
        if (works.at(line)?.rated !== former.works.at(lineBefore)?.rated) return null;
        places.set(lineBefore, line);
      }
    }
    return { ...before, packs, positions: before.positions.map((position) => places.get(position) ?? position) };
  };
};

const keyOf = (pack: BurnPack | undefined): string => `${pack?.packClass} ${pack?.id}`;

/** The former list where it says the same, so that it can be compared by identity. */
const cutsOf = ({ pool, works, alignment, horizon, former }: BurnOptionInput): ComponentStage['cuts'] => {
  if (former !== null && former.pool === pool && alignment.shift === 0) {
    const isSame = alignment.changed.every((position) => isSamePeriod(works.at(position), former.works.at(position)));
    if (isSame) return former.cuts;
  }
  const packs = pool.packs.flatMap(({ start, expiry, lines }) => (lines.length === 0 ? [] : { start, end: expiry }));
  const cuts = cutDays([ratedOf(works), packs], horizon);
  return former !== null && String(cuts) === String(former.cuts) ? former.cuts : cuts;
};

const ratedOf = function* (works: ChunkedList<UsageWork>): Generator<RatedLine> {
  for (const { rated } of works) if (rated !== null) yield rated;
};

const isSamePeriod = (a: UsageWork | undefined, b: UsageWork | undefined): boolean =>
  a?.rated?.start === b?.rated?.start && a?.rated?.end === b?.rated?.end;

const monthDaysOf = ({ months, monthStarts }: Horizon): ComponentStage['months'] =>
  months.map((_, index) => ({ start: monthStarts[index] ?? 0, end: monthStarts[index + 1] ?? 0 }));
