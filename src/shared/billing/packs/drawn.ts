/**
 * What the burn-down of a component leaves behind.
 *
 * Units: bill.ts. `row` is the line's position in the component, `month` that of the horizon.
 */
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import type { WideColumn } from '../../numeric/wide.ts';
import type { PackClass } from '../../pricebook/types.ts';
import type { Draw, PackKey } from '../bill.ts';
import type { EvenLeft } from './evenLeft.ts';

export interface RowPart {
  readonly amount: Amount;
  readonly quantity: Quantity;
}

/** A pack line and an allowance's SKU may have one name. */
export const isPack = ({ id, isAllowance }: PackKey, pack: { readonly id: string; readonly packClass: PackClass }): boolean =>
  pack.id === id && (pack.packClass === 'allowance') === isAllowance;

/** The same in several phases of a month adds up. */
export const addPart = (parts: Map<number, RowPart>, row: number, { amount, quantity }: RowPart): void => {
  const before = parts.get(row);
  parts.set(row, before === undefined ? { amount, quantity } : { amount: before.amount + amount, quantity: before.quantity + quantity });
};

export interface Drawn {
  /** number of months of the horizon */
  readonly months: number;
  /** how many times a pack looked at a line: what the burn-down cost */
  readonly visits: number;
  /** list cost that packs paid, by row x `months` + month, where the kernel counted it */
  readonly covered: WideColumn | null;
  /** about what is left of each line, where that is known without looking at them one by one */
  readonly even: EvenLeft | null;
  readonly coveredOf: (row: number, month: number) => Amount;
  /** in the order of phases and turns */
  readonly drawsOf: (row: number, month: number) => readonly Draw[];
  /** what each line drew from one pack in a month, by row */
  readonly drawnFrom: (pack: PackKey, month: number) => ReadonlyMap<number, RowPart>;
  /** what all lines drew from packs of a class in a month */
  readonly coveredByClass: (packClass: PackClass, month: number) => Amount;
}
