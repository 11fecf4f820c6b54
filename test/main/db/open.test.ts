import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/main/db/driver.ts';
import { APPLICATION_ID, type Migration } from '../../../src/main/db/migrate.ts';
import { MIGRATIONS } from '../../../src/main/db/migrations/all.ts';
import { openDatabase } from '../../../src/main/db/open.ts';
import { PRAGMAS } from '../../../src/main/db/pragmas.ts';
import { must, NOW, tempFolder } from '../support/tempStore.ts';

const now = () => NOW;
const head = MIGRATIONS.length;
const addDrivers: Migration = {
  version: head + 1,
  name: '9999-create-drivers',
  up: (db) => db.exec('CREATE TABLE drivers (id TEXT NOT NULL PRIMARY KEY) STRICT'),
};

describe('opening the database', () => {
  it('has every pragma in force, the schema at its head and its own application id', () => {
    const { db } = must(openDatabase({ file: join(tempFolder(), 'a', 'costbook.db'), now }));
    for (const { name, reads } of PRAGMAS) expect([name, db.pragma(name, { simple: true })]).toEqual([name, reads]);
    expect(db.pragma('user_version', { simple: true })).toBe(head);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    db.close();
  });

  it('has STRICT tables only, and no column that could hold a float', () => {
    const { db } = must(openDatabase({ file: join(tempFolder(), 'costbook.db'), now }));
    const tables = db.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'").all();
    expect(tables.length).toBeGreaterThan(6);
    expect(tables.filter((table) => Reflect.get(Object(table), 'strict') !== 1)).toEqual([]);
    const types = db
      .prepare("SELECT DISTINCT c.type FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.schema = 'main' AND t.strict = 1")
      .pluck()
      .all();
    expect(types.toSorted()).toEqual(['INTEGER', 'TEXT']);
    db.close();
  });

  it('numbers its migrations without holes and names them NNNN-verb-noun', () => {
    for (const [index, { version, name }] of MIGRATIONS.entries()) {
      expect(version).toBe(index + 1);
      expect(name).toMatch(new RegExp(`^${String(version).padStart(4, '0')}-[a-z]+-[a-z-]+$`));
    }
  });

  it.each([
    ['a text file', (file: string) => writeFileSync(file, 'quantity;price\n1;2\n'.repeat(100)), 'SQLITE_NOTADB'],
    ['a database of another program', (file: string) => withDb(file, 'CREATE TABLE notes (text)'), 'foreign'],
    [
      'a database of a newer Costbook',
      (file: string) => withDb(file, `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 99`),
      'newer',
    ],
  ])('refuses %s by name and leaves it as it is', (_, make, reason) => {
    const file = join(tempFolder(), 'costbook.db');
    make(file);
    const before = readFileSync(file);
    const opened = openDatabase({ file, now });
    expect(opened).toMatchObject({ ok: false, error: { code: 'STORE_FAILED', place: file, params: { reason } } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a damaged file', () => {
    const file = join(tempFolder(), 'costbook.db');
    must(openDatabase({ file, now })).db.close();
    const bytes = readFileSync(file);
    // the page of the first table: its cell pointers point nowhere
    bytes.fill(0xff, 4096, 4096 + 64);
    writeFileSync(file, bytes);
    const opened = openDatabase({ file, now });
    expect(opened.ok).toBe(false);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

describe('migrating', () => {
  const migrations = [...MIGRATIONS, addDrivers];

  it('copies a database that has contents first', () => {
    const folder = tempFolder();
    const file = join(folder, 'costbook.db');
    const first = must(openDatabase({ file, now }));
    expect(first.backup).toBeNull();
    first.db.exec("INSERT INTO settings (key, value) VALUES ('locale', 'en')");
    first.db.close();
    const second = must(openDatabase({ file, now, migrations }));
    expect(second.db.pragma('user_version', { simple: true })).toBe(head + 1);
    second.db.close();
    expect(readdirSync(join(folder, 'backups'))).toEqual([second.backup]);
    const copy = connect(join(folder, 'backups', second.backup ?? ''), 0);
    expect(copy.prepare('SELECT value FROM settings').pluck().all()).toEqual(['en']);
    expect(copy.pragma('user_version', { simple: true })).toBe(head);
    copy.close();
  });

  it('gives scenarios of the first version no rules of their own, and takes such rules afterwards', () => {
    const file = join(tempFolder(), 'costbook.db');
    const first = must(openDatabase({ file, now, migrations: MIGRATIONS.slice(0, 1) }));
    first.db.exec(`INSERT INTO editions VALUES ('seed', 'h', 'h', '{}', 'now');
      INSERT INTO scenarios (id, name, note, price_book, start_month, months, revision, created_at, updated_at)
      VALUES ('s', 'old', '', 'seed', '2026-01', 12, 0, 'now', 'now')`);
    first.db.close();
    const { db } = must(openDatabase({ file, now }));
    const overrides = () => db.prepare('SELECT overrides FROM scenarios').pluck().all();
    expect(overrides()).toEqual([null]);
    db.exec(`UPDATE scenarios SET overrides = '{"x":{"rounding":"down"}}'`);
    expect(overrides()).toEqual(['{"x":{"rounding":"down"}}']);
    expect(() => db.exec(`UPDATE scenarios SET overrides = 'down'`)).toThrow();
    db.close();
  });

  it.each<[string, Migration['up']]>([
    [
      'throws',
      (db) => {
        db.exec('DROP TABLE settings');
        throw new Error('power');
      },
    ],
    ['leaves a dangling reference', (db) => db.exec("INSERT INTO options (scenario, id, position, name) VALUES ('none', 'A', 0, '')")],
  ])('takes everything back when a step %s', (_, up) => {
    const file = join(tempFolder(), 'costbook.db');
    must(openDatabase({ file, now })).db.close();
    const bad: Migration = { version: head + 2, name: '9999-break-all', up };
    expect(openDatabase({ file, now, migrations: [...migrations, bad] }).ok).toBe(false);
    const { db } = must(openDatabase({ file, now }));
    expect(db.pragma('user_version', { simple: true })).toBe(head);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('settings', 'drivers')").pluck().all()).toEqual(['settings']);
    db.close();
  });
});

const withDb = (file: string, sql: string): void => {
  const db = connect(file, 0);
  db.exec(sql);
  db.close();
};
