/** One burn-down, as the ways to count it see it: sharedWork.ts, wideWork.ts and exactWork.ts. Units: pack.ts. */

import type { DayNumber } from '../../time/calendar.ts';
import type { Drawn } from './drawn.ts';
import type { BurnPack, Phase } from './pack.ts';

/** A pack while it burns down. */
export interface PackState extends BurnPack {
  /** rows of the lines in its scope, ascending */
  readonly scope: Int32Array;
  balance: bigint;
  /** by month of the horizon */
  readonly used: bigint[];
  /** days on which its balance was used up, ascending: at most one for each time that it was full (runOut.ts) */
  readonly ranOut: DayNumber[];
}
/** What the lines have left in the current phase, and what packs took so far. Lines are measured when the first pack looks at them. */
export interface PhaseWork extends Drawn {
  /** Phases come in order. */
  readonly enter: (phase: Phase) => void;
  /** Pays what the pack's balance covers, and takes it off. */
  readonly draw: (pack: PackState) => void;
}
/** What a pack paid in a month besides what it had paid before. */
export const addUse = (pack: PackState, month: number, use: bigint): void => {
  pack.used[month] = (pack.used[month] ?? 0n) + use;
};
