/**
 * The engine's only entry: a scenario and a price book in, a bill out. Pure; bad data becomes issues, a bug throws.
 *
 * Rule: billing.md as a whole; README.md in this folder has the order of the pipeline.
 * Units and rounding: bill.ts.
 */
import { indexPriceBook } from '../pricebook/find.ts';
import type { PriceBook } from '../pricebook/types.ts';
import type { Option, Scenario } from '../scenario/types.ts';
import type { Bill, OptionBill } from './bill.ts';
import { billOption } from './billOption.ts';
import { horizonOf } from './horizon.ts';

export interface BillInput {
  /** its `priceBook` field is not looked at: the caller has resolved the edition */
  readonly scenario: Scenario;
  /** parsed: what it holds is trusted */
  readonly priceBook: PriceBook;
}

export const computeBill = ({ scenario, priceBook }: BillInput): Bill => {
  const context = { index: indexPriceBook(priceBook), horizon: horizonOf(scenario) };
  return { edition: priceBook.edition, options: scenario.options.map((option) => billOption(option, context)) };
};

/** One option alone; equal to its part of computeBill, because options do not see each other. */
export const computeOptionBill = ({ scenario, priceBook }: BillInput, option: Option): OptionBill =>
  billOption(option, { index: indexPriceBook(priceBook), horizon: horizonOf(scenario) });
