/**
 * Packs that can meet, burnt down over their lines; their ties are looked at when somebody asks.
 *
 * Units: as in packs/.
 * Source: billing.md, 5.1 and 5.2.
 */
import { mergeAscending } from '../core/ascending.ts';
import type { DayNumber } from '../time/calendar.ts';
import { addEvenPayables, type EvenCosts, followEvenCosts, makeEvenCosts } from './columns/evenPayables.ts';
import { LineRows } from './columns/LineRows.ts';
import type { UsageTable } from './columns/UsageTable.ts';
import type { Horizon } from './horizon.ts';
import { addPayables } from './lines/payables.ts';
import { MonthSum } from './monthSum.ts';
import type { MonthDays } from './packs/balance.ts';
import { type BurnDown, type BurnDownInput, burnDown } from './packs/burnDown.ts';
import type { LineChange } from './packs/demands.ts';
import type { BurnPack } from './packs/pack.ts';
import { type ComponentTies, findComponentTies } from './tieFindings.ts';

/** What every component of an option burns down against. */
export interface ComponentStage {
  readonly usage: UsageTable;
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
  readonly costs: EvenCosts;
  /** what its charges come to, by month, in fen */
  readonly payables: MonthSum;
  /** null: no packs are tied */
  readonly ties: () => ComponentTies | null;
}
interface ComponentInput extends BurnDownInput {
  readonly lines: LineRows;
}

export const burnComponent = (stage: ComponentStage, packs: readonly BurnPack[]): BurntComponent => {
  const positions = unionOf(packs.map(({ lines }) => lines));
  const lines = new LineRows(stage.usage, positions);
  const burn = { packs, lines, scopes: scopesOf(packs, positions), months: stage.months, cuts: stage.cuts };
  return settle(stage, { packs, positions, burn, burnt: burnDown(burn), costs: makeEvenCosts(positions.length, stage.months.length) });
};

/** After an edit that changed the lines in some of its rows, but neither their SKUs nor a cut. */
export const burnAgain = (stage: ComponentStage, former: BurntComponent, rows: readonly number[]): BurntComponent => {
  const lines = new LineRows(stage.usage, former.positions);
  const changed = rows.map((row): LineChange => ({ before: former.burn.lines.at(row), after: lines.at(row) }));
  const burn = { ...former.burn, packs: former.packs, lines };
  const { demands } = former.burnt;
  const burnt = burnDown(burn, demands === null ? null : { demands, changes: changed });
  const costs = followEvenCosts(former.costs, { before: former.burn.lines, after: lines, rows });
  return settle(stage, { packs: former.packs, positions: former.positions, burn, burnt, costs });
};

type Burnt = Pick<BurntComponent, 'packs' | 'positions' | 'burn' | 'burnt' | 'costs'>;

const settle = ({ horizon }: ComponentStage, component: Burnt): BurntComponent => {
  const { burn, positions } = component;
  const { lines } = burn;
  let ties: ComponentTies | null | undefined;
  return {
    ...component,
    payables: payablesOf(component, horizon),
    ties: () => {
      if (ties === undefined)
        ties = findComponentTies({ burn, lines, lineAt: (position) => lines.at(rowOf(positions, position)), horizon });
      return ties;
    },
  };
};

const payablesOf = ({ burn: { lines }, burnt: { drawn }, costs }: Burnt, horizon: Horizon): MonthSum => {
  const sum = MonthSum.ofMonths(horizon.length);
  const { even } = drawn;
  if (even !== null) addEvenPayables(costs, { lines, drawn, even }, sum);
  else for (let row = 0; row < lines.length; row += 1) addPayables({ rated: lines.at(row), draws: { drawn, row } }, sum);
  return sum;
};

/** Positions that are in some list, ascending. Packs of one scope share their list. */
const unionOf = (lists: readonly (readonly number[])[]): readonly number[] => {
  const [first = [], ...others] = [...new Set(lists)];
  return others.length === 0 ? first : mergeAscending([first, ...others]);
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

/** Where a position stands in an ascending list that has it. */
const rowOf = (positions: readonly number[], position: number): number => {
  let [from, to] = [0, positions.length - 1];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((positions[middle] ?? 0) < position) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The burn-down of a component whose packs and lines are what they were, in the table that followed. */
export const keepComponent = (
  former: BurntComponent,
  usage: UsageTable,
  { packs, positions }: Pick<BurntComponent, 'packs' | 'positions'>,
): BurntComponent => {
  former.burn.lines.follow(usage, positions);
  return { ...former, packs, positions };
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
