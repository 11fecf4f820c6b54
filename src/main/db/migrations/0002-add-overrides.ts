import type { Migration } from '../migrate.ts';

/** A scenario's billing rules in place of its providers', one canonical JSON text (shared/pricebook/overrides.ts); null: none. */
export const addOverrides: Migration = {
  version: 2,
  name: '0002-add-overrides',
  up: (db) => {
    db.exec('ALTER TABLE scenarios ADD COLUMN overrides TEXT CHECK (overrides IS NULL OR json_valid(overrides))');
  },
};
