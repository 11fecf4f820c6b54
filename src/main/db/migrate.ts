import type { Db } from './driver.ts';

export interface Migration {
  /** `user_version` after it */
  readonly version: number;
  /** `NNNN-verb-noun` */
  readonly name: string;
  readonly up: (db: Db) => void;
}

/** 'CBK1': says that a file is Costbook's. */
export const APPLICATION_ID = 0x43424b31;

export const readVersion = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings the schema from its version to the last migration's: all steps in one transaction with `user_version` inside, so a
 * crash leaves the old schema whole. Throws, and changes nothing, where a step fails or leaves a dangling reference.
 */
export const migrate = (db: Db, migrations: readonly Migration[]): void => {
  const from = readVersion(db);
  const pending = migrations.filter((migration) => migration.version > from);
  const last = pending.at(-1);
  if (last === undefined) return;
  // A table can only be rebuilt with foreign keys off, and the pragma does nothing inside a transaction.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const migration of pending) migration.up(db);
      const dangling = db.pragma('foreign_key_check');
      if (Array.isArray(dangling) && dangling.length > 0) throw new Error(`${last.name} leaves ${dangling.length} dangling references`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${last.version}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
};
