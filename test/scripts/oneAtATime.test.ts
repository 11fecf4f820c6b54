import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneAtATime } from '../../scripts/oneAtATime.ts';

const tempLock = (): string => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-test-')), 'a.lock');

it('lets the second wait for the first', async () => {
  const lock = tempLock();
  const steps: string[] = [];
  const work = (name: string) =>
    oneAtATime(lock, async () => {
      steps.push(`${name} starts`);
      await delay(20);
      steps.push(`${name} ends`);
    });
  await Promise.all([work('first'), work('second')]);
  expect(steps).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
});

it('takes over from an owner that has died', async () => {
  const lock = tempLock();
  const noProcess = 2 ** 22 + 1; // above the largest pid
  fs.writeFileSync(lock, String(noProcess));
  expect(await oneAtATime(lock, async () => 'done')).toBe('done');
});

it('gives the lock back after a failure', async () => {
  const lock = tempLock();
  await expect(oneAtATime(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(fs.existsSync(lock)).toBe(false);
});
