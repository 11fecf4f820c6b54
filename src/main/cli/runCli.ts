/** One command from words to an exit status. Nothing is printed before everything has succeeded. */
import type { AppError, Result } from '../../shared/core/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { type CliArgs, parseCliArgs } from './args.ts';
import { runCheck } from './check.ts';
import { runCompare } from './compare.ts';
import { runConvert } from './convert.ts';
import type { CliHost, Outcome } from './host.ts';
import { runPrice } from './price.ts';
import { ERROR_WORDS, HELP } from './texts.ts';

export interface CliResult {
  /** 0 done, 1 done with error issues under --strict, 2 unusable */
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
  /** one line, or '' */
  readonly stderr: string;
}

export const runCli = async (words: readonly string[], env: NodeJS.ProcessEnv, host: CliHost): Promise<CliResult> => {
  const args = parseCliArgs(words, env);
  if (!args.ok) return refused(args.error, 'en');
  const { locale, command } = args.value;
  if (command === 'help') return { status: 0, stdout: `${HELP[locale]}\n`, stderr: '' };
  const outcome = await COMMANDS[command](host, args.value);
  if (!outcome.ok) return refused(outcome.error, locale);
  return { status: args.value.strict && outcome.value.hasErrors ? 1 : 0, stdout: outcome.value.output, stderr: '' };
};

const COMMANDS: Readonly<Record<Exclude<CliArgs['command'], 'help'>, (host: CliHost, args: CliArgs) => Promise<Result<Outcome>>>> = {
  price: runPrice,
  compare: runCompare,
  convert: runConvert,
  check: runCheck,
};

const refused = (error: AppError, locale: Locale): CliResult => ({ status: 2, stdout: '', stderr: `${errorLine(error, locale)}\n` });

/** 'KEY_UNKNOWN plan.json: options[0].colour: key is not known (key=colour)' */
const errorLine = ({ code, place, params }: AppError, locale: Locale): string => {
  const facts = Object.entries(params).map(([key, value]) => `${key}=${value}`);
  const sentence = ERROR_WORDS[code][locale] + (facts.length === 0 ? '' : ` (${facts.join(', ')})`);
  return `${code} ${place ?? '-'}: ${sentence}`.replace(/\p{Cc}+/gu, ' ');
};
