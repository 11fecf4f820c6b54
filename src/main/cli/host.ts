/** What a command may use of the outside: files by name, standard input. And what it gives back. */
import path from 'node:path';

import type { Bill } from '../../shared/billing/bill.ts';
import { computeBill } from '../../shared/billing/computeBill.ts';
import { type AppError, fail, type Result } from '../../shared/core/result.ts';
import { type ReadScenario, readScenarioBytes, readScenarioFile } from '../xlsx/read/readScenarioFile.ts';
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
export const readInput = async (host: CliHost, file: string): Promise<Result<ReadScenario>> => {
  const read = await (file === STDIN ? readScenarioBytes(await host.readStdin(), STDIN) : readScenarioFile(host.resolve(file)));
  return read.ok ? read : placeIn(file, read.error);
};

export const priceInput = async (
  host: CliHost,
  args: CliArgs,
  file: string,
): Promise<Result<BilledScenario & { readonly read: ReadScenario }>> => {
  const read = await readInput(host, file);
  if (!read.ok) return read;
  const chosen = args.priceBook === null ? null : { name: args.priceBook, file: host.resolve(args.priceBook) };
  const priced = await resolvePriceBook(read.value.scenario, chosen);
  if (!priced.ok) return chosen === null ? placeIn(file, priced.error) : priced;
  return { ok: true, value: { ...priced.value, bill: computeBill(priced.value), read: read.value } };
};

/** `sample.json: options[0].id`; the file alone where the error has no place inside it. */
const placeIn = (file: string, error: AppError): { readonly ok: false; readonly error: AppError } => {
  const isFile = error.place === null || error.place === '' || error.place === path.basename(file);
  return fail(error.code, isFile ? file : `${file}: ${error.place}`, error.params);
};

export const hasErrorIssues = (bill: Bill): boolean =>
  bill.options.some((option) => option.issues.some((issue) => issue.severity === 'error'));

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
