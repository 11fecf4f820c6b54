/** One phase of the burn-down, as the two ways to count it see it: wideWork.ts and exactWork.ts. Units: pack.ts. */

import type { Ratio } from '../../numeric/ratio.ts';
import type { Drawn } from './drawn.ts';
import type { BurnPack, DayPeriod } from './pack.ts';

/** A pack while it burns down. */
export interface PackState extends BurnPack {
  /** rows of the lines in its scope, ascending */
  readonly scope: Int32Array;
  balance: bigint;
  /** by month of the horizon */
  readonly used: bigint[];
  /** of a pack with one balance for its life: the phase that took the last of it */
  emptied: Emptied | null;
}
export interface Emptied extends DayPeriod {
  /** share of the phase after which it was empty: above 0, at most 1 */
  readonly after: Ratio;
}
export interface Phase extends DayPeriod {
  /** position in the horizon */
  readonly month: number;
}
/** What the lines have left in the current phase, and what packs took so far. Lines are measured when the first pack looks at them. */
export interface PhaseWork extends Drawn {
  /** Phases come in order. */
  readonly enter: (phase: Phase) => void;
  /** Pays what the pack's balance covers, and takes it off. Returns what the lines in its scope demanded. */
  readonly draw: (pack: PackState) => bigint;
}
/** What a pack paid in a month besides what it had paid before. */
export const addUse = (pack: PackState, month: number, use: bigint): void => {
  pack.used[month] = (pack.used[month] ?? 0n) + use;
};
