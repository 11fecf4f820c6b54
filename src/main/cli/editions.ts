/** The price books that ship with Costbook, and the one that a scenario is priced with. No store, no Electron. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { hashPriceBook } from '../../shared/pricebook/hash.ts';
import { parsePriceBook } from '../../shared/pricebook/parse.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { parseJsonText } from '../xlsx/read/jsonText.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../resources/pricebook');

/** A scenario with the edition that it is priced with. */
export interface PricedScenario {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}

/** Built-in editions by id. A built-in file that cannot be read is a bug. */
const loadEditions = async (): Promise<ReadonlyMap<string, PriceBook>> => {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json'));
  const books = await Promise.all(files.map(async (file) => parseBook(await readFile(path.join(FOLDER, file)))));
  return new Map(
    books.map((book) => {
      if (!book.ok) throw new Error(`built-in price book: ${book.error.code} ${book.error.place}`);
      return [book.value.edition, book.value];
    }),
  );
};

const parseBook = (bytes: Uint8Array): Result<PriceBook> => {
  const json = parseJsonText(bytes);
  return json.ok ? parsePriceBook(json.value) : json;
};

/**
 * The edition for a scenario: `chosen` (an edition or a file) before the scenario's own one.
 * Errors: EDITION_NOT_FOUND, EDITION_CHANGED where the pinned hash is of other prices, those of the price-book file.
 */
export const resolvePriceBook = async (
  scenario: Scenario,
  chosen: { readonly name: string; readonly file: string } | null,
): Promise<Result<PricedScenario>> => {
  const editions = await loadEditions();
  if (chosen !== null) return chooseBook(scenario, chosen, editions);
  const priceBook = scenario.priceBookInline ?? editions.get(scenario.priceBook);
  if (priceBook === undefined) return fail('EDITION_NOT_FOUND', 'priceBook', { edition: scenario.priceBook });
  if (scenario.priceBookHash !== null && scenario.priceBookHash !== hashPriceBook(priceBook)) {
    return fail('EDITION_CHANGED', 'priceBookHash', { edition: scenario.priceBook });
  }
  return ok({ scenario, priceBook });
};

const chooseBook = async (
  scenario: Scenario,
  chosen: { readonly name: string; readonly file: string },
  editions: ReadonlyMap<string, PriceBook>,
): Promise<Result<PricedScenario>> => {
  const edition = editions.get(chosen.name);
  if (edition !== undefined) return ok({ scenario: { ...scenario, ...pinned(edition), priceBookInline: null }, priceBook: edition });
  const bytes = await readFile(chosen.file).catch(() => null);
  if (bytes === null) return fail('EDITION_NOT_FOUND', '--price-book', { edition: chosen.name });
  const book = parseBook(bytes);
  if (!book.ok) return fail(book.error.code, book.error.place ? `${chosen.name}: ${book.error.place}` : chosen.name, book.error.params);
  // Nobody else has this edition: it travels with the scenario.
  return ok({ scenario: { ...scenario, ...pinned(book.value), priceBookInline: book.value }, priceBook: book.value });
};

const pinned = (book: PriceBook): Pick<Scenario, 'priceBook' | 'priceBookHash'> => ({
  priceBook: book.edition,
  priceBookHash: hashPriceBook(book),
});
