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
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import { divideHalfUp } from '../../numeric/rounding.ts';
import { type DayNumber, formatDate } from '../../time/calendar.ts';
import type { Draw } from '../bill.ts';
import { levelOf, type MonthDays } from './balance.ts';
import { orderPacks } from './burnOrder.ts';
import type { BurnLine, BurnPack } from './pack.ts';
import { phasesOfMonth } from './phases.ts';
import { shareByLargestRemainder } from './share.ts';

export interface BurnDownInput {
  /** of one component or of several */
  readonly packs: readonly BurnPack[];
  /** by position, as in BurnPack.lines */
  readonly lines: readonly BurnLine[];
  /** the months of the horizon */
  readonly months: readonly MonthDays[];
  readonly cuts: readonly DayNumber[];
  /** burn order of the packs in a month; the rule's own where it is not given */
  readonly order?: (packs: readonly PackState[], nextMonth: DayNumber) => readonly PackState[];
}
export interface PackState extends BurnPack {
  balance: bigint;
  /** by month of the horizon */
  readonly used: bigint[];
}
export interface BurnDown {
  /** by position of the line, then by month of the horizon; a line that no pack paid for has no entry */
  readonly draws: ReadonlyMap<number, readonly (readonly Draw[] | undefined)[]>;
  readonly packs: readonly PackState[];
}

export const burnDown = ({ packs, lines, months, cuts, order = orderPacks }: BurnDownInput): BurnDown => {
  const states = packs.map((pack): PackState => ({ ...pack, balance: pack.opening, used: months.map(() => 0n) }));
  const work = new PhaseWork(lines, months.length);
  const monthly = states.some((pack) => pack.reset === 'month');
  let ordered: readonly PackState[] | null = null;
  for (const [monthIndex, month] of months.entries()) {
    for (const pack of states) if (pack.reset === 'month') pack.balance = pack.held;
    if (ordered === null || monthly) ordered = order(states, month.end);
    for (const phase of phasesOfMonth(cuts, month.start, month.end)) {
      work.enter(monthIndex, phase.start, phase.end);
      for (const pack of ordered) {
        if (pack.start > phase.start || pack.expiry < phase.end) continue;
        if (pack.reset === 'level') pack.balance = levelOf(pack, month, phase.start, phase.end);
        if (pack.balance > 0n) work.draw(pack);
      }
    }
  }
  return { draws: work.draws, packs: states };
};

/** What the lines have left in the current phase. Lines are measured when the first pack looks at them. */
class PhaseWork {
  readonly draws = new Map<number, (Draw[] | undefined)[]>();
  readonly #lines: readonly BurnLine[];
  readonly #months: number;
  readonly #amounts: Amount[];
  readonly #quantities: Quantity[];
  readonly #phaseOf: Int32Array;
  #phase = 0;
  #month = 0;
  #from: DayNumber = 0;
  #to: DayNumber = 0;
  #period: { readonly start: string; readonly end: string } | null = null;

  constructor(lines: readonly BurnLine[], months: number) {
    this.#lines = lines;
    this.#months = months;
    this.#amounts = lines.map(() => 0n);
    this.#quantities = lines.map(() => 0n);
    this.#phaseOf = new Int32Array(lines.length);
  }

  enter(month: number, from: DayNumber, to: DayNumber): void {
    this.#phase += 1;
    this.#month = month;
    this.#from = from;
    this.#to = to;
    this.#period = null;
  }

  draw(pack: PackState): void {
    const left = pack.denomination === 'money' ? this.#amounts : this.#quantities;
    const drawers: number[] = [];
    const demands: bigint[] = [];
    let total = 0n;
    for (const line of pack.lines) {
      this.#measure(line);
      const demand = left[line] ?? 0n;
      if (demand === 0n) continue;
      drawers.push(line);
      demands.push(demand);
      total += demand;
    }
    if (total === 0n) return;
    const before = pack.balance;
    const shares = before >= total ? demands : shareByLargestRemainder(before, demands, total);
    pack.balance = before >= total ? before - total : 0n;
    pack.used[this.#month] = (pack.used[this.#month] ?? 0n) + before - pack.balance;
    for (const [index, line] of drawers.entries()) {
      const share = shares[index] ?? 0n;
      if (share > 0n) this.#cover(line, pack, { share, before });
    }
  }

  #measure(line: number): void {
    if (this.#phaseOf[line] === this.#phase) return;
    this.#phaseOf[line] = this.#phase;
    const burnLine = this.#lines[line];
    const active = burnLine !== undefined && burnLine.start <= this.#from && burnLine.end >= this.#to;
    const part = active ? burnLine.measure(this.#month, this.#from, this.#to) : null;
    this.#amounts[line] = part?.amount ?? 0n;
    this.#quantities[line] = part?.quantity ?? 0n;
  }

  #cover(line: number, pack: PackState, { share, before }: { readonly share: bigint; readonly before: bigint }): void {
    const amountBefore = this.#amounts[line] ?? 0n;
    const quantityBefore = this.#quantities[line] ?? 0n;
    const covered = coverPart({ denomination: pack.denomination, share, amountBefore, quantityBefore });
    this.#amounts[line] = amountBefore - covered.amount;
    this.#quantities[line] = quantityBefore - covered.quantity;
    this.#period ??= { start: formatDate(this.#from), end: formatDate(this.#to) };
    const draw: Draw = {
      pack: pack.id,
      packClass: pack.packClass,
      start: this.#period.start,
      end: this.#period.end,
      amount: covered.amount,
      quantity: covered.quantity,
      balanceBefore: before,
      balanceAfter: pack.balance,
    };
    this.#keep(line, draw);
  }

  #keep(line: number, draw: Draw): void {
    let months = this.draws.get(line);
    if (months === undefined) {
      months = new Array<Draw[] | undefined>(this.#months).fill(undefined);
      this.draws.set(line, months);
    }
    const known = months[this.#month];
    if (known === undefined) months[this.#month] = [draw];
    else known.push(draw);
  }
}

interface CoverInput {
  readonly denomination: 'money' | 'quantity';
  readonly share: bigint;
  readonly amountBefore: Amount;
  readonly quantityBefore: Quantity;
}
/** How much of a line's amount and quantity a share pays for. */
export const coverPart = ({ denomination, share, amountBefore, quantityBefore }: CoverInput): { amount: Amount; quantity: Quantity } => {
  if (share === (denomination === 'money' ? amountBefore : quantityBefore)) return { amount: amountBefore, quantity: quantityBefore };
  if (denomination === 'quantity') return { amount: divideHalfUp(amountBefore * share, quantityBefore), quantity: share };
  const quantityLeft = divideHalfUp(quantityBefore * (amountBefore - share), amountBefore);
  return { amount: share, quantity: quantityBefore - quantityLeft };
};
