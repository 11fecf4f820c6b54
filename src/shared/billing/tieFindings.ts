/**
 * BURN_ORDER_TIE, and what the choice between tied packs may change.
 *
 * Rule: one issue for each group of tied packs, on the first of them; where the choice changes the option's payable total, the lowest
 * and the highest that any order gives. Components do not meet, so their extremes add up.
 * Units: fen.
 * Rounding: as in charge.ts; every order is computed in full, nothing is estimated. Where that would be too many orders, the issue
 * has no bounds and says so (`bounds: notComputed`).
 * Source: billing.md, 5.1; seed 002.
 */
import type { Issue } from '../core/issue.ts';
import { type Fen, formatFen } from '../numeric/fixed.ts';
import type { RoundingProfile, UsageSku } from '../pricebook/types.ts';
import { roundCharge } from './charge.ts';
import { issueOf } from './issues.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import { type BurnDownInput, burnDown } from './packs/burnDown.ts';
import type { BurnPack } from './packs/pack.ts';
import { countOrders, kindsOf, listOrders, orderByPlaces } from './packs/tieOrders.ts';
import { findTies, type LineAt } from './packs/ties.ts';

export type RoundingOf = (sku: UsageSku) => RoundingProfile;
export interface TieFindingsInput {
  /** one component, as it burns down */
  readonly burn: BurnDownInput;
  /** of the rows, in their order */
  readonly lines: readonly RatedLine[];
  /** by position, as in the packs' `lines` */
  readonly lineAt: LineAt;
  readonly roundingOf: RoundingOf;
}
/** The ties of one component. */
export interface ComponentTies {
  readonly groups: readonly (readonly BurnPack[])[];
  /** null: too many orders to compute */
  readonly range: Range | null;
}

// 6 tied packs of different kinds have 720 orders.
const MOST_ORDERS = 720;
// Packs x lines x phases over all orders: a fraction of a second.
const MOST_STEPS = 1_000_000;

/** null: no packs are tied. */
export const findComponentTies = (input: TieFindingsInput): ComponentTies | null => {
  const groups = findTies({ packs: input.burn.packs, months: input.burn.months, lineAt: input.lineAt });
  return groups.length === 0 ? null : { groups, range: rangeOf(input, groups) };
};

/** `payable`: of the option, in the rule's own order. */
export const tieIssues = (components: readonly (ComponentTies | null)[], payable: Fen): readonly Issue[] => {
  const tied = components.filter((ties) => ties !== null);
  if (tied.length === 0) return [];
  const params = rangeParams(addRanges(tied.map(({ range }) => range)), payable);
  return tied.flatMap(({ groups }) => groups.flatMap((group) => tieIssue(group, params)));
};

type Params = Readonly<Record<string, string>>;
/** What the order may add to the payable total, at least and at most. */
interface Range {
  readonly lowest: Fen;
  readonly highest: Fen;
}

const tieIssue = (group: readonly BurnPack[], params: Params): readonly Issue[] => {
  const [first] = group;
  const packs = group.map(({ id }) => id).join(', ');
  return first === undefined ? [] : [issueOf({ code: 'BURN_ORDER_TIE', line: first.id, params: { packs, ...params } })];
};

const rangeParams = (range: Range | null, payable: Fen): Params => {
  if (range === null) return { bounds: 'notComputed' };
  if (range.lowest === range.highest) return {};
  return { lowest: formatFen(payable + range.lowest), highest: formatFen(payable + range.highest) };
};

const addRanges = (ranges: readonly (Range | null)[]): Range | null => {
  let sum: Range = { lowest: 0n, highest: 0n };
  for (const range of ranges) {
    if (range === null) return null;
    sum = { lowest: sum.lowest + range.lowest, highest: sum.highest + range.highest };
  }
  return sum;
};

/** null: too many orders to compute. */
const rangeOf = (input: TieFindingsInput, groups: ComponentTies['groups']): Range | null => {
  const kinds = groups.map(kindsOf);
  const count = kinds.reduce((product, each) => product * countOrders(each), 1);
  if (count === 1) return { lowest: 0n, highest: 0n };
  if (count > MOST_ORDERS || count * stepsOf(input) > MOST_STEPS) return null;
  const orders = kinds
    .map(listOrders)
    .reduce<readonly (readonly (readonly BurnPack[])[])[]>(
      (chosen, next) => chosen.flatMap((each) => next.map((order) => [...each, order])),
      [[]],
    );
  const own = payableOf(input, groups);
  let range: Range = { lowest: 0n, highest: 0n };
  for (const chosen of orders) {
    const added = payableOf(input, chosen) - own;
    if (added < range.lowest) range = { ...range, lowest: added };
    if (added > range.highest) range = { ...range, highest: added };
  }
  return range;
};

const stepsOf = ({ burn: { packs, months, cuts } }: TieFindingsInput): number =>
  packs.reduce((sum, { lines }) => sum + lines.length, 0) * (months.length + cuts.length);

/** What the lines of a component pay when its tied packs are taken in the chosen order. */
const payableOf = ({ burn, lines, roundingOf }: TieFindingsInput, chosen: ComponentTies['groups']): Fen => {
  const { drawn } = burnDown({ ...burn, order: orderByPlaces(burn.packs, chosen) });
  let payable = 0n;
  for (const [row, line] of lines.entries()) {
    const rounding = roundingOf(line.usage.sku);
    for (let at = 0; at < line.length; at += 1) {
      payable += roundCharge(line.listCostOf(at) - drawn.coveredOf(row, line.first + at), rounding);
    }
  }
  return payable;
};
