/**
 * `costbook.comparison/1`: options side by side, for other programs.
 *
 * Rule: fen amounts with two decimals; `percent` and `hoursPerMonth` are decimal text. `difference` and `crossing` are measured
 * against the baseline; `complete: false` in a difference says that one of the two lacks costs.
 */
import type { Bill, OptionBill } from '../billing/bill.ts';
import { formatResult, type OptionJson } from '../billing/result.ts';
import { type Fen, formatFen } from '../numeric/fixed.ts';
import type { Overrides } from '../pricebook/overrides.ts';
import type { BreakEven } from './breakEven.ts';
import { type CompareBy, type Comparison, compareOptions, type Difference } from './compareOptions.ts';
import { type Crossing, cumulativeSeries, findCrossing } from './crossing.ts';
import type { TierClockDoubt } from './tierClocks.ts';

export interface DifferenceJson {
  readonly amount: string;
  readonly percent: string | null;
  readonly complete: boolean;
}
type By<T> = Readonly<Record<CompareBy, T>>;
export interface ComparedOptionJson {
  readonly id: string;
  readonly name: string;
  /** name of the scenario and edition that it comes from */
  readonly scenario: string;
  readonly priceBook: string;
  /** rules that its scenario sets otherwise than the price book; absent where there are none */
  readonly overrides?: Overrides;
  readonly complete: boolean;
  readonly totals: OptionJson['totals'];
  readonly difference: By<DifferenceJson>;
  readonly crossing: By<Crossing | null>;
  readonly cumulative: readonly ({ readonly month: string } & By<string>)[];
}
export interface ComparisonJson {
  readonly format: 'costbook.comparison/1';
  readonly baseline: string;
  readonly cheapest: By<string | null>;
  readonly tied: By<readonly string[]>;
  readonly lead: By<(DifferenceJson & { readonly over: string }) | null>;
  readonly options: readonly ComparedOptionJson[];
  readonly breakEven: readonly (Pick<BreakEven, 'node' | 'usage' | 'withinMonth'> & { readonly hoursPerMonth: string })[];
  /** options whose totals depend on whether graduated tiers restart each month, which the source does not say */
  readonly tierClocks: readonly { readonly option: string; readonly month: By<string>; readonly line: By<string> }[];
}

export type OptionOrigin = Pick<ComparedOptionJson, 'scenario' | 'priceBook' | 'overrides'>;

/** null where no option has the id `baseline` (null: the first option). */
export const formatComparison = (input: {
  readonly bill: Bill;
  readonly baseline: string | null;
  readonly breakEvens: readonly BreakEven[];
  readonly tierClocks: readonly TierClockDoubt[];
  readonly originOf: (option: string) => OptionOrigin;
}): ComparisonJson | null => {
  const { bill, baseline } = input;
  const cash = compareOptions(bill, { baseline, by: 'cash' });
  const expense = compareOptions(bill, { baseline, by: 'expense' });
  const base = bill.options.find((option) => option.id === cash?.baseline);
  if (cash === null || expense === null || base === undefined) return null;
  const texts = formatResult('', bill).options;
  return {
    format: 'costbook.comparison/1',
    baseline: base.id,
    cheapest: { cash: cash.cheapest, expense: expense.cheapest },
    tied: { cash: cash.tied, expense: expense.tied },
    lead: { cash: formatLead(cash), expense: formatLead(expense) },
    options: texts.map(({ id, name, complete, totals }, index) => ({
      id,
      name,
      ...input.originOf(id),
      complete,
      totals,
      difference: { cash: rowDifference(cash, index), expense: rowDifference(expense, index) },
      ...seriesOf(bill.options[index] ?? base, base),
    })),
    breakEven: input.breakEvens.map(({ node, usage, hours, withinMonth }) => ({ node, usage, hoursPerMonth: hours, withinMonth })),
    tierClocks: input.tierClocks.map(formatTierClock),
  };
};

export const formatTierClock = ({ option, month, line }: TierClockDoubt): ComparisonJson['tierClocks'][number] => ({
  option,
  month: formatBoth(month),
  line: formatBoth(line),
});

const seriesOf = (option: OptionBill, base: OptionBill): Pick<ComparedOptionJson, 'crossing' | 'cumulative'> => {
  const cash = cumulativeSeries(option, 'cash');
  const expense = cumulativeSeries(option, 'expense');
  return {
    crossing: { cash: findCrossing(base, option, 'cash'), expense: findCrossing(base, option, 'expense') },
    cumulative: option.months.map(({ month }, index) => ({
      month,
      cash: formatFen(cash[index] ?? 0n),
      expense: formatFen(expense[index] ?? 0n),
    })),
  };
};

const formatBoth = ({ cash, expense }: By<Fen>): By<string> => ({ cash: formatFen(cash), expense: formatFen(expense) });

const formatLead = ({ lead }: Comparison): (DifferenceJson & { readonly over: string }) | null =>
  lead === null ? null : { over: lead.over, ...formatDifference(lead) };

const rowDifference = (comparison: Comparison, index: number): DifferenceJson =>
  formatDifference(comparison.rows[index]?.difference ?? { amount: 0n, percent: null, complete: false });

const formatDifference = ({ amount, percent, complete }: Difference): DifferenceJson => ({ amount: formatFen(amount), percent, complete });
