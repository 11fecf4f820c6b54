import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/main/db/driver.ts';
import { makeNodeLine } from '../../../src/shared/scenario/blank.ts';
import { blank, freshStore, must, openStore } from '../support/tempStore.ts';

const CHILD = join(import.meta.dirname, '../support/migrateUntilKilled.ts');

const migrateAndKill = (file: string, step: number): Promise<NodeJS.Signals | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, file, String(step)], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => child.kill('SIGKILL'));
    child.on('close', (_code, signal) => resolve(signal));
  });

/** A store with one scenario of 500 lines. */
const filled = (): { readonly folder: string; readonly id: string } => {
  const { store, folder } = freshStore();
  const nodes = Array.from({ length: 500 }, (_, at) => ({ ...makeNodeLine(`n${at}`), note: 'as it was' }));
  const id = must(store.createScenario({ ...blank(), options: [{ id: 'A', name: 'A', nodes, usage: [], packs: [] }] }));
  store.close();
  return { folder, id };
};

describe('a migration that is killed', () => {
  it.each([0, 1, 2, 3])('at step %i leaves the old schema whole, and a backup', async (step) => {
    const { folder, id } = filled();
    expect(await migrateAndKill(join(folder, 'costbook.db'), step)).toBe('SIGKILL');
    const store = openStore(folder);
    const { scenario } = must(store.openScenario(id));
    expect(scenario.options[0]?.nodes.filter(({ note }) => note === 'as it was')).toHaveLength(500);
    store.close();
    const [backup = ''] = readdirSync(join(folder, 'backups'));
    const copy = connect(join(folder, 'backups', backup), 0);
    expect(copy.pragma('quick_check', { simple: true })).toBe('ok');
    expect(copy.prepare('SELECT count(*) FROM node_lines').pluck().get()).toBe(500);
    copy.close();
  });

  it('after its end keeps the new schema', async () => {
    const { folder } = filled();
    await migrateAndKill(join(folder, 'costbook.db'), 4);
    const db = connect(join(folder, 'costbook.db'), 0);
    expect(db.prepare("SELECT count(*) FROM node_lines WHERE note = 'migrated'").pluck().get()).toBe(500);
    db.close();
  });
});
