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
import type { Drawn } from './drawn.ts';
import { ExactWork } from './exactWork.ts';
import type { BurnLine, BurnPack } from './pack.ts';
import { phasesOfMonth } from './phases.ts';
import type { PackState, PhaseWork } from './phaseWork.ts';
import { WideWork } from './wideWork.ts';

export interface BurnDownInput {
  /** of one component or of several */
  readonly packs: readonly BurnPack[];
  /** those in the scope of the packs */
  readonly lines: readonly BurnLine[];
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
}

export const burnDown = (input: BurnDownInput): BurnDown => {
  const { packs, lines, scopes, months, cuts, order = orderPacks } = input;
  const states = packs.map((pack, position): PackState => {
    const scope = scopes[position] ?? new Int32Array(0);
    return { ...pack, scope, balance: pack.opening, used: months.map(() => 0n), ranOut: [] };
  });
  const work: PhaseWork = canBeWide(input) ? new WideWork(lines, months) : new ExactWork(lines, months.length);
  const monthly = states.some((pack) => pack.reset === 'month');
  let ordered: readonly PackState[] | null = null;
  for (const [month, days] of months.entries()) {
    for (const pack of states) if (pack.reset === 'month') pack.balance = pack.held;
    if (ordered === null || monthly) ordered = order(states, days.end);
    for (const phase of phasesOfMonth(cuts, days.start, days.end)) {
      work.enter({ month, from: phase.start, to: phase.end });
      for (const pack of ordered) {
        if (pack.start > phase.start || pack.expiry < phase.end) continue;
        if (pack.reset === 'level') pack.balance = levelOf(pack, days, phase.start, phase.end);
        if (pack.balance > 0n) work.draw(pack);
      }
    }
  }
  return { drawn: work, packs: states };
};

// Two to the 20: that many wide values may be added up.
const MOST_LINES = 1_048_576;

/** Whether no sum can leave the range of the kernel. */
const canBeWide = ({ packs, lines }: BurnDownInput): boolean =>
  lines.length <= MOST_LINES && lines.every((line) => line.isWide) && packs.every(({ held, opening }) => isWide(held) && isWide(opening));
