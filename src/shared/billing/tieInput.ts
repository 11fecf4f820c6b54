/** What the ties of a component are looked for in. */
import type { Horizon } from './horizon.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import type { BurnDownInput } from './packs/burnDown.ts';
import type { LineAt } from './packs/ties.ts';

/** The lines of the component by row. */
interface RatedLines {
  readonly length: number;
  readonly at: (row: number) => RatedLine;
}
export interface TieFindingsInput {
  /** one component, as it burns down */
  readonly burn: BurnDownInput;
  readonly lines: RatedLines;
  /** by position, as in the packs' `lines` */
  readonly lineAt: LineAt;
  readonly horizon: Horizon;
}
