import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_ENTRIES } from '../../../src/main/store/history.ts';
import { blank, freshStore, must, openStore, tempFolder } from '../support/tempStore.ts';

const CHILD = join(import.meta.dirname, '../support/saveUntilKilled.ts');

/** Lets a process save until `saves` are acknowledged, kills it, and returns the last revision that it was told to be saved. */
const saveAndKill = (folder: string, id: string, saves: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, id], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let seen = 0;
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      seen += String(chunk).split('\n').length - 1;
      if (seen >= saves) child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => {
      const lines = output.slice(0, output.lastIndexOf('\n')).split('\n');
      if (signal === 'SIGKILL') resolve(Number(lines.at(-1)));
      else reject(new Error('the child ended by itself'));
    });
  });

/** The state after `revision` saves, and no other. */
const expectWhole = (folder: string, id: string): number => {
  const store = openStore(folder);
  const { revision, scenario, history } = must(store.openScenario(id));
  store.close();
  const expected = Array.from({ length: revision }, (_, at) => revision - at).flatMap((n) => [`a${n}`, `b${n}`]);
  expect(scenario.options[0]?.nodes.map((line) => line.id)).toEqual(expected);
  expect(scenario.name).toBe(revision === 0 ? 'Plan' : String(revision));
  // What can be undone is what was saved, and nothing that was not.
  const revisions = Array.from({ length: revision }, (_, at) => String(at + 1));
  expect(history.done.map(({ label }) => label.params.revision)).toEqual(revisions.slice(-MOST_ENTRIES));
  return revision;
};

const begin = (): { readonly folder: string; readonly id: string } => {
  const { store, folder } = freshStore();
  const id = must(store.createScenario(blank()));
  store.close();
  return { folder, id };
};

describe('what is called saved', () => {
  it('survives kill -9, whole and to the last acknowledged save, again and again', async () => {
    const { folder, id } = begin();
    for (const saves of [1, 2, 7, 40, 100]) {
      const acknowledged = await saveAndKill(folder, id, saves);
      expect(expectWhole(folder, id)).toBeGreaterThanOrEqual(acknowledged);
    }
  }, 60_000);

  it('is a prefix of the saves wherever a power cut ends the log', async () => {
    const { folder, id } = begin();
    const acknowledged = await saveAndKill(folder, id, 12);
    const wal = join(folder, 'costbook.db-wal');
    // header 32 bytes, then frames of 24 + 4096 (https://sqlite.org/fileformat2.html#walformat)
    const frames = Math.floor((statSync(wal).size - 32) / (24 + 4096));
    const revisions: number[] = [];
    for (let frame = 0; frame <= frames; frame += 1) {
      for (const torn of [0, 1000]) {
        const copy = copyOf(folder);
        truncateSync(join(copy, 'costbook.db-wal'), Math.min(statSync(wal).size, 32 + frame * (24 + 4096) + torn));
        revisions.push(expectWhole(copy, id));
      }
    }
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(revisions.at(-1)).toBeGreaterThanOrEqual(acknowledged);
    expect(new Set(revisions).size).toBeGreaterThan(acknowledged);
  }, 60_000);
});

const copyOf = (folder: string): string => {
  const copy = join(tempFolder(), 'data');
  mkdirSync(copy);
  for (const name of ['costbook.db', 'costbook.db-wal']) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
  }
  expect(readFileSync(join(copy, 'costbook.db')).subarray(0, 15).toString()).toBe('SQLite format 3');
  return copy;
};
