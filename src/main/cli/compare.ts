/**
 * `compare`: costbook.comparison/1, or tables. Options of several files stand side by side; an id that occurs in more than one of
 * them gets the file's number (`2.A`).
 *
 * Errors: VALUE_INVALID where the horizons differ (totals of different periods are not comparable), USAGE for an unknown baseline
 * and for one workbook of several price books or of scenarios whose own billing rules differ.
 */
import { computeBill } from '../../shared/billing/computeBill.ts';
import { findBreakEvens } from '../../shared/compare/breakEven.ts';
import { formatComparison, type OptionOrigin } from '../../shared/compare/formatComparison.ts';
import { findTierClockDoubts } from '../../shared/compare/tierClocks.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { effectiveOverrides, overridesText } from '../../shared/pricebook/overrides.ts';
import { resolveScenario } from '../../shared/scenario/resolve.ts';
import { writeWorkbook } from '../xlsx/writeWorkbook.ts';
import type { CliArgs } from './args.ts';
import { comparisonTable } from './compareTable.ts';
import { type BilledScenario, type CliHost, hasErrorIssues, jsonText, type Outcome, priceInput } from './host.ts';

export const runCompare = async (host: CliHost, args: CliArgs): Promise<Result<Outcome>> => {
  const inputs: BilledScenario[] = [];
  for (const file of args.files) {
    const billed = await priceInput(host, args, file);
    if (!billed.ok) return billed;
    const misfit = differentHorizon(inputs[0], billed.value, file);
    if (misfit !== null) return misfit;
    inputs.push(billed.value);
  }
  const merged = mergeInputs(hasOneSetOfDrivers(inputs) ? inputs : inputs.map(withoutDrivers));
  const [first] = merged;
  if (first === undefined) return fail('USAGE', 'FILE');
  const originOf = (id: string): OptionOrigin =>
    toOrigin(merged.find(({ scenario }) => scenario.options.some((option) => option.id === id)) ?? first);
  const bill = { edition: first.bill.edition, options: merged.flatMap((input) => input.bill.options) };
  const breakEvens = breakEvensOf(merged);
  const tierClocks = merged.flatMap(({ scenario, priceBook }) => findTierClockDoubts(scenario, priceBook));
  const comparison = formatComparison({ bill, baseline: args.baseline, breakEvens, tierClocks, originOf });
  if (comparison === null) return fail('USAGE', '--baseline', { value: args.baseline ?? '' });
  if (args.xlsx !== null) {
    const written = await writeMerged(host, args, merged);
    if (!written.ok) return written;
  }
  const output = args.format === 'json' ? jsonText(comparison) : comparisonTable(comparison, args.locale);
  return ok({ output, hasErrors: hasErrorIssues(bill) });
};

const toOrigin = ({ scenario, priceBook }: BilledScenario): OptionOrigin => {
  const overrides = effectiveOverrides(priceBook, scenario.overrides);
  const origin = { scenario: scenario.name, priceBook: priceBook.edition };
  return Object.keys(overrides).length === 0 ? origin : { ...origin, overrides };
};

const differentHorizon = (first: BilledScenario | undefined, other: BilledScenario, file: string): Result<never> | null => {
  if (first === undefined) return null;
  for (const key of ['startMonth', 'months'] as const) {
    if (other.scenario[key] !== first.scenario[key]) {
      const params = { value: String(other.scenario[key]), expected: String(first.scenario[key]) };
      return fail('VALUE_INVALID', `${file}: ${key}`, params);
    }
  }
  return null;
};

const hasOneSetOfDrivers = (inputs: readonly BilledScenario[]): boolean =>
  new Set(inputs.map(({ scenario }) => scenario.drivers)).size <= 1;

/** Two files may give one name two values: their options stand side by side with numbers in place of formulas. */
const withoutDrivers = (input: BilledScenario): BilledScenario => ({
  ...input,
  scenario: { ...resolveScenario(input.scenario).scenario, drivers: null },
});

/** The inputs with ids that no other input has. */
const mergeInputs = (inputs: readonly BilledScenario[]): readonly BilledScenario[] => {
  const counts = new Map<string, number>();
  for (const { scenario } of inputs) for (const { id } of scenario.options) counts.set(id, (counts.get(id) ?? 0) + 1);
  const taken = new Set(counts.keys());
  return inputs.map((input, index) => {
    const names = new Map(
      input.scenario.options.map(({ id }) => [id, (counts.get(id) ?? 0) > 1 ? freeName(`${index + 1}.${id}`, taken) : id]),
    );
    const options = input.scenario.options.map((option) => ({ ...option, id: names.get(option.id) ?? option.id }));
    if (options.every(({ id }, position) => id === input.scenario.options[position]?.id)) return input;
    const scenario = { ...input.scenario, options };
    return { ...input, scenario, bill: computeBill({ scenario, priceBook: input.priceBook }) };
  });
};

const freeName = (wanted: string, taken: Set<string>): string => {
  let name = wanted;
  while (taken.has(name)) name = `${name}'`;
  taken.add(name);
  return name;
};

/** Files have one price book and one set of rules in a workbook: its other options would be priced by the first one's. */
const hasOneRule = ([first, ...others]: readonly BilledScenario[]): boolean =>
  others.every((other) => rulesOf(other) === (first === undefined ? null : rulesOf(first)));

const rulesOf = ({ scenario, priceBook }: BilledScenario): string | null =>
  overridesText(effectiveOverrides(priceBook, scenario.overrides));

const hasOneBook = ([first, ...others]: readonly BilledScenario[]): boolean =>
  others.every(({ priceBook }) => JSON.stringify(priceBook) === JSON.stringify(first?.priceBook));

/** Across files only where they have the same prices. Rules do not matter: a break-even is of list prices, before packs and rounding. */
const breakEvensOf = (merged: readonly BilledScenario[]): ReturnType<typeof findBreakEvens> => {
  const [first] = merged;
  if (first === undefined) return [];
  if (!hasOneBook(merged)) return merged.flatMap(({ scenario, priceBook }) => findBreakEvens(scenario, priceBook));
  return findBreakEvens({ ...first.scenario, options: merged.flatMap(({ scenario }) => scenario.options) }, first.priceBook);
};

const writeMerged = async (host: CliHost, args: CliArgs, merged: readonly BilledScenario[]): Promise<Result<void>> => {
  const [first] = merged;
  if (first === undefined || !hasOneBook(merged)) return fail('USAGE', '--xlsx', { value: 'several price books' });
  if (!hasOneRule(merged)) return fail('USAGE', '--xlsx', { value: 'several scenarios whose billing rules differ' });
  return writeWorkbook({
    scenario: { ...first.scenario, options: merged.flatMap(({ scenario }) => scenario.options) },
    priceBook: first.priceBook,
    bill: { ...first.bill, options: merged.flatMap(({ bill }) => bill.options) },
    baseline: args.baseline,
    locale: args.locale,
    file: host.resolve(args.xlsx ?? ''),
  });
};
