/**
 * Price-book editions: immutable, one canonical JSON text each (db/migrations/0001 says why).
 * A book that comes with the name of another edition but other contents is kept under a name of its own.
 */
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { EditionSummary } from '../../shared/ipc/contract.ts';
import { hashPriceBook } from '../../shared/pricebook/hash.ts';
import { parsePriceBook } from '../../shared/pricebook/parse.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { type Connection, refuse } from './connection.ts';

export interface EditionKey {
  readonly edition: string;
  readonly hash: string;
}
/** Longest edition id: what the IPC contract lets the window ask for. */
const LONGEST_ID = 64;

interface EditionRow {
  readonly edition: string;
  readonly hash: string;
  readonly content: string;
}
const SELECT = 'SELECT edition, hash, content FROM editions';

/** In the order in which they were added. */
export const listEditions = (connection: Connection): readonly EditionSummary[] =>
  connection
    .query<EditionRow>(`${SELECT} ORDER BY rowid`)
    .all()
    .map((row) => {
      const book = read(row);
      return { edition: row.edition, title: book.title, effectiveFrom: book.effectiveFrom, hash: row.hash, skuCount: book.skus.length };
    });

/** Errors: EDITION_NOT_FOUND. */
export const getEdition = (connection: Connection, edition: string): Result<PriceBook> => {
  const row = connection.query<EditionRow>(`${SELECT} WHERE edition = ?`).get(edition);
  return row === undefined ? fail('EDITION_NOT_FOUND', edition, { edition }) : ok(read(row));
};

export const findEditionKey = (connection: Connection, edition: string): EditionKey | null =>
  connection.query<EditionKey>('SELECT edition, hash FROM editions WHERE edition = ?').get(edition) ?? null;

/**
 * Keeps the book as an edition and says under which name: its own, that of the same contents added before, or `name-2`
 * where another edition holds the name. Inside a transaction of the caller.
 */
export const addEdition = (connection: Connection, book: PriceBook, now: Date): EditionKey => {
  const originHash = hashPriceBook(book);
  const known = connection
    .query<EditionKey>('SELECT edition, hash FROM editions WHERE origin_hash = ? OR hash = ?')
    .get(originHash, originHash);
  if (known !== undefined) return known;
  const kept = withFreeName(connection, book);
  const hash = hashPriceBook(kept);
  connection.run(
    'INSERT INTO editions (edition, hash, origin_hash, content, added_at) VALUES (?, ?, ?, ?, ?)',
    kept.edition,
    hash,
    originHash,
    JSON.stringify(kept),
    now.toISOString(),
  );
  return { edition: kept.edition, hash };
};

const withFreeName = (connection: Connection, book: PriceBook): PriceBook => {
  if (book.edition.length <= LONGEST_ID && findEditionKey(connection, book.edition) === null) return book;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const edition = `${book.edition.slice(0, LONGEST_ID - suffix.length)}${suffix}`;
    if (findEditionKey(connection, edition) !== null) continue;
    return { ...book, edition, title: { zh: `${book.title.zh} (${number})`, en: `${book.title.en} (${number})` } };
  }
};

/**
 * The edition that a scenario from a file is priced with: its inline book (kept as an edition), the contents that it pins
 * under whatever name, or the edition that it names. Inside a transaction of the caller.
 * Refuses with EDITION_NOT_FOUND, or EDITION_CHANGED where the pinned hash matches nothing that is here.
 */
export const settleEdition = (connection: Connection, scenario: Scenario, now: Date): EditionKey => {
  const { priceBook: edition, priceBookHash: pinned, priceBookInline: inline } = scenario;
  if (inline !== null) {
    if (pinned !== null && pinned !== hashPriceBook(inline)) return refuse('EDITION_CHANGED', inline.edition, { edition: inline.edition });
    return addEdition(connection, inline, now);
  }
  if (pinned !== null) {
    const same = connection.query<EditionKey>('SELECT edition, hash FROM editions WHERE hash = ? OR origin_hash = ?').get(pinned, pinned);
    if (same !== undefined) return same;
  }
  const named = findEditionKey(connection, edition);
  if (named === null) return refuse('EDITION_NOT_FOUND', edition, { edition });
  return pinned === null ? named : refuse('EDITION_CHANGED', edition, { edition });
};

/** The text was parsed before it was kept and SQL cannot change it, so another outcome is a damaged file. */
const read = (row: EditionRow): PriceBook => {
  const parsed = parsePriceBook(JSON.parse(row.content));
  return parsed.ok ? parsed.value : refuse('STORE_FAILED', row.edition, { reason: 'edition-unreadable' });
};
