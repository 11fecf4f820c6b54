import type { Db } from './driver.ts';

/** Milliseconds that a statement waits for another process's lock. */
export const BUSY_MS = 5000;

/** What must be in force, as SQLite reads it back. FULL, because better-sqlite3 compiles NORMAL in for WAL (trust.md). */
export const PRAGMAS: readonly { readonly name: string; readonly set: string; readonly reads: string | number }[] = [
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  { name: 'synchronous', set: 'FULL', reads: 2 },
  // macOS: fsync alone leaves data in the drive's cache
  { name: 'fullfsync', set: 'ON', reads: 1 },
  { name: 'checkpoint_fullfsync', set: 'ON', reads: 1 },
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'cell_size_check', set: 'ON', reads: 1 },
  { name: 'busy_timeout', set: String(BUSY_MS), reads: BUSY_MS },
];

/** Sets every pragma, reads it back and returns the names of those that did not take (a network drive refuses WAL, say). */
export const setPragmas = (db: Db): readonly string[] =>
  PRAGMAS.filter(({ name, set, reads }) => {
    db.pragma(`${name} = ${set}`);
    return db.pragma(name, { simple: true }) !== reads;
  }).map(({ name }) => name);
