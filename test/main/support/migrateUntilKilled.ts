/**
 * Child process of the migration kill test: opens the database with one more migration that says each step it has taken and then
 * waits to be killed there. Arguments: file, number of the step to stop at.
 */
import { writeSync } from 'node:fs';
import { MIGRATIONS } from '../../../src/main/db/migrations/all.ts';
import { openDatabase } from '../../../src/main/db/open.ts';

const [, , file = '', stop = '0'] = process.argv;
const reach = (step: number): void => {
  if (step !== Number(stop)) return;
  writeSync(1, 'here\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
openDatabase({
  file,
  now: () => new Date(0),
  migrations: [
    ...MIGRATIONS,
    {
      version: MIGRATIONS.length + 1,
      name: '9999-drop-regions',
      up: (db) => {
        reach(0);
        db.exec('CREATE TABLE drivers (id TEXT NOT NULL PRIMARY KEY) STRICT');
        reach(1);
        db.exec("UPDATE node_lines SET note = 'migrated'");
        reach(2);
        db.exec('ALTER TABLE node_lines DROP COLUMN region');
        reach(3);
      },
    },
  ],
});
reach(4);
