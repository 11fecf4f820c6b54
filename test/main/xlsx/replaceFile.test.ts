import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { planReplacement, putInPlace, replaceFile, writeTemporary } from '../../../src/main/xlsx/replaceFile.ts';
import { must, tempFolder } from './workbooks.ts';

const write = (file: string, text: string) => replaceFile(file, async (stream) => void stream.end(text));
const HOUR = 3_600;
const age = (file: string, seconds: number): void => utimesSync(file, new Date(), new Date(Date.now() - seconds * 1_000));

it('clears away what a writer of the same file left behind when it was killed', async () => {
  const folder = tempFolder();
  const file = path.join(folder, 'plan.xlsx');
  const left = must(await planReplacement(file)).temporary;
  writeFileSync(left, 'half');
  age(left, HOUR);
  must(await write(file, 'new'));
  expect(readdirSync(folder)).toEqual(['plan.xlsx']);
});

it('leaves alone what is still being written, or belongs to another file', async () => {
  const folder = tempFolder();
  const beingWritten = must(await planReplacement(path.join(folder, 'plan.xlsx'))).temporary;
  writeFileSync(beingWritten, 'half');
  const ofAnother = must(await planReplacement(path.join(folder, 'other.xlsx'))).temporary;
  writeFileSync(ofAnother, 'half');
  age(ofAnother, HOUR);
  must(await write(path.join(folder, 'plan.xlsx'), 'new'));
  expect(readdirSync(folder).toSorted()).toEqual([beingWritten, ofAnother, 'plan.xlsx'].map((file) => path.basename(file)).toSorted());
});

it('touches the target only when the new file is put in its place', async () => {
  const folder = tempFolder();
  const file = path.join(folder, 'plan.xlsx');
  writeFileSync(file, 'old');
  const replacement = must(await planReplacement(file));
  must(await writeTemporary(replacement, async (stream) => void stream.end('new')));
  expect([readFileSync(file, 'utf8'), readdirSync(folder).length]).toEqual(['old', 2]);
  must(await putInPlace(replacement));
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['new', ['plan.xlsx']]);
});

it('takes a name as long as a file system does', async () => {
  const folder = tempFolder();
  const name = `${'方案'.repeat(40)}.xlsx`;
  must(await write(path.join(folder, name), 'new'));
  expect(readdirSync(folder)).toEqual([name]);
});
