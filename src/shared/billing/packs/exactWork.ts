/**
 * The phases of a burn-down in BigInt: for values beyond the kernel's range.
 *
 * Rule, units, rounding: burnDown.ts. wideWork.ts does the same in doubles, and a test holds the two against each other.
 */
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import type { PackClass } from '../../pricebook/types.ts';
import { formatDate } from '../../time/calendar.ts';
import type { Draw, PackKey } from '../bill.ts';
import { coverPart } from './cover.ts';
import { addPart, isPack, type RowPart } from './drawn.ts';
import { type BurnLine, NO_PHASE, type Phase } from './pack.ts';
import { addUse, type PackState, type PhaseWork } from './phaseWork.ts';
import { RunOuts } from './runOut.ts';
import { shareByLargestRemainder } from './share.ts';

const NO_DRAWS: readonly Draw[] = [];

export class ExactWork implements PhaseWork {
  readonly covered = null;
  readonly even = null;
  readonly months: number;
  readonly #lines: readonly BurnLine[];
  /** by row, then by month */
  readonly #draws: readonly (Draw[] | undefined)[][];
  readonly #amounts: Amount[];
  readonly #quantities: Quantity[];
  /** list cost covered, by month */
  readonly #byClass = new Map<PackClass, Amount[]>();
  /** in which phase a row was measured */
  readonly #phaseOf: Int32Array;
  readonly #runOuts: RunOuts;
  #visits = 0;
  #phases = 0;
  #phase = NO_PHASE;

  constructor(lines: readonly BurnLine[], months: number) {
    this.months = months;
    this.#lines = lines;
    this.#draws = lines.map(() => new Array<undefined>(months).fill(undefined));
    this.#amounts = lines.map(() => 0n);
    this.#quantities = lines.map(() => 0n);
    this.#phaseOf = new Int32Array(lines.length);
    this.#runOuts = new RunOuts(lines.length);
  }

  get visits(): number {
    return this.#visits;
  }

  enter(phase: Phase): void {
    this.#phases += 1;
    this.#phase = phase;
  }

  draw(pack: PackState): void {
    this.#visits += pack.scope.length;
    const left = pack.denomination === 'money' ? this.#amounts : this.#quantities;
    const drawers: number[] = [];
    const demands: bigint[] = [];
    let total = 0n;
    for (const row of pack.scope) {
      this.#measure(row);
      const demand = left[row] ?? 0n;
      if (demand === 0n) continue;
      drawers.push(row);
      demands.push(demand);
      total += demand;
    }
    if (total === 0n) return;
    const before = pack.balance;
    const shares = before >= total ? demands : shareByLargestRemainder(before, demands, total);
    pack.balance = before >= total ? before - total : 0n;
    addUse(pack, this.#phase.month, before - pack.balance);
    for (const [index, row] of drawers.entries()) {
      const share = shares[index] ?? 0n;
      if (share > 0n) this.#cover(row, pack, { share, before });
    }
    if (before <= total) this.#runOuts.note(pack, this.#phase, { before, demand: total, rows: drawers, count: drawers.length });
  }

  coveredOf(row: number, month: number): Amount {
    return this.drawsOf(row, month).reduce((sum, { amount }) => sum + amount, 0n);
  }

  drawsOf(row: number, month: number): readonly Draw[] {
    return this.#draws[row]?.[month] ?? NO_DRAWS;
  }

  drawnFrom(pack: PackKey, month: number): ReadonlyMap<number, RowPart> {
    const parts = new Map<number, RowPart>();
    for (const [row, months] of this.#draws.entries()) {
      for (const draw of months[month] ?? NO_DRAWS) {
        if (isPack(pack, { id: draw.pack, packClass: draw.packClass })) addPart(parts, row, draw);
      }
    }
    return parts;
  }

  coveredByClass(packClass: PackClass, month: number): Amount {
    return this.#byClass.get(packClass)?.[month] ?? 0n;
  }

  #measure(row: number): void {
    if (this.#phaseOf[row] === this.#phases) return;
    this.#phaseOf[row] = this.#phases;
    const { month, from, to } = this.#phase;
    const line = this.#lines[row];
    const part = line !== undefined && line.start <= from && line.end >= to ? line.measure(month, from, to) : null;
    this.#amounts[row] = part?.amount ?? 0n;
    this.#quantities[row] = part?.quantity ?? 0n;
  }

  #cover(row: number, pack: PackState, { share, before }: { readonly share: bigint; readonly before: bigint }): void {
    const amountBefore = this.#amounts[row] ?? 0n;
    const quantityBefore = this.#quantities[row] ?? 0n;
    const covered = coverPart({ denomination: pack.denomination, share, amountBefore, quantityBefore });
    this.#amounts[row] = amountBefore - covered.amount;
    this.#quantities[row] = quantityBefore - covered.quantity;
    const { month, from, to } = this.#phase;
    const draw: Draw = {
      pack: pack.id,
      packClass: pack.packClass,
      start: formatDate(from),
      end: formatDate(to),
      amount: covered.amount,
      quantity: covered.quantity,
      balanceBefore: before,
      balanceAfter: pack.balance,
    };
    const sums = this.#byClass.get(pack.packClass) ?? [];
    this.#byClass.set(pack.packClass, sums);
    sums[month] = (sums[month] ?? 0n) + covered.amount;
    const months = this.#draws[row];
    if (months !== undefined) months[month] = [...(months[month] ?? NO_DRAWS), draw];
  }
}
