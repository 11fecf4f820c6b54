import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { failureMemo } from '../../../scripts/electron/failureMemo.ts';

const tempFile = (): string => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-test-')), 'memo.json');

it('recalls a failure for a while, of the same subject only', () => {
  const file = tempFile();
  let now = 1_000;
  const memo = failureMemo({ file, subject: '45.4.1', keepMs: 500, now: () => now });
  expect(memo.recall()).toBeNull();
  memo.remember('no network');
  expect(memo.recall()).toBe('no network');
  expect(failureMemo({ file, subject: '45.4.1 mirror', keepMs: 500, now: () => now }).recall()).toBeNull();
  now = 1_500;
  expect(memo.recall()).toBeNull();
});

it('forgets after a success', () => {
  const memo = failureMemo({ file: tempFile(), subject: '45.4.1', keepMs: 500 });
  memo.remember('no network');
  memo.forget();
  expect(memo.recall()).toBeNull();
});
