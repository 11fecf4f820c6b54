import type { Migration } from '../migrate.ts';

/**
 * What can be undone and redone of each scenario, in the order of the gestures; those that were undone come last. `entry` is one
 * HistoryEntry (shared/scenario/history.ts) as JSON.
 *
 * With a rowid, because entries can be large: in a table without one, every search reads the whole of each entry that it passes,
 * and an edit after a large paste takes twenty times as long.
 */
export const createHistory: Migration = {
  version: 4,
  name: '0004-create-history',
  up: (db) => {
    db.exec(`
      CREATE TABLE history (
        row INTEGER PRIMARY KEY,
        scenario TEXT NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
        -- bytes of the entries before it, whether they are still kept or not: how much is kept is known from the two ends
        bytes_before INTEGER NOT NULL,
        entry TEXT NOT NULL,
        UNIQUE (scenario, position)
      ) STRICT
    `);
  },
};
