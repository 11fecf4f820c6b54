/**
 * Packs that can meet, burnt down over their lines; their ties are looked at when somebody asks.
 *
 * Units: as in packs/.
 * Source: billing.md, 5.1 and 5.2.
 */
import type { ChunkedList } from '../core/chunkedList.ts';
import type { DayNumber } from '../time/calendar.ts';
import type { Horizon } from './horizon.ts';
import { CostBlocks } from './lines/costBlocks.ts';
import { addPayables } from './lines/payables.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import type { UsageWork } from './lines/usageWork.ts';
import { MonthSum } from './monthSum.ts';
import type { MonthDays } from './packs/balance.ts';
import { type BurnDown, type BurnDownInput, burnDown } from './packs/burnDown.ts';
import type { LineChange } from './packs/demands.ts';
import type { BurnPack } from './packs/pack.ts';
import { type ComponentTies, findComponentTies } from './tieFindings.ts';

/** What every component of an option burns down against. */
export interface ComponentStage {
  /** by position of the usage line */
  readonly works: ChunkedList<UsageWork>;
  readonly months: readonly MonthDays[];
  readonly cuts: readonly DayNumber[];
  readonly horizon: Horizon;
}
export interface BurntComponent {
  readonly packs: readonly BurnPack[];
  /** of the lines, by row: ascending */
  readonly positions: readonly number[];
  readonly burn: ComponentInput;
  /** its packs in the order of `packs` */
  readonly burnt: BurnDown;
  /** null: its charges are added up one by one */
  readonly costs: CostBlocks | null;
  /** what its charges come to, by month, in fen */
  readonly payables: MonthSum;
  /** null: no packs are tied */
  readonly ties: () => ComponentTies | null;
}
interface ComponentInput extends BurnDownInput {
  readonly lines: readonly RatedLine[];
}
/** A line that an edit changed. */
export interface RowChange {
  readonly row: number;
  readonly position: number;
}

export const burnComponent = (stage: ComponentStage, packs: readonly BurnPack[]): BurntComponent => {
  const positions = unionOf(packs.map(({ lines }) => lines));
  const lines: RatedLine[] = [];
  for (const position of positions) {
    const rated = stage.works.at(position)?.rated;
    if (rated) lines.push(rated);
  }
  const burn = { packs, lines, scopes: scopesOf(packs, positions), months: stage.months, cuts: stage.cuts };
  const burnt = burnDown(burn);
  const costs = burnt.drawn.even === null ? null : CostBlocks.of(lines, stage.months.length);
  return settle(stage, { packs, positions, burn, burnt, costs });
};

/** After an edit that changed some of its lines, but neither their SKUs nor a cut. */
export const burnAgain = (stage: ComponentStage, former: BurntComponent, changes: readonly RowChange[]): BurntComponent => {
  const lines = former.burn.lines.slice();
  const changed: LineChange[] = [];
  for (const { row, position } of changes) {
    const before = lines[row];
    const after = stage.works.at(position)?.rated;
    if (before === undefined || !after) continue;
    lines[row] = after;
    changed.push({ before, after });
  }
  const burn = { ...former.burn, packs: former.packs, lines };
  const { demands } = former.burnt;
  const burnt = burnDown(burn, demands === null ? null : { demands, changes: changed });
  const rows = changes.map(({ row }) => row);
  const costs = burnt.drawn.even === null ? null : (former.costs?.follow(lines, rows) ?? CostBlocks.of(lines, stage.months.length));
  return settle(stage, { packs: former.packs, positions: former.positions, burn, burnt, costs });
};

type Burnt = Pick<BurntComponent, 'packs' | 'positions' | 'burn' | 'burnt' | 'costs'>;

const settle = ({ works, horizon }: ComponentStage, component: Burnt): BurntComponent => {
  const { burn } = component;
  const { lines } = burn;
  let ties: ComponentTies | null | undefined;
  return {
    ...component,
    payables: payablesOf(component, horizon),
    ties: () => {
      if (ties === undefined)
        ties = findComponentTies({ burn, lines, lineAt: (position) => works.at(position)?.rated ?? undefined, horizon });
      return ties;
    },
  };
};

const payablesOf = ({ burn: { lines }, burnt: { drawn }, costs }: Burnt, horizon: Horizon): MonthSum => {
  const sum = MonthSum.ofMonths(horizon.length);
  const { even } = drawn;
  if (costs !== null && even !== null) {
    costs.addPayables({ lines, drawn, even }, sum);
    return sum;
  }
  for (let row = 0; row < lines.length; row += 1) {
    const rated = lines[row];
    if (rated !== undefined) addPayables({ rated, draws: { drawn, row } }, sum, 1);
  }
  return sum;
};

/** Positions that are in some list, ascending. Packs of one scope share their list. */
const unionOf = (lists: readonly (readonly number[])[]): readonly number[] => {
  const [first = [], ...others] = [...new Set(lists)];
  return others.length === 0 ? first : [...new Set([first, ...others].flat())].sort((a, b) => a - b);
};

const scopesOf = (packs: readonly BurnPack[], positions: readonly number[]): readonly Int32Array[] => {
  const rows = new Int32Array((positions.at(-1) ?? -1) + 1);
  for (let row = 0; row < positions.length; row += 1) rows[positions[row] ?? 0] = row;
  const known = new Map<readonly number[], Int32Array>();
  const scopeOf = (lines: readonly number[]): Int32Array => {
    const scope = new Int32Array(lines.length);
    for (let at = 0; at < lines.length; at += 1) scope[at] = rows[lines[at] ?? 0] ?? 0;
    return scope;
  };
  return packs.map(({ lines }) => {
    const scope = known.get(lines) ?? scopeOf(lines);
    known.set(lines, scope);
    return scope;
  });
};

/** Whether two packs burn down alike over the same lines. */
export const isSamePack = (a: BurnPack, b: BurnPack | undefined): boolean =>
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
