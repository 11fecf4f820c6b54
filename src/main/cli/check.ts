/** `check FILE`: every problem of a file with its place, and nothing written. `costbook.check/1`, or a table. */
import { issueOf } from '../../shared/billing/issues.ts';
import type { Issue } from '../../shared/core/issue.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import { sameName } from '../../shared/formula/ast.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { evaluateDrivers, readDrivers } from '../../shared/scenario/drivers.ts';
import type { Place } from '../xlsx/read/locate.ts';
import type { ReadScenario } from '../xlsx/read/readScenarioFile.ts';
import { ISSUE_WORDS } from '../xlsx/texts.ts';
import type { CliArgs } from './args.ts';
import { checkTables } from './checkTables.ts';
import { type CliHost, chosenBook, hasErrorIssues, jsonText, type Outcome, priceRead, withInput } from './host.ts';
import { LABELS } from './texts.ts';
import { textTable } from './textTable.ts';

/** An issue with its place in the file: sheet, row (1-based), column (letters or field) and address (`Usage!E7`, a JSON path). */
interface Problem extends Issue {
  /** '' for a driver, which belongs to the scenario */
  readonly option: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly address: string | null;
}

const NOWHERE: { readonly [K in keyof Place]: null } = { sheet: null, row: null, column: null, address: null };

export const runCheck = async (host: CliHost, args: CliArgs): Promise<Result<Outcome>> => {
  const [file = ''] = args.files;
  return withInput(host, file, (input) =>
    input.kind === 'scenario' ? checkScenario(host, args, file, input.read) : checkTables(input.reader, args, file, chosenBook(host, args)),
  );
};

const checkScenario = async (host: CliHost, args: CliArgs, file: string, opened: ReadScenario): Promise<Result<Outcome>> => {
  const billed = await priceRead(host, args, file, opened);
  if (!billed.ok) return billed;
  const { bill, scenario, read } = billed.value;
  const ofDrivers = driverProblems(scenario.drivers, read.kind);
  const ofLines = bill.options.flatMap((option) =>
    option.issues.map(
      (issue): Problem => ({ ...(read.locate(option.id, issue.line, issue.field) ?? NOWHERE), option: option.id, ...issue }),
    ),
  );
  const problems = [...ofDrivers, ...ofLines];
  const json = { format: 'costbook.check/1', file, scenario: scenario.name, priceBook: bill.edition, problems };
  const output = args.format === 'json' ? jsonText(json) : checkTable(problems, args.locale);
  return ok({ output, hasErrors: ofDrivers.length > 0 || hasErrorIssues(bill) });
};

/** Of each driver that comes to no number, whether a line uses it or not. A workbook shows no drivers, so it has no place for them. */
const driverProblems = (text: string | null, kind: ReadScenario['kind']): readonly Problem[] => {
  const { find } = evaluateDrivers(text);
  return readDrivers(text).flatMap(({ id, name }, at): Problem[] => {
    const value = find(sameName(name));
    if (value === undefined || value.ok) return [];
    const place = kind === 'json' ? { sheet: 'drivers', row: at + 1, column: 'value', address: `drivers[${at}].value` } : NOWHERE;
    const { code, params } = value.error;
    return [{ ...place, option: '', ...issueOf({ code, line: id, field: 'value', params }) }];
  });
};

const checkTable = (problems: readonly Problem[], locale: Locale): string => {
  if (problems.length === 0) return `${LABELS.noIssues[locale]}\n`;
  const keys = ['place', 'option', 'line', 'field', 'severity', 'code', 'meaning'] as const;
  const lines = textTable(
    keys.map((key) => ({ header: LABELS[key][locale], align: 'left' })),
    problems.map((problem) => [
      problem.address ?? '',
      problem.option,
      problem.line,
      problem.field ?? '',
      problem.severity,
      problem.code,
      ISSUE_WORDS[problem.code][locale],
    ]),
  );
  return `${lines.join('\n')}\n`;
};
