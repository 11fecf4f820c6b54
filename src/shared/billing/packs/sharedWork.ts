/**
 * The phases of a burn-down where all packs hold money and pay for the same lines: counted by what the lines demand together.
 *
 * Balances, use and totals need no line. What one line gets does (largest remainder), and is counted when somebody asks for it, by the
 * work that looks at every line; what a charge comes to in fen, `even` tells for nearly all of them.
 * Rule, units, rounding: burnDown.ts.
 */

import type { Amount } from '../../numeric/fixed.ts';
import { type WideRatio, wideRatioOf } from '../../numeric/wide.ts';
import type { PackClass } from '../../pricebook/types.ts';
import type { Draw, PackKey } from '../bill.ts';
import type { Demands } from './demands.ts';
import type { Drawn, RowPart } from './drawn.ts';
import { EvenLeft, type PhaseLeft } from './evenLeft.ts';
import type { Phase } from './pack.ts';
import { addUse, type PackState, type PhaseWork } from './phaseWork.ts';
import { RunOuts } from './runOut.ts';

export interface SharedWorkInput {
  readonly demands: Demands;
  /** number of months */
  readonly months: number;
  /** the same burn-down, line by line */
  readonly burnLines: () => Drawn;
}

/** All lines wait for the same packs: one row stands for all of them. */
const ALL_LINES = { rows: [0], count: 1 };

const ALL: WideRatio = { hi: 1, lo: 0 };

interface Unpaid {
  readonly phase: Phase;
  /** null: no pack has asked */
  demand: Amount | null;
  left: Amount;
  /** how many packs were shared */
  shared: number;
}

export class SharedWork implements PhaseWork {
  readonly covered = null;
  readonly months: number;
  readonly #input: SharedWorkInput;
  readonly #phases: Unpaid[] = [];
  /** list cost covered, by month */
  readonly #byClass = new Map<PackClass, Amount[]>();
  readonly #runOuts = new RunOuts(1);
  #even: EvenLeft | null = null;
  #drawn: Drawn | null = null;
  #visits = 0;

  constructor(input: SharedWorkInput) {
    this.months = input.months;
    this.#input = input;
  }

  get visits(): number {
    return this.#visits;
  }

  get even(): EvenLeft {
    this.#even ??= evenOf(this.#phases, this.months);
    return this.#even;
  }

  enter(phase: Phase): void {
    this.#phases.push({ phase, demand: null, left: 0n, shared: 0 });
  }

  draw(pack: PackState): void {
    this.#visits += pack.scope.length;
    const now = this.#phases.at(-1);
    if (now === undefined) return;
    if (now.demand === null) {
      now.demand = this.#input.demands.totalOf(this.#phases.length - 1);
      now.left = now.demand;
    }
    if (now.left === 0n) return;
    const { left: demand, phase } = now;
    const before = pack.balance;
    const isShared = before < demand;
    const paid = isShared ? before : demand;
    pack.balance = before - paid;
    now.left -= paid;
    if (isShared) now.shared += 1;
    addUse(pack, phase.month, paid);
    const sums = this.#byClass.get(pack.packClass) ?? [];
    this.#byClass.set(pack.packClass, sums);
    sums[phase.month] = (sums[phase.month] ?? 0n) + paid;
    if (before <= demand) this.#runOuts.note(pack, phase, { before, demand, ...ALL_LINES });
  }

  coveredOf(row: number, month: number): Amount {
    return this.#lines().coveredOf(row, month);
  }

  drawsOf(row: number, month: number): readonly Draw[] {
    return this.#lines().drawsOf(row, month);
  }

  drawnFrom(pack: PackKey, month: number): ReadonlyMap<number, RowPart> {
    return this.#lines().drawnFrom(pack, month);
  }

  coveredByClass(packClass: PackClass, month: number): Amount {
    return this.#byClass.get(packClass)?.[month] ?? 0n;
  }

  #lines(): Drawn {
    this.#drawn ??= this.#input.burnLines();
    return this.#drawn;
  }
}

const evenOf = (phases: readonly Unpaid[], months: number): EvenLeft => {
  const byMonth = Array.from({ length: months }, (): PhaseLeft[] => []);
  for (const { phase, demand, left, shared } of phases) {
    byMonth[phase.month]?.push({ phase, part: demand === null || demand === 0n ? ALL : wideRatioOf(left, demand), shared });
  }
  return new EvenLeft(byMonth);
};
