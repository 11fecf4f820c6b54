/** `convert IN OUT`: scenario JSON <-> workbook, by the name of OUT (`-` is JSON on standard output). */
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { formatScenario } from '../../shared/scenario/json.ts';
import { replaceFile } from '../xlsx/replaceFile.ts';
import { writeWorkbook } from '../xlsx/writeWorkbook.ts';
import type { CliArgs } from './args.ts';
import { type CliHost, hasErrorIssues, jsonText, type Outcome, priceInput, readInput, STDIN } from './host.ts';

export const runConvert = async (host: CliHost, args: CliArgs): Promise<Result<Outcome>> => {
  const [from = '', to = ''] = args.files;
  if (/\.xlsx$/i.test(to)) return toWorkbook(host, args, from, to);
  if (to !== STDIN && !/\.json$/i.test(to)) return fail('USAGE', 'OUT', { value: to });
  // JSON needs no prices, unless --strict asks for the issues or another price book goes into the file.
  const priced = args.strict || args.priceBook !== null ? await priceInput(host, args, from) : null;
  const read = priced ?? (await readInput(host, from));
  if (!read.ok) return read;
  const hasErrors = priced?.ok === true && hasErrorIssues(priced.value.bill);
  const text = jsonText(formatScenario(read.value.scenario));
  if (to === STDIN) return ok({ output: text, hasErrors });
  const written = await replaceFile(host.resolve(to), async (stream) => void stream.end(text));
  return written.ok ? ok({ output: '', hasErrors }) : written;
};

const toWorkbook = async (host: CliHost, args: CliArgs, from: string, to: string): Promise<Result<Outcome>> => {
  const billed = await priceInput(host, args, from);
  if (!billed.ok) return billed;
  const { scenario, priceBook, bill } = billed.value;
  const written = await writeWorkbook({ scenario, priceBook, bill, locale: args.locale, file: host.resolve(to) });
  return written.ok ? ok({ output: '', hasErrors: hasErrorIssues(bill) }) : written;
};
