import type { Migration } from '../migrate.ts';

/** A scenario's named assumptions, one canonical JSON text (shared/scenario/drivers.ts); null: none. */
export const addDrivers: Migration = {
  version: 3,
  name: '0003-add-drivers',
  up: (db) => {
    db.exec('ALTER TABLE scenarios ADD COLUMN drivers TEXT CHECK (drivers IS NULL OR json_valid(drivers))');
  },
};
