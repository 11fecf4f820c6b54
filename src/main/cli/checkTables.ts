/** `check FILE` of tables of another maker: what they would be imported as, and every problem with its place. Nothing is written. */
import { ok, type Result } from '../../shared/core/result.ts';
import { CELL_CODES, type CellCode, type ImportCode } from '../../shared/importing/problems.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { Reader } from '../xlsx/read/reader.ts';
import { CELL_WORDS, ISSUE_WORDS } from '../xlsx/texts.ts';
import type { CliArgs } from './args.ts';
import { type ForeignFile, type ForeignProblem, foreignProblems, previewForeign } from './foreign.ts';
import { jsonText, type Outcome } from './host.ts';
import { LABELS } from './texts.ts';
import { textTable } from './textTable.ts';

export const checkTables = async (
  reader: Reader,
  args: CliArgs,
  file: string,
  book: { readonly name: string; readonly file: string } | null,
): Promise<Result<Outcome>> => {
  const foreign = await previewForeign(reader, file, book);
  if (!foreign.ok) return foreign;
  const { preview, mapping, context } = foreign.value;
  const problems = foreignProblems(foreign.value);
  const json = {
    format: 'costbook.check/1',
    file,
    priceBook: context.priceBook.edition,
    import: {
      sheet: mapping.table,
      headerRow: mapping.headerRow,
      target: mapping.target,
      columns: mapping.columns.map(({ column, field, unit }) => ({ header: preview.headers[column] ?? '', field, unit })),
      rows: { good: preview.good, bad: preview.bad, skipped: preview.skipped },
    },
    problems,
  };
  const output = args.format === 'json' ? jsonText(json) : table(foreign.value, problems, args.locale);
  return ok({ output, hasErrors: preview.bad > 0 });
};

const table = ({ preview, mapping }: ForeignFile, problems: readonly ForeignProblem[], locale: Locale): string => {
  const counts = (['good', 'bad', 'skipped'] as const).map((state) => `${preview[state]} ${LABELS[state][locale]}`).join(', ');
  const columns = mapping.columns.map(({ column, field }) => `${preview.headers[column] ?? ''} = ${field}`).join(', ');
  const head = [`${mapping.table}!${mapping.headerRow} -> ${mapping.target}: ${columns}`, `${LABELS.rows[locale]}: ${counts}`];
  if (problems.length === 0) return `${[...head, LABELS.noIssues[locale]].join('\n')}\n`;
  const keys = ['place', 'field', 'severity', 'code', 'meaning'] as const;
  const lines = textTable(
    keys.map((key) => ({ header: LABELS[key][locale], align: 'left' })),
    problems.map(({ address, field, severity, code }) => [address, field ?? '', severity, code, wordsOf(code, locale)]),
  );
  return `${[...head, ...lines].join('\n')}\n`;
};

const isCellCode = (code: ImportCode): code is CellCode => CELL_CODES.some((known) => known === code);

const wordsOf = (code: ImportCode, locale: Locale): string => (isCellCode(code) ? CELL_WORDS[code] : ISSUE_WORDS[code])[locale];
