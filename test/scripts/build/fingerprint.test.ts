import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fingerprint } from '../../../scripts/build/fingerprint.ts';

const treeOf = (files: Readonly<Record<string, string>>): string => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-test-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  }
  return root;
};
const printOf = (files: Readonly<Record<string, string>>): string => fingerprint(treeOf(files), ['src']);

it('is the same for the same files in another checkout', () => {
  expect(printOf({ 'src/a.ts': '1', 'src/b/c.ts': '2' })).toBe(printOf({ 'src/b/c.ts': '2', 'src/a.ts': '1' }));
});

it.each([
  ['content', { 'src/a.ts': '2' }],
  ['name', { 'src/b.ts': '1' }],
  ['file', { 'src/a.ts': '1', 'src/b.ts': '' }],
])('is another after a change of a %s', (_what, files) => {
  expect(printOf(files)).not.toBe(printOf({ 'src/a.ts': '1' }));
});
