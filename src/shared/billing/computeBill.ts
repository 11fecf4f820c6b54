/**
 * A scenario and a price book in, a bill out. Pure; bad data becomes issues, a bug throws.
 *
 * Rule: billing.md as a whole; README.md in this folder has the order of the pipeline.
 * Units and rounding: bill.ts.
 */
import { indexPriceBook } from '../pricebook/find.ts';
import { applyOverrides } from '../pricebook/overrides.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { Option } from '../scenario/types.ts';
import type { Bill, OptionBill } from './bill.ts';
import { billOption } from './billOption.ts';
import { horizonOf } from './horizon.ts';
import { type BillInput, billScenario } from './recompute.ts';

export type { BillInput } from './recompute.ts';

export const computeBill = (input: BillInput): Bill => billScenario(input, null).bill;

/** One option alone; equal to its part of computeBill, because options do not see each other. */
export const computeOptionBill = ({ scenario, priceBook }: BillInput, option: Option): OptionBill =>
  billOption(
    resolveScenario({ ...scenario, options: [option] }).scenario.options[0] ?? option,
    { index: indexPriceBook(applyOverrides(priceBook, scenario.overrides)), horizon: horizonOf(scenario) },
    null,
  ).bill;
