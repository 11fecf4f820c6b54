/**
 * The phases of a burn-down in columns of doubles, exactly: what makes 100,000 lines quick.
 *
 * Rule, units, rounding: burnDown.ts; exactWork.ts does the same in BigInt.
 */
import type { Amount } from '../../numeric/fixed.ts';
import { WideColumn, wideToBigInt } from '../../numeric/wide.ts';
import type { PackClass } from '../../pricebook/types.ts';
import type { Draw, PackKey } from '../bill.ts';
import type { MonthDays } from './balance.ts';
import { addPart, isPack, type RowPart } from './drawn.ts';
import { type BurnLine, NO_PHASE, type Phase } from './pack.ts';
import { addUse, type PackState, type PhaseWork } from './phaseWork.ts';
import { RunOuts } from './runOut.ts';
import { drawOf, type Take, takeOf, visitParts } from './take.ts';
import { WideCover } from './wideCover.ts';
import { WideLines } from './wideLines.ts';
import { shareWide } from './wideShare.ts';

export interface WideWorkInput {
  readonly lines: readonly BurnLine[];
  readonly months: readonly MonthDays[];
  /** no pack holds units */
  readonly isMoneyOnly: boolean;
}

export class WideWork implements PhaseWork {
  readonly covered: WideColumn;
  readonly even = null;
  readonly months: number;
  readonly #rows: readonly BurnLine[];
  readonly #isMoneyOnly: boolean;
  /** by month */
  readonly #takes: readonly Take[][];
  readonly #cover: WideCover;
  readonly #lines: WideLines;
  /** rows that draw on the current pack, what they demand and get: used again for each pack */
  readonly #drawers: Int32Array;
  readonly #demands: WideColumn;
  readonly #shares: WideColumn;
  readonly #runOuts: RunOuts;
  #visits = 0;
  #phase = NO_PHASE;

  constructor({ lines, months, isMoneyOnly }: WideWorkInput) {
    const rows = lines.length;
    this.#rows = lines;
    this.#isMoneyOnly = isMoneyOnly;
    this.covered = new WideColumn(rows * months.length);
    this.months = months.length;
    this.#takes = months.map(() => []);
    this.#cover = new WideCover(rows, isMoneyOnly);
    this.#lines = new WideLines(lines, months, { amounts: this.#cover.amountsLeft, quantities: this.#cover.quantitiesLeft, at: 0 });
    this.#drawers = new Int32Array(rows);
    this.#demands = new WideColumn(rows);
    this.#shares = new WideColumn(rows);
    this.#runOuts = new RunOuts(rows);
  }

  get visits(): number {
    return this.#visits;
  }

  enter(phase: Phase): void {
    this.#phase = phase;
    this.#lines.enter(phase);
  }

  draw(pack: PackState): void {
    this.#visits += pack.scope.length;
    const count = this.#collect(pack);
    if (count === 0) return;
    const total = sumOf(this.#demands, count);
    const before = pack.balance;
    pack.balance = before >= total ? before - total : 0n;
    addUse(pack, this.#phase.month, before - pack.balance);
    if (before < total) shareWide({ balance: before, total, demands: this.#demands, count }, this.#shares);
    const shares = before < total ? this.#shares : this.#demands;
    const taken = this.#cover.take({ denomination: pack.denomination, drawers: this.#drawers, shares, count });
    this.#keep(pack, before, taken);
    if (before <= total) this.#runOuts.note(pack, this.#phase, { before, demand: total, rows: this.#drawers, count });
  }

  coveredOf(row: number, month: number): Amount {
    return this.covered.get(row * this.months + month);
  }

  drawsOf(row: number, month: number): readonly Draw[] {
    const draws: Draw[] = [];
    this.#visitParts(row, month, (take, part) => draws.push(drawOf(take, part)));
    return draws;
  }

  drawnFrom(pack: PackKey, month: number): ReadonlyMap<number, RowPart> {
    const parts = new Map<number, RowPart>();
    const takes = new Set((this.#takes[month] ?? []).filter(({ pack: id, packClass }) => isPack(pack, { id, packClass })));
    for (const row of new Set([...takes].flatMap(({ rows }) => [...rows]))) {
      this.#visitParts(row, month, (take, part) => {
        if (takes.has(take)) addPart(parts, row, part);
      });
    }
    return parts;
  }

  #visitParts(row: number, month: number, visit: (take: Take, part: RowPart) => void): void {
    const line = this.#rows[row];
    if (line === undefined) return;
    const measure = ({ from, to }: Phase) => line.measure(month, from, to);
    visitParts({ takes: this.#takes[month] ?? [], row, measure }, visit);
  }

  coveredByClass(packClass: PackClass, month: number): Amount {
    return (this.#takes[month] ?? []).reduce((sum, take) => (take.packClass === packClass ? sum + take.amount : sum), 0n);
  }

  /** Lines in scope that have something left, with what they demand. */
  #collect({ scope, denomination }: PackState): number {
    const { hi, lo } = denomination === 'money' ? this.#cover.amountsLeft : this.#cover.quantitiesLeft;
    const lines = this.#lines;
    lines.begin();
    let count = 0;
    for (let at = 0; at < scope.length; at += 1) {
      const row = scope[at] ?? 0;
      lines.measure(row);
      const left = hi[row] ?? 0;
      if (left === 0) continue;
      this.#drawers[count] = row;
      this.#demands.put(count, left, lo[row] ?? 0);
      count += 1;
    }
    return count;
  }

  #keep(pack: PackState, before: bigint, taken: number): void {
    const { rows, amounts, quantities } = this.#cover;
    const { month } = this.#phase;
    for (let at = 0; at < taken; at += 1) {
      this.covered.add((rows[at] ?? 0) * this.months + month, amounts.hi[at] ?? 0, amounts.lo[at] ?? 0);
    }
    const amount = pack.denomination === 'money' ? before - pack.balance : sumOf(amounts, taken);
    const counted = this.#isMoneyOnly ? null : quantities;
    this.#takes[month]?.push(takeOf({ pack, phase: this.#phase, before, amount, taken, rows, amounts, quantities: counted }));
  }
}

/** As WideColumn.add, without a column. */
const sumOf = (column: WideColumn, count: number): bigint => {
  let [hi, lo] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const value = column.hi[at] ?? 0;
    const sum = hi + value;
    const part = sum - hi;
    const rest = hi - (sum - part) + (value - part) + lo + (column.lo[at] ?? 0);
    hi = sum + rest;
    lo = rest - (hi - sum);
  }
  return wideToBigInt(hi, lo);
};
