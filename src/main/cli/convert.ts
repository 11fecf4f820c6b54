/**
 * `convert IN OUT`: scenario JSON <-> workbook, or one table as CSV, by the name of OUT (`-` is JSON on standard output); tables of other
 * makers as IN.
 */
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { formatScenario } from '../../shared/scenario/json.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { writeCsvOf } from '../csv/writeCsvOf.ts';
import { locateInJson } from '../xlsx/read/locate.ts';
import type { ReadScenario } from '../xlsx/read/readScenarioFile.ts';
import { replaceFile } from '../xlsx/replaceFile.ts';
import { writeWorkbook } from '../xlsx/writeWorkbook.ts';
import { type CliArgs, isCsv } from './args.ts';
import { previewForeign, takeForeign } from './foreign.ts';
import { type CliHost, chosenBook, hasErrorIssues, type Input, jsonText, type Outcome, priceRead, STDIN, withInput } from './host.ts';

export const runConvert = async (host: CliHost, args: CliArgs): Promise<Result<Outcome>> => {
  const [from = '', to = ''] = args.files;
  const write = writerOf(to);
  if (write === null) return fail('USAGE', 'OUT', { value: to });
  return withInput(host, from, async (input) => {
    const read = await scenarioOf(host, args, from, input);
    if (!read.ok) return read;
    return write(host, args, read.value, from, to);
  });
};

type WriteScenario = (host: CliHost, args: CliArgs, read: ReadScenario, from: string, to: string) => Promise<Result<Outcome>>;

const writerOf = (to: string): WriteScenario | null => {
  if (/\.xlsx$/i.test(to)) return toWorkbook;
  if (isCsv(to)) return toCsv;
  return to === STDIN || /\.json$/i.test(to) ? toJson : null;
};

const scenarioOf = async (host: CliHost, args: CliArgs, from: string, input: Input): Promise<Result<ReadScenario>> => {
  if (input.kind === 'scenario') return ok(input.read);
  const foreign = await previewForeign(input.reader, from, chosenBook(host, args));
  if (!foreign.ok) return foreign;
  const scenario = await takeForeign(input.reader, foreign.value, { goodRows: args.goodRows, file: from });
  return scenario.ok ? ok({ scenario: scenario.value, kind: 'json', locate: locateInJson(scenario.value) }) : scenario;
};

const toJson: WriteScenario = async (host, args, read, from, to) => {
  // JSON needs no prices, unless --strict asks for the issues or another price book goes into the file.
  const priced = args.strict || args.priceBook !== null ? await priceRead(host, args, from, read) : null;
  if (priced?.ok === false) return priced;
  const hasErrors = priced !== null && hasErrorIssues(priced.value.bill);
  const text = jsonText(formatScenario((priced?.value ?? read).scenario));
  if (to === STDIN) return ok({ output: text, hasErrors });
  const written = await replaceFile(host.resolve(to), async (stream) => void stream.end(text));
  return written.ok ? ok({ output: '', hasErrors }) : written;
};

const toWorkbook: WriteScenario = async (host, args, read, from, to) => {
  const billed = await priceRead(host, args, from, read);
  if (!billed.ok) return billed;
  const { scenario, priceBook, bill } = billed.value;
  const written = await writeWorkbook({ scenario, priceBook, bill, locale: args.locale, file: host.resolve(to) });
  return written.ok ? ok({ output: '', hasErrors: hasErrorIssues(bill) }) : written;
};

const toCsv: WriteScenario = async (host, args, read, from, to) => {
  const billed = await priceRead(host, args, from, read);
  if (!billed.ok) return billed;
  const { scenario, priceBook, bill } = billed.value;
  const option = chooseOption(scenario, args);
  if (!option.ok) return option;
  const table = { sheet: args.sheet ?? 'ledger', option: option.value };
  const written = await writeCsvOf({ scenario, priceBook, bill, locale: args.locale }, table, host.resolve(to));
  return written.ok ? ok({ output: '', hasErrors: hasErrorIssues(bill) }) : written;
};

/** A FOCUS file is of one option: the only one, or the one that is named. */
const chooseOption = ({ options }: Scenario, { sheet, option }: CliArgs): Result<string> => {
  const [first] = options;
  const found = option === null && (sheet !== 'focus' || options.length === 1) ? first : options.find(({ id }) => id === option);
  return found === undefined ? fail('USAGE', '--option', { value: option ?? options.map(({ id }) => id).join(', ') }) : ok(found.id);
};
