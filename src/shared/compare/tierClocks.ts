/**
 * Both totals of an option where the source does not say whether graduated tiers restart each month.
 *
 * Rule: the option is billed with every assumed tier clock set to `month`, and again with `line`.
 * Units: fen.
 * Source: billing.md, 4.3: ASSUMPTION `month`, and a comparison shows both totals when they differ.
 */
import type { OptionTotals } from '../billing/bill.ts';
import { computeBill } from '../billing/computeBill.ts';
import { type BillState, billScenario } from '../billing/recompute.ts';
import type { Amount } from '../numeric/fixed.ts';
import { type GraduatedPrice, isGraduated, type PriceBook, type Sku, type UsageSku } from '../pricebook/types.ts';
import type { Month, Option, Scenario, UsageLine } from '../scenario/types.ts';
import type { CompareBy } from './compareOptions.ts';

type Clock = GraduatedPrice['tierClock'];
export type ClockTotals = Readonly<Record<Clock, Pick<OptionTotals, CompareBy>>>;
export interface TierClockDoubt extends ClockTotals {
  readonly option: string;
}

/** One for each option whose cash or expense depends on the clock, in the order of the options. */
export const findTierClockDoubts = (scenario: Scenario, priceBook: PriceBook): readonly TierClockDoubt[] =>
  createTierClockFinder()(scenario, priceBook);

/**
 * The same for a scenario that is edited: what an edit leaves alone is not billed again, and asking twice costs nothing.
 * A scenario without a doubtful line is not billed at all.
 */
export const createTierClockFinder = (): typeof findTierClockDoubts => {
  const billed: Record<Clock, BillState | null> = { month: null, line: null };
  let last: { readonly scenario: Scenario; readonly priceBook: PriceBook; readonly doubts: readonly TierClockDoubt[] } | null = null;
  let settled: SettledLines = new Map();
  return (scenario, priceBook) => {
    if (last?.scenario === scenario && last.priceBook === priceBook) return last.doubts;
    const options = optionsInDoubt(scenario, priceBook, last?.priceBook === priceBook ? settled : new Map());
    settled = new Map(scenario.options.flatMap((option) => (options.includes(option) ? [] : [[option.id, option.usage]])));
    const totalsBy = (clock: Clock): readonly OptionTotals[] => {
      const input = { scenario: { ...scenario, options }, priceBook: clockBooks(priceBook)[clock] };
      const state = billScenario(input, billed[clock]);
      billed[clock] = state;
      return state.bill.options.map(({ totals }) => totals);
    };
    const [restarting, continuing] = options.length === 0 ? [[], []] : [totalsBy('month'), totalsBy('line')];
    const doubts = options.flatMap(({ id }, at) => {
      const [month, line] = [restarting[at], continuing[at]];
      if (month === undefined || line === undefined || (month.cash === line.cash && month.expense === line.expense)) return [];
      return [{ option: id, month, line }];
    });
    last = { scenario, priceBook, doubts };
    return doubts;
  };
};

export type ClockCosts = Readonly<Record<Clock, Amount>>;

/** List cost of a charge by both clocks. null: its price settles the clock, or is the user's own; or there is no such charge. */
export const chargeByClocks = (
  scenario: Scenario,
  priceBook: PriceBook,
  charge: { readonly option: string; readonly line: string; readonly month: Month },
): ClockCosts | null => {
  const option = scenario.options.find(({ id }) => id === charge.option);
  const usage = option?.usage.find(({ id }) => id === charge.line);
  const sku = priceBook.skus.find((each) => each.sku === usage?.sku);
  if (option === undefined || usage === undefined || usage.price !== null || sku === undefined || !hasAssumedClock(sku)) return null;
  // What a line lists depends on no other line.
  const alone = { ...scenario, options: [{ ...option, nodes: [], packs: [], usage: [usage] }] };
  const costBy = (clock: Clock): Amount | undefined => {
    const billed = computeBill({ scenario: alone, priceBook: clockBooks(priceBook)[clock] }).options[0]?.lines.get(usage.id);
    return billed?.kind === 'usage' ? billed.charges.get(charge.month)?.listCost : undefined;
  };
  const [month, line] = [costBy('month'), costBy('line')];
  return month === undefined || line === undefined ? null : { month, line };
};

/** Lines of options that no doubtful price rates. */
type SettledLines = ReadonlyMap<string, readonly UsageLine[]>;

/** Those with a line that a doubtful price rates. Of an option known to have none only the lines that are others now are looked at. */
const optionsInDoubt = ({ options }: Scenario, priceBook: PriceBook, settled: SettledLines): readonly Option[] => {
  const doubtful = new Set(priceBook.skus.filter(hasAssumedClock).map(({ sku }) => sku));
  if (doubtful.size === 0) return [];
  return options.filter(({ id, usage }) => hasDoubtfulLine(usage, settled.get(id) ?? [], doubtful));
};

/** A plain loop: this looks at every line after every edit, and a call for each of them costs ten times as much. */
const hasDoubtfulLine = (usage: readonly UsageLine[], settled: readonly UsageLine[], doubtful: ReadonlySet<string>): boolean => {
  for (let at = 0; at < usage.length; at += 1) {
    const line = usage[at];
    if (line !== undefined && line !== settled[at] && line.price === null && doubtful.has(line.sku)) return true;
  }
  return false;
};

const CLOCK_BOOKS = new WeakMap<PriceBook, Readonly<Record<Clock, PriceBook>>>();

/** The price book with every assumed clock set to one of the two; the same ones for the same book. */
const clockBooks = (priceBook: PriceBook): Readonly<Record<Clock, PriceBook>> => {
  const known = CLOCK_BOOKS.get(priceBook) ?? { month: withClock(priceBook, 'month'), line: withClock(priceBook, 'line') };
  CLOCK_BOOKS.set(priceBook, known);
  return known;
};

type GraduatedSku = Omit<UsageSku, 'price'> & { readonly price: GraduatedPrice };

const hasAssumedClock = (sku: Sku): sku is GraduatedSku => sku.kind === 'usage' && isGraduated(sku.price) && sku.source.assumed === true;

const withClock = (priceBook: PriceBook, tierClock: Clock): PriceBook => ({
  ...priceBook,
  skus: priceBook.skus.map((sku) => (hasAssumedClock(sku) ? { ...sku, price: { ...sku.price, tierClock } } : sku)),
});
