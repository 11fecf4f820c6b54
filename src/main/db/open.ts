import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AppError, fail, ok, type Result } from '../../shared/core/result.ts';
import { connect, type Db, sqliteCode } from './driver.ts';
import { APPLICATION_ID, type Migration, migrate, readVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { BUSY_MS, setPragmas } from './pragmas.ts';

/** Why a file was not opened; `params.reason` of STORE_FAILED. Any other reason is SQLite's own code. */
export type OpenReason = 'foreign' | 'newer' | 'damaged' | 'pragma';

export interface OpenedDatabase {
  readonly db: Db;
  /** file name of the copy made before a migration, null where none was needed */
  readonly backup: string | null;
}

interface OpenInput {
  readonly file: string;
  /** stamps the backup's name */
  readonly now: () => Date;
  readonly migrations?: readonly Migration[];
}

/**
 * Opens Costbook's database, or makes it. Refuses, without writing a byte, a file of another program, of a newer Costbook,
 * or a damaged one; copies a non-empty database (VACUUM INTO) before it migrates it.
 * Errors: STORE_FAILED with place = the file and params.reason = OpenReason or SQLite's code.
 */
export const openDatabase = ({ file, now, migrations = MIGRATIONS }: OpenInput): Result<OpenedDatabase> => {
  let db: Db | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    db = connect(file, BUSY_MS);
    const opened = prepare(db, { file, now, migrations });
    if (!opened.ok) db.close();
    return opened;
  } catch (error) {
    db?.close();
    return refused(file, sqliteCode(error) ?? (error instanceof Error ? error.message : String(error)));
  }
};

const prepare = (db: Db, { file, now, migrations }: Required<OpenInput>): Result<OpenedDatabase> => {
  const version = readVersion(db);
  const empty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  const head = migrations.at(-1)?.version ?? 0;
  if (!(empty && version === 0) && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return refused(file, 'foreign');
  if (version > head) return refused(file, 'newer', { version: String(version), known: String(head) });
  // Before the pragmas: setting WAL would write into a damaged file.
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return refused(file, 'damaged');
  const missing = setPragmas(db);
  if (missing.length > 0) return refused(file, 'pragma', { pragma: missing.join(' ') });
  const backup = version > 0 && version < head ? backUp(db, file, version, now()) : null;
  migrate(db, migrations);
  const lost = setPragmas(db);
  if (lost.length > 0) return refused(file, 'pragma', { pragma: lost.join(' ') });
  return ok({ db, backup });
};

/** A whole copy beside the file, under backups/. Throws where it cannot be written: no migration without it. */
const backUp = (db: Db, file: string, version: number, now: Date): string => {
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const name = `costbook-v${version}-${stamp}.db`;
  // Renamed when it is whole: a copy cut by a crash never looks like a backup.
  const part = join(folder, `${name}.part`);
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  renameSync(part, join(folder, name));
  return name;
};

const refused = (file: string, reason: OpenReason | string, params: AppError['params'] = {}) =>
  fail('STORE_FAILED', file, { reason, ...params });
