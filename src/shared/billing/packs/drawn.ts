/**
 * What the burn-down of a component leaves behind.
 *
 * Units: bill.ts. `row` is the line's position in the component, `month` that of the horizon.
 */
import type { Amount } from '../../numeric/fixed.ts';
import type { WideColumn } from '../../numeric/wide.ts';
import type { PackClass } from '../../pricebook/types.ts';
import type { Draw } from '../bill.ts';

export interface Drawn {
  /** how many times a pack looked at a line: what the burn-down cost */
  readonly visits: number;
  /** list cost that packs paid, by row x number of months + month, where the kernel counted it */
  readonly covered: WideColumn | null;
  readonly coveredOf: (row: number, month: number) => Amount;
  /** in the order of phases and turns */
  readonly drawsOf: (row: number, month: number) => readonly Draw[];
  /** what all lines drew from packs of a class in a month */
  readonly coveredByClass: (packClass: PackClass, month: number) => Amount;
}
