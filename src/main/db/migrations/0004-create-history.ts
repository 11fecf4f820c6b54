import type { Migration } from '../migrate.ts';

/**
 * What can be undone and redone of each scenario, in the order of the gestures; those that were undone come last. `entry` is one
 * HistoryEntry (shared/scenario/history.ts) as JSON.
 */
export const createHistory: Migration = {
  version: 4,
  name: '0004-create-history',
  up: (db) => {
    db.exec(`
      CREATE TABLE history (
        scenario TEXT NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
        entry TEXT NOT NULL,
        PRIMARY KEY (scenario, position)
      ) STRICT, WITHOUT ROWID
    `);
  },
};
