/** `convert IN OUT`: scenario JSON <-> workbook, by the name of OUT (`-` is JSON on standard output); tables of other makers as IN. */
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { formatScenario } from '../../shared/scenario/json.ts';
import { locateInJson } from '../xlsx/read/locate.ts';
import type { ReadScenario } from '../xlsx/read/readScenarioFile.ts';
import { replaceFile } from '../xlsx/replaceFile.ts';
import { writeWorkbook } from '../xlsx/writeWorkbook.ts';
import type { CliArgs } from './args.ts';
import { previewForeign, takeForeign } from './foreign.ts';
import { type CliHost, chosenBook, hasErrorIssues, type Input, jsonText, type Outcome, priceRead, STDIN, withInput } from './host.ts';

export const runConvert = async (host: CliHost, args: CliArgs): Promise<Result<Outcome>> => {
  const [from = '', to = ''] = args.files;
  const toXlsx = /\.xlsx$/i.test(to);
  if (!toXlsx && to !== STDIN && !/\.json$/i.test(to)) return fail('USAGE', 'OUT', { value: to });
  return withInput(host, from, async (input) => {
    const read = await scenarioOf(host, args, from, input);
    if (!read.ok) return read;
    return toXlsx ? toWorkbook(host, args, read.value, from, to) : toJson(host, args, read.value, from, to);
  });
};

const scenarioOf = async (host: CliHost, args: CliArgs, from: string, input: Input): Promise<Result<ReadScenario>> => {
  if (input.kind === 'scenario') return ok(input.read);
  const foreign = await previewForeign(input.reader, from, chosenBook(host, args));
  if (!foreign.ok) return foreign;
  const scenario = await takeForeign(input.reader, foreign.value, { goodRows: args.goodRows, file: from });
  return scenario.ok ? ok({ scenario: scenario.value, kind: 'json', locate: locateInJson(scenario.value) }) : scenario;
};

const toJson = async (host: CliHost, args: CliArgs, read: ReadScenario, from: string, to: string): Promise<Result<Outcome>> => {
  // JSON needs no prices, unless --strict asks for the issues or another price book goes into the file.
  const priced = args.strict || args.priceBook !== null ? await priceRead(host, args, from, read) : null;
  if (priced?.ok === false) return priced;
  const hasErrors = priced !== null && hasErrorIssues(priced.value.bill);
  const text = jsonText(formatScenario((priced?.value ?? read).scenario));
  if (to === STDIN) return ok({ output: text, hasErrors });
  const written = await replaceFile(host.resolve(to), async (stream) => void stream.end(text));
  return written.ok ? ok({ output: '', hasErrors }) : written;
};

const toWorkbook = async (host: CliHost, args: CliArgs, read: ReadScenario, from: string, to: string): Promise<Result<Outcome>> => {
  const billed = await priceRead(host, args, from, read);
  if (!billed.ok) return billed;
  const { scenario, priceBook, bill } = billed.value;
  const written = await writeWorkbook({ scenario, priceBook, bill, locale: args.locale, file: host.resolve(to) });
  return written.ok ? ok({ output: '', hasErrors: hasErrorIssues(bill) }) : written;
};
