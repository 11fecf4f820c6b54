/** What a command may use of the outside: files by name, standard input. And what it gives back. */
import path from 'node:path';

import type { Bill } from '../../shared/billing/bill.ts';
import { computeBill } from '../../shared/billing/computeBill.ts';
import { type AppError, fail, ok, type Result } from '../../shared/core/result.ts';
import { startNodeProcess } from '../process/startNodeProcess.ts';
import { isJsonLike, openBytes } from '../xlsx/read/openBytes.ts';
import { type Reader, startReader } from '../xlsx/read/reader.ts';
import { asScenario, type ReadScenario, readBytesOf } from '../xlsx/read/readScenarioFile.ts';
import type { CliArgs } from './args.ts';
import { type PricedScenario, resolvePriceBook } from './editions.ts';

export interface CliHost {
  /** absolute path of a file that the user named */
  readonly resolve: (file: string) => string;
  readonly readStdin: () => Promise<Uint8Array>;
}
/** Nothing of it has been printed yet. */
export interface Outcome {
  /** for standard output, '' for nothing */
  readonly output: string;
  /** an issue of severity `error` stands */
  readonly hasErrors: boolean;
}
export interface BilledScenario extends PricedScenario {
  readonly bill: Bill;
}

export const STDIN = '-';

/** The scenario of a file or of standard input; the place of an error begins with the file as the user named it. */
export const readInput = async (host: CliHost, file: string): Promise<Result<ReadScenario>> =>
  withInput(host, file, async (input) => (input.kind === 'scenario' ? ok(input.read) : fail('WORKBOOK_FOREIGN', file)));

/** A file as it is: a scenario, or tables that stay with the reader. */
export type Input = { readonly kind: 'scenario'; readonly read: ReadScenario } | { readonly kind: 'tables'; readonly reader: Reader };

/** Opens a file or standard input for as long as `use` takes; text of our own here, all else in a process that ends with it. */
export const withInput = async <T>(host: CliHost, file: string, use: (input: Input) => Promise<Result<T>>): Promise<Result<T>> => {
  const bytes = file === STDIN ? ok(await host.readStdin()) : await readBytesOf(host.resolve(file));
  if (!bytes.ok) return placeIn(file, bytes.error);
  const request = { bytes: bytes.value, name: path.basename(file) };
  const reader = isJsonLike(bytes.value) ? null : startReader(startNodeProcess);
  try {
    const opened = await (reader === null ? openBytes(request.bytes, request.name) : reader.openHere(request));
    if (!opened.ok) return placeIn(file, opened.error);
    if (opened.value.kind === 'scenario') return await use({ kind: 'scenario', read: asScenario(opened.value) });
    return reader === null ? fail('INPUT_NOT_JSON', file) : await use({ kind: 'tables', reader });
  } finally {
    reader?.stop();
  }
};

export const priceInput = async (
  host: CliHost,
  args: CliArgs,
  file: string,
): Promise<Result<BilledScenario & { readonly read: ReadScenario }>> => {
  const read = await readInput(host, file);
  return read.ok ? priceRead(host, args, file, read.value) : read;
};

export const priceRead = async (
  host: CliHost,
  args: CliArgs,
  file: string,
  read: ReadScenario,
): Promise<Result<BilledScenario & { readonly read: ReadScenario }>> => {
  const chosen = chosenBook(host, args);
  const priced = await resolvePriceBook(read.scenario, chosen);
  if (!priced.ok) return chosen === null ? placeIn(file, priced.error) : priced;
  return { ok: true, value: { ...priced.value, bill: computeBill(priced.value), read } };
};

/** The edition or file of --price-book. */
export const chosenBook = (host: CliHost, { priceBook }: CliArgs): { readonly name: string; readonly file: string } | null =>
  priceBook === null ? null : { name: priceBook, file: host.resolve(priceBook) };

/** `sample.json: options[0].id`; the file alone where the error has no place inside it. */
const placeIn = (file: string, error: AppError): { readonly ok: false; readonly error: AppError } => {
  const isFile = error.place === null || error.place === '' || error.place === path.basename(file);
  return fail(error.code, isFile ? file : `${file}: ${error.place}`, error.params);
};

export const hasErrorIssues = (bill: Bill): boolean =>
  bill.options.some((option) => option.issues.some((issue) => issue.severity === 'error'));

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
