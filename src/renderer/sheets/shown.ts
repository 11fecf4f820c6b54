/** What the sheets show of the document: the option on screen with its bill, and its price book indexed once for all of them. */
import type { OptionBill } from '../../shared/billing/bill.ts';
import { indexPriceBook, type PriceBookIndex } from '../../shared/pricebook/find.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import type { Option } from '../../shared/scenario/types.ts';
import type { DocumentState } from '../state/document.ts';
import { getExistingOption } from '../state/place.ts';

/** `asked`: the option that the window names; the first one where it is gone. */
export const shownOption = (
  { scenario, bill }: Pick<DocumentState, 'scenario' | 'bill'>,
  asked: string,
): { readonly option: Option; readonly optionBill: OptionBill } => {
  const id = getExistingOption(scenario, asked);
  const at = scenario.options.findIndex((option) => option.id === id);
  const option = scenario.options[at];
  const optionBill = bill.options[at];
  if (option === undefined || optionBill === undefined) throw new Error(`no option ${id}`);
  return { option, optionBill };
};

const books = new WeakMap<PriceBook, PriceBookIndex>();

export const bookIndex = (book: PriceBook): PriceBookIndex => {
  const known = books.get(book) ?? indexPriceBook(book);
  books.set(book, known);
  return known;
};
