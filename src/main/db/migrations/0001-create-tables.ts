import type { Migration } from '../migrate.ts';

/**
 * Editions are one canonical JSON text each: they never change, are always read whole, hashed whole and shipped whole, so
 * columns would only be a second home for the same facts. The SQL refuses to update or delete one.
 *
 * Scenarios are rows, because every edit is one small write. Each input field is TEXT as typed (decimals never REAL), null
 * where nothing is given. `rank` orders lines with gaps, so that an insert among 100,000 lines writes one row (store/ranks.ts).
 */
export const createTables: Migration = {
  version: 1,
  name: '0001-create-tables',
  up: (db) => {
    db.exec(`
      CREATE TABLE editions (
        edition TEXT NOT NULL PRIMARY KEY CHECK (length(edition) BETWEEN 1 AND 64),
        hash TEXT NOT NULL,
        -- hash before a rename on import: the same book imported again is found by it
        origin_hash TEXT NOT NULL UNIQUE,
        content TEXT NOT NULL CHECK (json_valid(content)),
        added_at TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER editions_no_update BEFORE UPDATE ON editions
        BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
      CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions
        BEGIN SELECT RAISE(ABORT, 'an edition is never deleted'); END;

      CREATE TABLE scenarios (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        price_book TEXT NOT NULL REFERENCES editions (edition),
        price_book_hash TEXT,
        start_month TEXT NOT NULL CHECK (start_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
        months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 120),
        revision INTEGER NOT NULL CHECK (revision >= 0),
        view TEXT CHECK (view IS NULL OR json_valid(view)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
      ) STRICT;

      CREATE TABLE options (
        row INTEGER PRIMARY KEY,
        scenario TEXT NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (scenario, id)
      ) STRICT;

      CREATE TABLE node_lines (
        row INTEGER PRIMARY KEY,
        option INTEGER NOT NULL REFERENCES options (row) ON DELETE CASCADE,
        id TEXT NOT NULL,
        rank INTEGER NOT NULL,
        sku TEXT NOT NULL, region TEXT, count TEXT, start TEXT, months TEXT, price TEXT, note TEXT NOT NULL,
        UNIQUE (option, id)
      ) STRICT;
      CREATE INDEX node_lines_rank ON node_lines (option, rank);

      CREATE TABLE usage_lines (
        row INTEGER PRIMARY KEY,
        option INTEGER NOT NULL REFERENCES options (row) ON DELETE CASCADE,
        id TEXT NOT NULL,
        rank INTEGER NOT NULL,
        sku TEXT NOT NULL, quantity TEXT, per TEXT, instances TEXT, "from" TEXT, "to" TEXT, growth TEXT, price TEXT,
        "onNodes" TEXT, note TEXT NOT NULL,
        UNIQUE (option, id)
      ) STRICT;
      CREATE INDEX usage_lines_rank ON usage_lines (option, rank);

      CREATE TABLE usage_overrides (
        line INTEGER NOT NULL REFERENCES usage_lines (row) ON DELETE CASCADE,
        month TEXT NOT NULL,
        quantity TEXT NOT NULL,
        PRIMARY KEY (line, month)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE pack_lines (
        row INTEGER PRIMARY KEY,
        option INTEGER NOT NULL REFERENCES options (row) ON DELETE CASCADE,
        id TEXT NOT NULL,
        rank INTEGER NOT NULL,
        sku TEXT NOT NULL, count TEXT, start TEXT, expiry TEXT, remaining TEXT, amount TEXT, price TEXT, note TEXT NOT NULL,
        UNIQUE (option, id)
      ) STRICT;
      CREATE INDEX pack_lines_rank ON pack_lines (option, rank);

      CREATE TABLE settings (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
    db.exec(uniqueAcrossSheets('node_lines', 'usage_lines', 'pack_lines'));
    db.exec(uniqueAcrossSheets('usage_lines', 'node_lines', 'pack_lines'));
    db.exec(uniqueAcrossSheets('pack_lines', 'node_lines', 'usage_lines'));
  },
};

/** A line id is unique inside its option, whatever the sheet (formats.md); ids never change, so inserts are enough. */
const uniqueAcrossSheets = (table: string, second: string, third: string): string => `
  CREATE TRIGGER ${table}_unique_id BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${second} WHERE option = NEW.option AND id = NEW.id)
      OR EXISTS (SELECT 1 FROM ${third} WHERE option = NEW.option AND id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the id is taken by a line of another sheet'); END;`;
