/**
 * Bills that follow edits: what an edit left alone is kept, so a key press costs what it changed and one look at each line.
 *
 * Rule: equal to a full computeBill to the last digit, whatever came before (billing.md, section 8). Everything is kept by identity:
 * scenarios are never changed in place, and applyPatch leaves the lines that it does not touch as they are.
 * Units and rounding: bill.ts.
 */
import { indexPriceBook } from '../pricebook/find.ts';
import { applyOverrides } from '../pricebook/overrides.ts';
import type { PriceBook } from '../pricebook/types.ts';
import { type Resolution, resolveScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Bill } from './bill.ts';
import { type BilledOption, billOption } from './billOption.ts';
import { horizonOf } from './horizon.ts';
import type { OptionContext } from './readOption.ts';

export interface BillInput {
  /** its `priceBook` field is not looked at: the caller has resolved the edition */
  readonly scenario: Scenario;
  /** parsed: what it holds is trusted */
  readonly priceBook: PriceBook;
}
/** A bill with what the next one may keep of it. Immutable, as the bill is. */
export interface BillState {
  readonly input: BillInput;
  readonly context: OptionContext;
  readonly options: readonly BilledOption[];
  /** the scenario with numbers in place of its formulas */
  readonly resolution: Resolution;
  readonly bill: Bill;
}

/** The bill of a scenario. `former`: that of any other one, usually the same before an edit. */
export const billScenario = (input: BillInput, former: BillState | null): BillState => {
  const { priceBook } = input;
  const resolution = resolveScenario(input.scenario, former?.resolution ?? null);
  const { scenario } = resolution;
  const effective = applyOverrides(priceBook, scenario.overrides);
  const known = former !== null && isSameContext(former, effective, scenario) ? former : null;
  const context = known?.context ?? { index: indexPriceBook(effective), horizon: horizonOf(scenario) };
  const byId = new Map(former?.options.map((each) => [each.option.id, each]));
  const options = scenario.options.map((option) => {
    const before = byId.get(option.id) ?? null;
    return before?.option === option && known !== null ? before : billOption(option, context, before);
  });
  return { input, context, options, resolution, bill: { edition: priceBook.edition, options: options.map(({ bill }) => bill) } };
};

/** Another horizon, price book or rule changes every line; rules that say the same in other words, or nothing new, are no other ones. */
const isSameContext = ({ context, input }: BillState, book: PriceBook, { startMonth, months }: Scenario): boolean =>
  context.index.book === book && input.scenario.startMonth === startMonth && input.scenario.months === months;
