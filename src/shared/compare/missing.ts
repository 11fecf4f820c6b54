/**
 * Rule: the lines whose amount an option lacks: dropped by an error, so that its totals are not complete (billing.md, section 7).
 */
import type { OptionBill } from '../billing/bill.ts';
import type { SheetId } from '../scenario/types.ts';

export interface MissingLine {
  readonly sheet: SheetId;
  readonly line: string;
  /** true: nothing but a price is missing */
  readonly price: boolean;
}

/** In the order of the sheets and their lines. */
export const findMissingLines = (bill: OptionBill): readonly MissingLine[] =>
  bill.dropped.map(({ sheet, line }) => ({ sheet, line, price: lacksOnlyPrice(bill, line) }));

const lacksOnlyPrice = (bill: OptionBill, id: string): boolean => {
  const errors = bill.issuesOf(id).filter((issue) => issue.severity === 'error');
  return errors.length > 0 && errors.every((issue) => issue.code === 'PRICE_NOT_PUBLISHED');
};
