/** The bill after an edit: options that the patch did not touch keep theirs. */
import type { Bill } from '../../shared/billing/bill.ts';
import { computeBill, computeOptionBill } from '../../shared/billing/computeBill.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import type { Scenario } from '../../shared/scenario/types.ts';

interface Input {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}

/** Equal to computeBill(input), to the last digit. */
export const recomputeBill = (input: Input, previous: Input & { readonly bill: Bill }): Bill => {
  const { scenario, priceBook } = input;
  const before = previous.scenario;
  const sameHorizon = before.startMonth === scenario.startMonth && before.months === scenario.months;
  if (!sameHorizon || previous.priceBook !== priceBook) return computeBill(input);
  const billed = new Map(before.options.map((option, index) => [option, previous.bill.options[index]]));
  const options = scenario.options.map((option) => billed.get(option) ?? computeOptionBill(input, option));
  return { ...previous.bill, options };
};
