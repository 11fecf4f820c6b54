/**
 * Why a number is what it is. The bill keeps what was drawn and charged; the rest is read again from the one line that was asked for,
 * so a bill costs nothing for explanations that nobody opens.
 *
 * Rule: no rule of its own: every figure comes from the same functions as the bill.
 * Units: as in bill.ts.
 */
import { indexPriceBook } from '../../pricebook/find.ts';
import { applyOverrides } from '../../pricebook/overrides.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { Bill } from '../bill.ts';
import type { BillInput } from '../computeBill.ts';
import type { Explanation, ExplanationSubject } from '../explanation.ts';
import { horizonOf } from '../horizon.ts';
import { explainCharge } from './explainCharge.ts';
import { explainNode } from './explainNode.ts';
import { explainPack } from './explainPack.ts';
import { explainTotal } from './explainTotal.ts';

/** null: there is no such number (an unknown or dropped line, a month without a charge). `bill` is computeBill(input). */
export const explain = (input: BillInput, bill: Bill, subject: ExplanationSubject): Explanation | null => {
  const option = resolveScenario(input.scenario).scenario.options.find(({ id }) => id === subject.option);
  const optionBill = bill.options.find(({ id }) => id === subject.option);
  if (option === undefined || optionBill === undefined) return null;
  const index = indexPriceBook(applyOverrides(input.priceBook, input.scenario.overrides));
  const context = {
    option,
    bill: optionBill,
    index,
    horizon: horizonOf(input.scenario),
    published: input.priceBook,
    drivers: input.scenario.drivers,
  };
  switch (subject.kind) {
    case 'charge':
      return explainCharge(context, subject.line, subject.month);
    case 'node':
      return explainNode(context, subject.line);
    case 'pack':
      return explainPack(context, subject.line);
    case 'total':
      return explainTotal(context, subject.total, subject.month);
  }
};
