/** What all sheets of one export look up: names, prices, positions. */
import type { Bill, OptionBill } from '../../shared/billing/bill.ts';
import { letters } from '../../shared/core/ids.ts';
import type { Issue } from '../../shared/core/issue.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { indexPriceBook } from '../../shared/pricebook/find.ts';
import type { LocalizedText, PriceBook, Sku } from '../../shared/pricebook/types.ts';
import { resolveScenario } from '../../shared/scenario/resolve.ts';
import type { Option, Scenario, SheetId } from '../../shared/scenario/types.ts';
import { listMonths } from '../../shared/time/calendar.ts';
import { FIRST_LINE_ROW, type LineColumn, lineColumns } from './columns.ts';
import { type DriverCells, makeDriverCells } from './driverCells.ts';
import { ISSUE_WORDS, PHRASES, type PhraseKey } from './texts.ts';
import { hashVisible, visibleLinesOf } from './visible.ts';

export interface BilledOption {
  /** 1-based: what SUMIFS looks for, because an id could be read as a pattern */
  readonly number: number;
  readonly option: Option;
  readonly bill: OptionBill;
}
export interface ExportContext {
  /** with formulas, as the user wrote it */
  readonly source: Scenario;
  /** with the results of its formulas */
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
  /** id of the scenario in the store, so that its workbook is known when it comes back; null outside the app */
  readonly origin: string | null;
  readonly locale: Locale;
  readonly options: readonly BilledOption[];
  /** months of the horizon */
  readonly months: readonly string[];
  readonly columns: Readonly<Record<SheetId, readonly LineColumn[]>>;
  readonly driverCells: DriverCells;
  readonly hasChecks: boolean;
  /** of all inputs, as the visible sheets show them */
  readonly inputsHash: () => string;
  readonly findSku: (sku: string) => Sku | undefined;
  readonly say: (phrase: PhraseKey) => string;
  readonly sayName: (name: LocalizedText) => string;
  /** errors and warnings of a line, '' without any */
  readonly problemsOf: (option: OptionBill, line: string) => string;
  /** the line's only error is its missing price */
  readonly lacksOnlyPrice: (option: OptionBill, line: string) => boolean;
  /** letters of a column: ('nodes', 'cost') -> 'L' */
  readonly lettersOf: (sheet: SheetId, key: LineColumn['key']) => string;
  /** 1-based row of a line on its sheet */
  readonly rowOf: (sheet: SheetId, optionNumber: number, lineIndex: number) => number;
}

export const makeExportContext = (input: {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
  readonly bill: Bill;
  readonly locale: Locale;
  readonly origin?: string;
  /** with cells that compare inputs with those of the export; false where the sheet becomes text */
  readonly hasChecks: boolean;
}): ExportContext => {
  const { priceBook, bill, locale, hasChecks } = input;
  // Cells show what formulas came to; the formulas themselves travel with the hidden scenario.
  const { scenario } = resolveScenario(input.scenario);
  const months = listMonths(scenario.startMonth, scenario.months);
  const columns = {
    nodes: lineColumns('nodes', [], hasChecks),
    usage: lineColumns('usage', overrideMonths(scenario, months), hasChecks),
    packs: lineColumns('packs', [], hasChecks),
  };
  const index = indexPriceBook(priceBook);
  const problems = new Map(bill.options.map((option) => [option, groupProblems(option.issues, locale)]));
  const unpriced = new Map(bill.options.map((option) => [option, linesWithoutPrice(option.issues)]));
  return {
    source: input.scenario,
    scenario,
    priceBook,
    origin: input.origin ?? null,
    locale,
    months,
    columns,
    options: scenario.options.map((option, at) => ({ number: at + 1, option, bill: billOf(bill, option.id) })),
    driverCells: makeDriverCells(input.scenario.drivers),
    hasChecks,
    inputsHash: once(() => hashVisible(visibleLinesOf(input.scenario))),
    findSku: index.findSku,
    say: (phrase) => PHRASES[phrase][locale],
    sayName: (name) => (locale === 'zh-CN' ? name.zh : name.en),
    problemsOf: (option, line) => problems.get(option)?.get(line) ?? '',
    lacksOnlyPrice: (option, line) => unpriced.get(option)?.has(line) ?? false,
    lettersOf: (sheet, key) => letters(columns[sheet].findIndex((column) => column.key === key)),
    rowOf: makeRowOf(scenario),
  };
};

/** 'A · TI-EMS'; the id alone where the name says no more. */
export const titleOf = ({ id, name }: Option): string => (name === '' || name === id ? id : `${id} · ${name}`);

const once = (compute: () => string): (() => string) => {
  let known: string | null = null;
  return () => {
    known ??= compute();
    return known;
  };
};

const billOf = (bill: Bill, id: string): OptionBill => {
  const found = bill.options.find((option) => option.id === id);
  if (found === undefined) throw new Error(`the bill has no option ${id}`);
  return found;
};

/** Months of the horizon, and those outside it that some line overrides, in order. */
const overrideMonths = (scenario: Scenario, horizon: readonly string[]): readonly string[] => {
  const months = new Set(horizon);
  for (const option of scenario.options) {
    for (const line of option.usage) for (const month of Object.keys(line.monthly)) months.add(month);
  }
  return [...months].toSorted();
};

const groupProblems = (issues: readonly Issue[], locale: Locale): ReadonlyMap<string, string> => {
  const words = new Map<string, string[]>();
  for (const issue of issues) {
    if (issue.severity === 'info') continue;
    const list = words.get(issue.line) ?? [];
    words.set(issue.line, list);
    const field = issue.field === null ? '' : ` (${issue.field})`;
    list.push(`${issue.code}${field}: ${ISSUE_WORDS[issue.code][locale]}`);
  }
  return new Map([...words].map(([line, list]) => [line, [...new Set(list)].join('; ')]));
};

const linesWithoutPrice = (issues: readonly Issue[]): ReadonlySet<string> => {
  const errors = issues.filter((issue) => issue.severity === 'error');
  const others = new Set(errors.filter((issue) => issue.code !== 'PRICE_NOT_PUBLISHED').map((issue) => issue.line));
  return new Set(errors.map((issue) => issue.line).filter((line) => !others.has(line)));
};

const makeRowOf = (scenario: Scenario): ExportContext['rowOf'] => {
  const firstRows = (sheet: SheetId): readonly number[] => {
    let row = FIRST_LINE_ROW;
    return scenario.options.map((option) => {
      const first = row;
      row += option[sheet].length;
      return first;
    });
  };
  const first = { nodes: firstRows('nodes'), usage: firstRows('usage'), packs: firstRows('packs') };
  return (sheet, optionNumber, lineIndex) => (first[sheet][optionNumber - 1] ?? FIRST_LINE_ROW) + lineIndex;
};
