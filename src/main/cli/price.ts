/** `price`: costbook.result/1, or a table; `--xlsx` writes the workbook, `--timelines` shows the packs' balances by month. */
import { formatResult, type OptionJson, type ResultJson } from '../../shared/billing/result.ts';
import { type ComparisonJson, formatTierClock } from '../../shared/compare/formatComparison.ts';
import { findTierClockDoubts } from '../../shared/compare/tierClocks.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { AMOUNT_DECIMALS, AMOUNT_PER_FEN, formatFen, parseFixed } from '../../shared/numeric/fixed.ts';
import { divideHalfUp } from '../../shared/numeric/rounding.ts';
import { effectiveOverrides } from '../../shared/pricebook/overrides.ts';
import { ISSUE_WORDS } from '../xlsx/texts.ts';
import { writeWorkbook } from '../xlsx/writeWorkbook.ts';
import type { CliArgs } from './args.ts';
import { ruleTexts, tierClockLines } from './compareTable.ts';
import { explainLine, explanationJson } from './explainLine.ts';
import { explanationTable } from './explainTable.ts';
import { type BilledScenario, type CliHost, hasErrorIssues, jsonText, type Outcome, priceInput } from './host.ts';
import { LABELS, type LabelKey } from './texts.ts';
import { groupDigits, type TextColumn, textTable } from './textTable.ts';

export const runPrice = async (host: CliHost, args: CliArgs): Promise<Result<Outcome>> => {
  const results: ResultJson[] = [];
  const tables: string[] = [];
  let hasErrors = false;
  for (const file of args.files) {
    const billed = await priceInput(host, args, file);
    if (!billed.ok) return billed;
    const { scenario, priceBook, bill } = billed.value;
    if (args.xlsx !== null) {
      const written = await writeWorkbook({ scenario, priceBook, bill, locale: args.locale, file: host.resolve(args.xlsx) });
      if (!written.ok) return written;
    }
    if (args.explain !== null) return explained(billed.value, args, args.explain);
    const tierClocks = findTierClockDoubts(scenario, priceBook).map(formatTierClock);
    const billedResult = formatResult(scenario.name, bill, {
      timelines: args.timelines,
      overrides: effectiveOverrides(priceBook, scenario.overrides),
    });
    const result = withTierClocks(billedResult, tierClocks);
    results.push(result);
    tables.push(resultTable(result, tierClocks, args.locale));
    hasErrors ||= hasErrorIssues(bill);
  }
  const [only] = results;
  const json = results.length === 1 && only !== undefined ? only : results;
  const output = args.format === 'json' ? jsonText(json) : tables.join('\n');
  return ok({ output, hasErrors });
};

/** Both totals of the option beside the assumption that decides between them: costbook.result/1 itself has one total. */
const withTierClocks = (result: ResultJson, tierClocks: ComparisonJson['tierClocks']): ResultJson => ({
  ...result,
  options: result.options.map((option) => {
    const doubt = tierClocks.find((each) => each.option === option.id);
    if (doubt === undefined) return option;
    const { month, line } = doubt;
    const totals = { cashMonth: month.cash, cashLine: line.cash, expenseMonth: month.expense, expenseLine: line.expense };
    const issues = option.issues.map((issue) =>
      issue.code === 'ASSUMPTION' && issue.params.reason === 'tierClock' ? { ...issue, params: { ...issue.params, ...totals } } : issue,
    );
    return { ...option, issues };
  }),
});

const explained = (billed: BilledScenario, { format, locale }: CliArgs, name: string): Result<Outcome> => {
  const line = explainLine(billed, name);
  if (!line.ok) return line;
  const output = format === 'json' ? jsonText(explanationJson(line.value)) : explanationTable(line.value, locale);
  return ok({ output, hasErrors: hasErrorIssues(billed.bill) });
};

const TOTALS = ['usageListCost', 'covered', 'payable', 'purchases', 'cash', 'expense', 'forfeitedCost', 'prepaidBalance'] as const;

const resultTable = (result: ResultJson, tierClocks: ComparisonJson['tierClocks'], locale: Locale): string => {
  const say = (key: LabelKey): string => LABELS[key][locale];
  const money = (key: LabelKey): TextColumn => ({ header: say(key), align: 'right' });
  const left = (key: LabelKey): TextColumn => ({ header: say(key), align: 'left' });
  const totals = textTable(
    [left('option'), left('name'), ...TOTALS.map(money), left('complete')],
    result.options.map((option) => [
      option.id,
      option.name,
      ...TOTALS.map((key) => totalText(option, key)),
      say(option.complete ? 'yes' : 'no'),
    ]),
  );
  const months = textTable(
    [left('month'), left('option'), ...MONTHLY.map(money)],
    (result.options[0]?.months ?? []).flatMap(({ month }, index) =>
      result.options.map((option) => [month, option.id, ...MONTHLY.map((key) => toFen([option.months[index]?.[key] ?? '0']))]),
    ),
  );
  return `${[`${result.scenario} · ${result.priceBook} · ${say('amounts')}`, ...overrideLines(result, say), '', ...totals, '', ...months, ...tierClockLines(tierClocks, say), ...issueLines(result, locale)].join('\n')}\n`;
};

const overrideLines = ({ overrides = {} }: ResultJson, say: (key: LabelKey) => string): readonly string[] =>
  ruleTexts(overrides).map((rules) => `${say('overrides')}: ${rules}`);

const MONTHLY = ['usageListCost', 'payable', 'purchases', 'cash', 'expense'] as const;

const totalText = (option: OptionJson, key: (typeof TOTALS)[number]): string =>
  toFen(key === 'covered' ? Object.values(option.totals.covered) : [option.totals[key]]);

/** The sum of exact amounts, shown to the fen. */
const toFen = (amounts: readonly string[]): string => {
  const sum = amounts.reduce((total, amount) => total + (parseFixed(amount, AMOUNT_DECIMALS) ?? 0n), 0n);
  return groupDigits(formatFen(divideHalfUp(sum, AMOUNT_PER_FEN)));
};

const issueLines = (result: ResultJson, locale: Locale): readonly string[] => {
  const say = (key: LabelKey): string => LABELS[key][locale];
  const issues = result.options.flatMap((option) =>
    option.issues
      .filter((issue) => issue.severity !== 'info')
      .map((issue) => [issue.severity, option.id, issue.line, issue.field ?? '', issue.code, ISSUE_WORDS[issue.code][locale]]),
  );
  if (issues.length === 0) return [];
  const keys = ['severity', 'option', 'line', 'field', 'code', 'meaning'] as const;
  return [
    '',
    ...textTable(
      keys.map((key) => ({ header: say(key), align: 'left' })),
      issues,
    ),
  ];
};
