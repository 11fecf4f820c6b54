/**
 * Content hash of an edition: SHA-256 of its canonical JSON (keys in code-unit order, no spaces, UTF-8).
 *
 * The order of keys and the spaces of a file do not matter; the order of lists does. Pure and synchronous, so that the window,
 * the main process and the command line pin an edition in the same way.
 * Source: formats.md (a saved scenario pins the edition's content hash); FIPS 180-4.
 */
import { sha256 } from './sha256.ts';
import type { PriceBook } from './types.ts';

/** `sha256:` and 64 hex digits. */
export const hashPriceBook = (book: PriceBook): string => `sha256:${sha256(canonicalJson(book))}`;

const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
};
