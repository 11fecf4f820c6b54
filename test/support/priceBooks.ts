/** The built-in editions, parsed. */
import { readFileSync } from 'node:fs';
import { parsePriceBook } from '../../src/shared/pricebook/parse.ts';
import type { PriceBook } from '../../src/shared/pricebook/types.ts';

export const readPriceBook = (edition: 'seed' | '2021-01-21'): PriceBook => {
  const file = new URL(`../../resources/pricebook/${edition}.json`, import.meta.url);
  const parsed = parsePriceBook(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(`${edition}: ${parsed.error.code} at ${parsed.error.place}`);
  return parsed.value;
};
