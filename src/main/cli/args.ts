/**
 * The words of the command line. Source: formats.md, command line; `--lang` is ours.
 *
 * Errors: USAGE with the word that does not fit.
 */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { CSV_SHEETS, type CsvSheet, type Locale } from '../../shared/ipc/contract.ts';

export const COMMANDS = ['price', 'compare', 'convert', 'check'] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface CliArgs {
  readonly command: CommandName | 'help';
  readonly files: readonly string[];
  readonly format: 'json' | 'table';
  readonly priceBook: string | null;
  readonly xlsx: string | null;
  readonly baseline: string | null;
  /** line whose numbers are explained instead */
  readonly explain: string | null;
  /** with the balance of each pack by month */
  readonly timelines: boolean;
  /** rows of a foreign table that have no error are taken, also where others have one */
  readonly goodRows: boolean;
  /** what of a scenario becomes CSV; null: the ledger */
  readonly sheet: CsvSheet | null;
  /** option whose charges become a FOCUS file */
  readonly option: string | null;
  readonly strict: boolean;
  readonly locale: Locale;
}

const OPTIONS = {
  format: { type: 'string' },
  'price-book': { type: 'string' },
  xlsx: { type: 'string' },
  baseline: { type: 'string' },
  explain: { type: 'string' },
  timelines: { type: 'boolean' },
  'good-rows': { type: 'boolean' },
  sheet: { type: 'string' },
  option: { type: 'string' },
  lang: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Options that a command takes, besides --lang, --strict and --price-book. */
const TAKES: Readonly<Record<CommandName, readonly string[]>> = {
  price: ['format', 'xlsx', 'explain', 'timelines'],
  compare: ['format', 'xlsx', 'baseline'],
  convert: ['good-rows', 'sheet', 'option'],
  check: ['format'],
};
const SHARED_OPTIONS = ['lang', 'strict', 'price-book'];

type Values = ReturnType<typeof parseWords>['values'];

const parseWords = (words: readonly string[]) => parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });

export const parseCliArgs = (words: readonly string[], env: NodeJS.ProcessEnv): Result<CliArgs> => {
  const parsed = readWords(words);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [name, ...files] = positionals;
  const locale = readLocale(values.lang, env);
  if (locale === null) return usage('--lang', values.lang ?? '');
  if (values.help === true || (name === undefined && words.length === 0)) return ok({ ...NO_ARGS, command: 'help', locale });
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined) return usage('COMMAND', name ?? '');
  const stray = Object.keys(values).find((key) => !SHARED_OPTIONS.includes(key) && !TAKES[command].includes(key));
  if (stray !== undefined) return usage(`--${stray}`, command);
  return checkFiles(command, files) ?? readOptions({ command, files, values, locale });
};

const NO_ARGS = {
  files: [],
  format: 'json',
  priceBook: null,
  xlsx: null,
  baseline: null,
  explain: null,
  timelines: false,
  goodRows: false,
  sheet: null,
  option: null,
  strict: false,
} as const;

const readWords = (words: readonly string[]): Result<ReturnType<typeof parseWords>> => {
  try {
    return ok(parseWords(words));
  } catch (thrown) {
    // node:util names the word in its message and nowhere else.
    if (thrown instanceof TypeError && 'code' in thrown) return usage(/'([^' <]+)/.exec(thrown.message)?.[1] ?? 'OPTION', '');
    throw thrown;
  }
};

const readLocale = (named: string | undefined, env: NodeJS.ProcessEnv): Locale | null => {
  if (named !== undefined) return named === 'zh-CN' || named === 'en' ? named : null;
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh\b|^zh_/i.test(system) ? 'zh-CN' : 'en';
};

const checkFiles = (command: CommandName, files: readonly string[]): Result<never> | null => {
  if (files.length === 0) return usage('FILE', '');
  if (command === 'convert' && files.length !== 2) return usage('IN OUT', files.join(' '));
  if (command === 'check' && files.length !== 1) return usage('FILE', files.join(' '));
  if (files.filter((file) => file === '-').length > (command === 'convert' ? 2 : 1)) return usage('-', 'twice');
  return null;
};

const readOptions = (input: {
  readonly command: CommandName;
  readonly files: readonly string[];
  readonly values: Values;
  readonly locale: Locale;
}): Result<CliArgs> => {
  const { command, files, values, locale } = input;
  const sheet = CSV_SHEETS.find((known) => known === values.sheet) ?? null;
  if (sheet === null && values.sheet !== undefined) return usage('--sheet', values.sheet);
  if (values.sheet !== undefined && !isCsv(files[1] ?? '')) return usage('--sheet', files[1] ?? '');
  if (values.option !== undefined && sheet !== 'focus') return usage('--option', values.option);
  const format = values.format ?? 'json';
  if (format !== 'json' && format !== 'table') return usage('--format', format);
  if (command === 'price' && values.xlsx !== undefined && files.length > 1) return usage('--xlsx', 'several files');
  if (values.explain !== undefined && files.length > 1) return usage('--explain', 'several files');
  // A workbook under the name of a scenario would take the place of the input, as would one on no name at all.
  if (values.xlsx !== undefined && (values.xlsx === '' || /\.json$/i.test(values.xlsx))) return usage('--xlsx', values.xlsx);
  return ok({
    command,
    files,
    format,
    priceBook: values['price-book'] ?? null,
    xlsx: values.xlsx ?? null,
    baseline: values.baseline ?? null,
    explain: values.explain ?? null,
    timelines: values.timelines === true,
    goodRows: values['good-rows'] === true,
    sheet,
    option: values.option ?? null,
    strict: values.strict === true,
    locale,
  });
};

export const isCsv = (file: string): boolean => /\.csv$/i.test(file);

const usage = (place: string, value: string): Result<never> => fail('USAGE', place, { value });
