/** What the ties of a component are looked for in. */
import type { RoundingProfile, UsageSku } from '../pricebook/types.ts';
import type { Horizon } from './horizon.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import type { BurnDownInput } from './packs/burnDown.ts';
import type { LineAt } from './packs/ties.ts';

export type RoundingOf = (sku: UsageSku) => RoundingProfile;
export interface TieFindingsInput {
  /** one component, as it burns down */
  readonly burn: BurnDownInput;
  /** of the rows, in their order */
  readonly lines: readonly RatedLine[];
  /** by position, as in the packs' `lines` */
  readonly lineAt: LineAt;
  readonly roundingOf: RoundingOf;
  readonly horizon: Horizon;
}
