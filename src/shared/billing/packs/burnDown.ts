/**
 * Packs burn down over the horizon, phase by phase.
 *
 * Rule: in each phase the packs that are valid are taken in burn order. One that covers the demand of the lines in its scope covers
 * all of it; one that does not is shared among them and is empty. Covering part of a line's amount leaves R6(quantity x amount left /
 * amount before) of its quantity; covering part of its quantity covers R12(amount x quantity covered / quantity before) of its
 * amount; covering all of either covers all of both. A pack never pays for days before its start.
 * Units: Amount 10^-12 CNY, Quantity 10^-6 units, days.
 * Rounding: R6 and R12 as above, shares by largest remainder.
 * Source: billing.md, 5.2; earliest expiry first from seed 002; sharing inside a phase is ASSUMPTION.
 */
import { isWide } from '../../numeric/wide.ts';
import type { DayNumber } from '../../time/calendar.ts';
import { levelOf, type MonthDays } from './balance.ts';
import { orderPacks } from './burnOrder.ts';
import { Demands, type LineChange } from './demands.ts';
import type { Drawn } from './drawn.ts';
import { ExactWork } from './exactWork.ts';
import type { BurnLine, BurnLines, BurnPack, Phase } from './pack.ts';
import { phasesOfMonth } from './phases.ts';
import type { PackState, PhaseWork } from './phaseWork.ts';
import { SharedWork } from './sharedWork.ts';
import { WideWork } from './wideWork.ts';

export interface BurnDownInput {
  /** of one component or of several */
  readonly packs: readonly BurnPack[];
  /** those in the scope of the packs */
  readonly lines: BurnLines;
  /** the rows of each pack: positions in `lines` */
  readonly scopes: readonly Int32Array[];
  /** the months of the horizon */
  readonly months: readonly MonthDays[];
  readonly cuts: readonly DayNumber[];
  /** burn order of the packs in a month; the rule's own where it is not given */
  readonly order?: (packs: readonly PackState[], nextMonth: DayNumber) => readonly PackState[];
}
export interface BurnDown {
  readonly drawn: Drawn;
  readonly packs: readonly PackState[];
  /** what the lines demand together; null where they were looked at one by one */
  readonly demands: Demands | null;
}
/** An earlier burn-down of the same packs, rows and cuts, and the lines that are others now. */
export interface FormerBurn {
  readonly demands: Demands;
  readonly changes: readonly LineChange[];
}

/** `former` saves looking at every line; without it the result is the same. */
export const burnDown = (input: BurnDownInput, former: FormerBurn | null = null): BurnDown => {
  const { lines, months } = input;
  const phases = months.flatMap(({ start, end }, month) =>
    phasesOfMonth(input.cuts, start, end).map((phase): Phase => ({ month, from: phase.start, to: phase.end })),
  );
  const burn = <W extends PhaseWork>(work: W): BurnDown & { readonly drawn: W } => ({
    drawn: work,
    packs: burnPhases(input, phases, work),
    demands: null,
  });
  if (!(former === null ? canBeWide(input) : former.changes.every(({ after }) => after.isWide))) {
    return burn(new ExactWork(listOf(lines), months.length));
  }
  const burnLines = () => burn(new WideWork({ lines: listOf(lines), months, isMoneyOnly: isMoneyOnly(input) }));
  if (!isShared(input)) return burnLines();
  const demands = former?.demands.follow(lines, former.changes) ?? Demands.measure(lines, phases);
  return { ...burn(new SharedWork({ demands, months: months.length, burnLines: () => burnLines().drawn })), demands };
};

const listOf = (lines: BurnLines): readonly BurnLine[] => Array.from({ length: lines.length }, (_, row) => lines.at(row));

const burnPhases = (
  { packs, scopes, months, order = orderPacks }: BurnDownInput,
  phases: readonly Phase[],
  work: PhaseWork,
): readonly PackState[] => {
  const states = packs.map((pack, position): PackState => {
    const scope = scopes[position] ?? new Int32Array(0);
    return { ...pack, scope, balance: pack.opening, used: months.map(() => 0n), ranOut: [] };
  });
  const monthly = states.some((pack) => pack.reset === 'month');
  let ordered: readonly PackState[] = [];
  let month = -1;
  for (const phase of phases) {
    const days = months[phase.month];
    if (days === undefined) continue;
    if (phase.month !== month) {
      for (const pack of states) if (pack.reset === 'month') pack.balance = pack.held;
      if (month < 0 || monthly) ordered = order(states, days.end);
      month = phase.month;
    }
    work.enter(phase);
    for (const pack of ordered) {
      if (pack.start > phase.from || pack.expiry < phase.to) continue;
      if (pack.reset === 'level') pack.balance = levelOf(pack, days, phase.from, phase.to);
      if (pack.balance > 0n) work.draw(pack);
    }
  }
  return states;
};

/** All packs hold money and pay for the same lines. */
const isShared = (input: BurnDownInput): boolean =>
  isMoneyOnly(input) && input.packs.every((_, position) => input.scopes[position]?.length === input.lines.length);

const isMoneyOnly = ({ packs }: BurnDownInput): boolean => packs.every(({ denomination }) => denomination === 'money');

// Two to the 20: that many wide values may be added up.
const MOST_LINES = 1_048_576;

/** Whether no sum can leave the range of the kernel. */
const canBeWide = ({ packs, lines }: BurnDownInput): boolean =>
  lines.length <= MOST_LINES && lines.areWide() && packs.every(({ held, opening }) => isWide(held) && isWide(opening));
