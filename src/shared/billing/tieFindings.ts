/**
 * BURN_ORDER_TIE, and what the choice between tied packs may change.
 *
 * Rule: one issue for each group of tied packs, on the first of them; where the choice changes the option's payable total, the lowest
 * and the highest that any order gives. Components do not meet, so their extremes add up.
 * Units: fen.
 * Rounding: as in charge.ts; every order is computed in full, nothing is estimated. Where that would take too long (more than 8 packs, or
 * many lines), the issue has bounds that no order can leave, but that none may reach, and says so (`bounds: outer`).
 * Source: billing.md, 5.1; seed 002.
 */
import type { Issue } from '../core/issue.ts';
import { type Fen, formatFen } from '../numeric/fixed.ts';
import { issueOf } from './issues.ts';
import { addPayables } from './lines/payables.ts';
import { MonthSum } from './monthSum.ts';
import { burnDown } from './packs/burnDown.ts';
import type { BurnPack } from './packs/pack.ts';
import { countOrders, kindsOf, listOrders, orderByPlaces } from './packs/tieOrders.ts';
import { findTies } from './packs/ties.ts';
import { boundPayable } from './tieBounds.ts';
import type { TieFindingsInput } from './tieInput.ts';

/** The ties of one component. */
export interface ComponentTies {
  readonly groups: readonly (readonly BurnPack[])[];
  /** computed when somebody asks */
  readonly range: () => Range;
}

// 8 tied packs of different kinds have 40,320 orders.
const MOST_ORDERS = 40_320;
// Looks of a pack at a line, over all orders: a second or two, when somebody asks for the issues; each order costs some more.
const MOST_VISITS = 10_000_000;
const VISITS_PER_ORDER = 50;

/** null: no packs are tied. */
export const findComponentTies = (input: TieFindingsInput): ComponentTies | null => {
  const groups = findTies({ packs: input.burn.packs, months: input.burn.months, lineAt: input.lineAt });
  if (groups.length === 0) return null;
  let range: Range | null = null;
  return {
    groups,
    range: () => {
      range ??= rangeOf(input, groups);
      return range;
    },
  };
};

/** `payable`: of the option, in the rule's own order. */
export const tieIssues = (components: readonly (ComponentTies | null)[], payable: Fen): readonly Issue[] => {
  const tied = components.filter((ties) => ties !== null);
  if (tied.length === 0) return [];
  const params = rangeParams(
    tied.reduce((sum, { range }) => addRanges(sum, range()), NO_CHANGE),
    payable,
  );
  return tied.flatMap(({ groups }) => groups.flatMap((group) => tieIssue(group, params)));
};

type Params = Readonly<Record<string, string>>;
/** What the order may add to the payable total, at least and at most. */
interface Range {
  readonly lowest: Fen;
  readonly highest: Fen;
  /** false: outer bounds, not what some order gives */
  readonly isExact: boolean;
}
const NO_CHANGE: Range = { lowest: 0n, highest: 0n, isExact: true };

const tieIssue = (group: readonly BurnPack[], params: Params): readonly Issue[] => {
  const [first] = group;
  const packs = group.map(({ id }) => id).join(', ');
  return first === undefined ? [] : [issueOf({ code: 'BURN_ORDER_TIE', line: first.id, params: { packs, ...params } })];
};

const rangeParams = ({ lowest, highest, isExact }: Range, payable: Fen): Params => {
  if (lowest === highest) return {};
  const range = { lowest: formatFen(payable + lowest), highest: formatFen(payable + highest) };
  return isExact ? range : { ...range, bounds: 'outer' };
};

const addRanges = (a: Range, b: Range): Range => ({
  lowest: a.lowest + b.lowest,
  highest: a.highest + b.highest,
  isExact: a.isExact && b.isExact,
});

const rangeOf = (input: TieFindingsInput, groups: ComponentTies['groups']): Range => {
  const kinds = groups.map(kindsOf);
  const count = kinds.reduce((product, each) => product * countOrders(each), 1);
  if (count === 1) return NO_CHANGE;
  const own = payIn(input, groups);
  return (count > MOST_ORDERS ? null : tryOrders(input, kinds, own)) ?? outerRange(input, own);
};

const outerRange = (input: TieFindingsInput, own: Payment): Range => {
  const { lowest, highest } = boundPayable(input);
  return { lowest: lowest - own.payable, highest: highest - own.payable, isExact: false };
};

/** null: it would take too long. */
const tryOrders = (input: TieFindingsInput, kinds: readonly ReturnType<typeof kindsOf>[], own: Payment): Range | null => {
  const orders = kinds
    .map(listOrders)
    .reduce<readonly (readonly (readonly BurnPack[])[])[]>(
      (chosen, next) => chosen.flatMap((each) => next.map((order) => [...each, order])),
      [[]],
    );
  // The first order tells what the others will cost, more or less.
  if (orders.length * (own.visits + VISITS_PER_ORDER) > MOST_VISITS) return null;
  let { lowest, highest } = NO_CHANGE;
  for (const chosen of orders) {
    const added = payIn(input, chosen).payable - own.payable;
    if (added < lowest) lowest = added;
    if (added > highest) highest = added;
  }
  return { lowest, highest, isExact: true };
};

interface Payment {
  readonly payable: Fen;
  /** what computing it cost */
  readonly visits: number;
}

/** What the lines of a component pay when its tied packs are taken in the chosen order. */
const payIn = ({ burn, lines, horizon }: TieFindingsInput, chosen: ComponentTies['groups']): Payment => {
  const { drawn } = burnDown({ ...burn, order: orderByPlaces(burn.packs, chosen) });
  const payables = MonthSum.ofMonths(horizon.length);
  for (let row = 0; row < lines.length; row += 1) addPayables({ rated: lines.at(row), draws: { drawn, row } }, payables);
  const payable = burn.months.reduce((sum, _, month) => sum + payables.get(month), 0n);
  return { payable, visits: drawn.visits };
};
