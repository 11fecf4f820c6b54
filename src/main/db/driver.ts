/**
 * The only importer of better-sqlite3. Only what 11.5 (Electron 33, closed networks) and 13.2 share is used.
 * It is required, not imported: the runtime for closed networks swaps the package at `require` (scripts/, spec/runtime.md).
 */
import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';

const Driver: typeof BetterSqlite3 = createRequire(import.meta.url)('better-sqlite3');

export type Db = BetterSqlite3.Database;
export type SqlValue = string | number | bigint | null;

/** Opens or makes the file. Throws SqliteError where it cannot; waits `busyMs` milliseconds for a lock. */
export const connect = (file: string, busyMs: number): Db => new Driver(file, { timeout: busyMs });

/** SQLite's name of what went wrong (`SQLITE_FULL`), or null for any other error. */
export const sqliteCode = (error: unknown): string | null => (error instanceof Driver.SqliteError ? error.code : null);
