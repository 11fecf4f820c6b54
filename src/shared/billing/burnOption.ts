/**
 * The packs of an option against its rated usage.
 *
 * Rule: the cuts are the option's; each component of packs and lines that can meet burns down alone. After an edit, a component whose
 * packs, lines and cuts are what they were keeps its burn-down: it depends on nothing else, and on the order of its lines only.
 * Units: as in packs/.
 * Source: billing.md, 5.1 and 5.2.
 */
import type { Alignment } from './align.ts';
import { type BurntComponent, burnAgain, burnComponent, type ComponentStage, isSamePack, keepComponent } from './burnComponent.ts';
import type { UsageTable } from './columns/UsageTable.ts';
import type { Horizon } from './horizon.ts';
import type { LineDraws } from './lines/payables.ts';
import { groupPacks } from './packs/components.ts';
import type { BurnPack } from './packs/pack.ts';
import { cutDays } from './packs/phases.ts';
import type { Pool } from './poolPacks.ts';

export interface BurnOptionInput {
  readonly pool: Pool;
  readonly usage: UsageTable;
  readonly horizon: Horizon;
  readonly former: FormerBurnt | null;
}
/** The option before an edit, in the same context. */
export interface FormerBurnt {
  readonly burnt: BurntOption;
  /** of the usage lines against it */
  readonly alignment: Alignment;
}
export interface BurntOption {
  readonly pool: Pool;
  readonly usage: UsageTable;
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
  const { pool, usage, horizon } = input;
  const inPlace = formerInPlace(input);
  const cuts = cutsOf(input, inPlace);
  const stage = { usage, horizon, cuts, months: monthDaysOf(horizon) };
  if (inPlace !== null) return { pool, usage, cuts, components: burnDirty(inPlace, stage), places: inPlace.burnt.places };
  const keepFormer = createKeeper(input, cuts);
  const groups = groupPacks([...pool.allowances, ...pool.packs]);
  const components = groups.map((packs) => keepFormer(packs) ?? burnComponent(stage, packs));
  return { pool, usage, cuts, components, places: placesOf(components, usage.length) };
};

/** null unless packs and lines are in their places. */
const formerInPlace = ({ former, pool }: BurnOptionInput): FormerBurnt | null =>
  former !== null && former.burnt.pool === pool && former.alignment.shift === 0 ? former : null;

/** null: no pack can pay for the line. */
export const drawsAt = ({ components, places }: BurntOption, position: number): LineDraws | null => {
  const component = components[places.component[position] ?? -1];
  return component === undefined ? null : { drawn: component.burnt.drawn, row: places.row[position] ?? 0 };
};

/** No pack can pay for the line. */
export const isAlone = ({ places }: BurntOption, position: number): boolean => places.component[position] === -1;

/** Only components with a changed line have to burn down again. */
const burnDirty = ({ burnt, alignment }: FormerBurnt, stage: ComponentStage): readonly BurntComponent[] => {
  const sameCuts = stage.cuts === burnt.cuts;
  const changed = new Map<number, number[]>();
  for (const position of alignment.changed) {
    const component = burnt.places.component[position] ?? -1;
    const rows = changed.get(component) ?? [];
    changed.set(component, rows);
    rows.push(burnt.places.row[position] ?? 0);
  }
  return burnt.components.map((component, at) => {
    const rows = changed.get(at);
    if (!sameCuts) return burnComponent(stage, component.packs);
    return rows === undefined ? keepComponent(component, stage.usage, component) : burnAgain(stage, component, rows);
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
  { former, usage }: BurnOptionInput,
  cuts: ComponentStage['cuts'],
): ((packs: readonly BurnPack[]) => BurntComponent | null) => {
  if (former === null || cuts !== former.burnt.cuts) return () => null;
  const { placeBefore } = former.alignment;
  const byFirst = new Map(former.burnt.components.map((component) => [keyOf(component.packs[0]), component]));
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
        if (placeBefore(line) !== lineBefore) return null;
        places.set(lineBefore, line);
      }
    }
    const positions = before.positions.map((position) => places.get(position) ?? position);
    return keepComponent(before, usage, { packs, positions });
  };
};

const keyOf = (pack: BurnPack | undefined): string => `${pack?.packClass} ${pack?.id}`;

const NO_CUTS: ComponentStage['cuts'] = [];

/** The former list where it says the same, so that it can be compared by identity. */
const cutsOf = ({ pool, usage, horizon, former }: BurnOptionInput, inPlace: FormerBurnt | null): ComponentStage['cuts'] => {
  const changed = inPlace?.alignment.changed ?? [];
  if (inPlace !== null && changed.every((position) => isSamePeriod(usage, inPlace.burnt.usage, position))) return inPlace.burnt.cuts;
  if (pool.allowances.length === 0 && pool.packs.every(({ lines }) => lines.length === 0)) return NO_CUTS;
  const packs = pool.packs.flatMap(({ start, expiry, lines }) => (lines.length === 0 ? [] : [start, expiry]));
  const cuts = cutDays([...usage.cuts, ...packs], horizon);
  return former !== null && String(cuts) === String(former.burnt.cuts) ? former.burnt.cuts : cuts;
};

const isSamePeriod = (usage: UsageTable, former: UsageTable, position: number): boolean => {
  const [rated, before] = [usage.at(position)?.rated, former.at(position)?.rated];
  return rated?.start === before?.start && rated?.end === before?.end;
};

const monthDaysOf = ({ months, monthStarts }: Horizon): ComponentStage['months'] =>
  months.map((_, index) => ({ start: monthStarts[index] ?? 0, end: monthStarts[index + 1] ?? 0 }));
