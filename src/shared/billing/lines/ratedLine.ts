/**
 * A usage line at list price: every active month of the horizon, and any run of days inside one.
 *
 * Two kinds: a flat price and quantities that fit doubles are counted by the kernel (flatLine.ts), everything else in BigInt
 * (generalLine.ts). Both give the same numbers; which one a line is, nobody else needs to know.
 * Rule: billing.md, 4.1 to 4.3, in the order meter, then rate.
 * Units: Amount 10^-12 CNY, Quantity 10^-6 units, days. `at` counts the active months from 0.
 * Rounding: R12 of a month's list cost, R6 of its quantity.
 */
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import type { WideSlice } from '../../numeric/wide.ts';
import type { BurnLine } from '../packs/pack.ts';
import type { UsableUsage } from '../read/readUsage.ts';

export interface RatedLine extends BurnLine {
  readonly usage: UsableUsage;
  /** position in the horizon of the first active month; they are consecutive */
  readonly first: number;
  /** number of active months */
  readonly length: number;
  readonly listCostOf: (at: number) => Amount;
  readonly quantityOf: (at: number) => Quantity;
  /** list costs by active month, where the kernel counted them */
  readonly listCosts: WideSlice | null;
  /** some month's exact quantity is no whole number of units */
  readonly hasPartialUnits: () => boolean;
}
