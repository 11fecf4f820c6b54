/**
 * Rule: the lines whose amount an option lacks: dropped by an error, so that its totals are not complete (billing.md, section 7).
 */
import type { OptionBill } from '../../../shared/billing/bill.ts';
import type { Option, SheetId } from '../../../shared/scenario/types.ts';

export interface MissingLine {
  readonly sheet: SheetId;
  readonly line: string;
  /** true: nothing but a price is missing */
  readonly price: boolean;
}

/** In the order of the sheets and their lines. */
export const findMissingLines = (option: Option, bill: OptionBill): readonly MissingLine[] => {
  if (bill.complete) return [];
  const of = (sheet: SheetId, ids: readonly string[]): readonly MissingLine[] =>
    ids.map((line) => ({ sheet, line, price: lacksOnlyPrice(bill, line) }));
  const dropped = ({ id }: { readonly id: string }): boolean => isDropped(bill, id);
  return [
    ...of(
      'nodes',
      option.nodes.filter(dropped).map(({ id }) => id),
    ),
    ...of(
      'usage',
      option.usage.filter(dropped).map(({ id }) => id),
    ),
    ...of(
      'packs',
      option.packs.filter(({ id }) => !bill.packs.has(id)).map(({ id }) => id),
    ),
  ];
};

const isDropped = (bill: OptionBill, id: string): boolean => {
  const line = bill.lines.get(id);
  return line === undefined || (line.kind === 'node' ? line.purchase : line.listCost) === null;
};

const lacksOnlyPrice = (bill: OptionBill, id: string): boolean => {
  const errors = bill.issues.filter((issue) => issue.line === id && issue.severity === 'error');
  return errors.length > 0 && errors.every((issue) => issue.code === 'PRICE_NOT_PUBLISHED');
};
