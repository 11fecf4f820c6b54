import type { Migration } from '../migrate.ts';

/** Notes on single cells of a line: field -> text as one JSON text; null: none. The indexes hold only the few lines that have notes. */
export const addCellNotes: Migration = {
  version: 5,
  name: '0005-add-cell-notes',
  up: (db) => {
    for (const table of ['node_lines', 'usage_lines', 'pack_lines']) {
      db.exec(`
        ALTER TABLE ${table} ADD COLUMN notes TEXT CHECK (notes IS NULL OR json_valid(notes));
        CREATE INDEX ${table}_notes ON ${table} (option) WHERE notes IS NOT NULL;
      `);
    }
  },
};
