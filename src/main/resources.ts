/** What ships with the app: price-book editions and the sample. A file that cannot be read is a broken build, so it throws. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../shared/core/result.ts';
import type { Locale } from '../shared/ipc/contract.ts';
import { parsePriceBook } from '../shared/pricebook/parse.ts';
import type { PriceBook } from '../shared/pricebook/types.ts';
import { parseScenario } from '../shared/scenario/json.ts';
import type { Scenario } from '../shared/scenario/types.ts';

/** The edition of new scenarios. */
export const DEFAULT_EDITION = 'seed';

/** The default edition first. */
export const readEditions = (folder: string): readonly PriceBook[] => {
  const books = readdirSync(join(folder, 'pricebook'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => parseOrThrow(join(folder, 'pricebook', name), parsePriceBook));
  const isDefault = ({ edition }: PriceBook): boolean => edition === DEFAULT_EDITION;
  return [...books.filter(isDefault), ...books.filter((book) => !isDefault(book)).toSorted(byDate)];
};

export const readSample = (folder: string, locale: Locale): Scenario =>
  parseOrThrow(join(folder, 'sample', `${locale}.json`), parseScenario);

const byDate = (a: PriceBook, b: PriceBook): number => (a.effectiveFrom < b.effectiveFrom ? -1 : 1);

const parseOrThrow = <T>(file: string, parse: (data: unknown) => Result<T>): T => {
  const parsed = parse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(`${file}: ${parsed.error.code} at ${parsed.error.place}`);
  return parsed.value;
};
