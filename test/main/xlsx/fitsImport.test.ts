import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fitsImport } from '../../../src/main/xlsx/read/fitsImport.ts';
import { ZIP_LIMITS } from '../../../src/main/xlsx/read/zip.ts';
import { exportScenario, scenarioOf, tempFolder } from './workbooks.ts';
import { zipOf } from './zips.ts';

const fits = (bytes: Buffer, before = 0): Promise<boolean> => {
  const file = path.join(tempFolder(), 'plan.xlsx');
  // Behind a hole of so many bytes.
  writeFileSync(file, '');
  truncateSync(file, before);
  writeFileSync(file, bytes, { flag: 'a' });
  return fitsImport(file);
};
const zip = (size: number, before = 0): Buffer => {
  const bytes = zipOf('xl/workbook.xml', Buffer.from('x'), { size });
  const end = bytes.length - 22;
  bytes.writeUInt32LE(bytes.readUInt32LE(end + 16) + before, end + 16);
  return bytes;
};

it('is true of an export as it comes', async () => {
  const { file } = await exportScenario(scenarioOf({ nodes: [{}] }));
  expect(await fitsImport(file)).toBe(true);
});

it.each([
  ['as large as import takes', ZIP_LIMITS.file, true],
  ['a byte larger', ZIP_LIMITS.file + 1, false],
])('looks at the size of the file: %s', async (_, size, expected) => {
  const before = size - zip(1).length;
  expect(await fits(zip(1, before), before)).toBe(expected);
});

it.each([
  ['as much as import takes', ZIP_LIMITS.inflated, true],
  ['a byte more', ZIP_LIMITS.inflated + 1, false],
])('looks at what the parts inflate to: %s', async (_, size, expected) => {
  expect(await fits(zip(size))).toBe(expected);
});

it('is false of what is no zip', async () => {
  expect(await fits(Buffer.from('PK'.repeat(100)))).toBe(false);
});
