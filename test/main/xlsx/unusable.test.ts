import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readScenarioBytes, readScenarioFile } from '../../../src/main/xlsx/read/readScenarioFile.ts';
import { checkZip, ZIP_LIMITS } from '../../../src/main/xlsx/read/zip.ts';
import { CORPUS, HOSTILE, SHARED } from './othersFiles.ts';
import { editWorkbook, exportScenario, refusal, scenarioOf, sheetOf, tempFolder } from './workbooks.ts';
import { zipOf } from './zips.ts';

// A busy machine is no failure: files are written and threads started.
vi.setConfig({ testTimeout: 60_000 });

const SCENARIO = scenarioOf({ nodes: [{}], usage: [{ quantity: '64936' }] });

const refusalOf = async (content: string | Uint8Array): Promise<string> => {
  const read = await readScenarioBytes(typeof content === 'string' ? Buffer.from(content) : content, 'plan');
  return read.ok ? 'accepted' : `${read.error.code} ${read.error.place}`;
};

describe('what is no scenario is refused by its content, whatever its name', () => {
  const ole = (stream: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
  it.each<[string, string, string | Uint8Array]>([
    ['nothing', 'INPUT_NOT_JSON plan', ''],
    ['a letter', 'INPUT_NOT_JSON plan', 'Dear all,'],
    ['JSON with a mistake', 'INPUT_NOT_JSON 2:10', '{ "format":\n  "costbo\nok"}'],
    ['GBK', 'INPUT_NOT_JSON plan', Buffer.from('7b22c3fb22a1', 'hex')],
    ['other JSON', 'FORMAT_UNKNOWN format', '{"a": 1}'],
    ['an .xls', 'WORKBOOK_LEGACY plan', ole('Workbook')],
    ['a workbook with a password', 'WORKBOOK_ENCRYPTED plan', ole('EncryptedPackage')],
    ['a zip without a directory', 'WORKBOOK_BROKEN plan', 'PK\u0003\u0004 and then nothing'],
  ])('%s: %s', async (_, expected, content) => {
    expect(await refusalOf(content)).toBe(expected);
  });

  it('a byte-order mark is no mistake', async () => {
    expect(await refusalOf('\uFEFF{"format": "x"}')).toBe('FORMAT_UNKNOWN format');
  });

  it('a file that is not there, and a folder', async () => {
    const folder = tempFolder();
    expect(await refusal(path.join(folder, 'nowhere.json'))).toBe('INPUT_NOT_FOUND nowhere.json');
    expect(await refusal(folder)).toBe(`INPUT_NOT_FOUND ${path.basename(folder)}`);
  });

  it('nesting that no stack holds, with a number whose digits count', async () => {
    const deep = Buffer.from(`${'['.repeat(100_000)}1e5${']'.repeat(100_000)}`);
    expect(await readScenarioBytes(deep, 'deep')).toMatchObject({ ok: false, error: { code: 'INPUT_NOT_JSON', place: 'deep' } });
  });

  it('keeps digits that JavaScript would lose', async () => {
    const text =
      '{"format":"costbook.scenario/1","priceBook":"seed","startMonth":"2026-01","months":1,"options":[{"id":"A","usage":[QUANTITIES]}]}';
    const quantities = ['0.12345678901234567890', '10000000000000000001', '1e3', '0.50', '-0.0', '1E-7'];
    const lines = quantities.map((quantity, index) => `{"id":"u${index}","sku":"x","quantity":${quantity}}`).join(',');
    const read = await readScenarioBytes(Buffer.from(text.replace('QUANTITIES', lines)), 'plan');
    expect(read.ok && read.value.scenario.options[0]?.usage.map((line) => line.quantity)).toEqual([
      '0.12345678901234567890',
      '10000000000000000001',
      '1000',
      '0.5',
      '0',
      '0.0000001',
    ]);
  });
});

describe('the look into a zip', () => {
  const hello = Buffer.from('<x/>');
  it.each<[string, string, Buffer]>([
    ['a good one', 'ok', zipOf('xl/workbook.xml', hello)],
    ['an absolute name', 'WORKBOOK_BROKEN', zipOf('/etc/passwd', hello)],
    ['a drive', 'WORKBOOK_BROKEN', zipOf('C:\\x', hello)],
    ['a name that climbs', 'WORKBOOK_BROKEN', zipOf('xl/../../x', hello)],
    ['a wrong checksum', 'WORKBOOK_BROKEN', zipOf('x', hello, { checksum: 1 })],
    ['a wrong size', 'WORKBOOK_BROKEN', zipOf('x', hello, { size: 1 })],
    ['an unknown method', 'WORKBOOK_BROKEN', zipOf('x', hello, { method: 99 })],
    ['an entry outside the file', 'WORKBOOK_BROKEN', zipOf('x', hello, { offset: 0xfffffff0 })],
    ['an encrypted entry', 'WORKBOOK_ENCRYPTED', zipOf('x', hello, { flags: 1 })],
    ['a document type', 'WORKBOOK_BROKEN', zipOf('x.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>'))],
    ['a bomb that lies about its size', 'WORKBOOK_TOO_LARGE', zipOf('x', Buffer.alloc(ZIP_LIMITS.inflated + 1), { size: 10 })],
    ['a bomb by its ratio', 'WORKBOOK_TOO_LARGE', zipOf('x', Buffer.alloc(20_000_000))],
    ['a large file', 'WORKBOOK_TOO_LARGE', Buffer.alloc(ZIP_LIMITS.file + 1)],
  ])('%s: %s', (_, expected, bytes) => {
    const checked = checkZip(bytes, ['xl/workbook.xml']);
    expect(checked.ok ? 'ok' : checked.error.code).toBe(expected);
  });
});

describe('a workbook of somebody else', () => {
  it('is foreign', async () => {
    const file = path.join(tempFolder(), 'other.xlsx');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Nodes').addRow(['Option', 'Line']);
    await workbook.xlsx.writeFile(file);
    expect(await refusal(file)).toBe('WORKBOOK_FOREIGN other.xlsx');
  });

  it('or of a later Costbook is not guessed at', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      sheetOf(workbook, '_costbook').getCell('B1').value = 'costbook.workbook/9';
    });
    expect(await refusal(file)).toBe('FORMAT_UNKNOWN _costbook!B1');
  });

  it('whose hidden sheet was tampered with is broken', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      sheetOf(workbook, '_costbook').getCell('B5').value = '{"format":"costbook.scenario/1"';
    });
    expect(await refusal(file)).toBe('WORKBOOK_BROKEN _costbook');
  });
});

describe('a damaged export', () => {
  it('gives a coded error or the scenario, never anything else', { timeout: 120_000 }, async () => {
    const bytes = readFileSync((await exportScenario(SCENARIO)).file);
    const damage = fc.oneof(
      fc.record({ cut: fc.integer({ min: 0, max: bytes.length }) }),
      fc.record({ at: fc.integer({ min: 0, max: bytes.length - 1 }), bit: fc.integer({ min: 0, max: 7 }) }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const damaged = 'cut' in how ? bytes.subarray(0, how.cut) : Buffer.from(bytes);
        if ('bit' in how) damaged[how.at] = (damaged[how.at] ?? 0) ^ (1 << how.bit);
        const read = await readScenarioBytes(damaged, 'plan');
        if (read.ok) expect(read.value.scenario).toEqual(SCENARIO);
        else expect(read.error.code).toMatch(/^(?:WORKBOOK|INPUT|FORMAT)_/);
      }),
      { numRuns: 30 },
    );
  });
});

describe.skipIf(HOSTILE.length === 0)(`hostile files${HOSTILE.length === 0 ? ` (skipped: ${SHARED}/hostile is not here)` : ''}`, () => {
  it.each(HOSTILE.map((file) => [path.basename(file), file]))('%s gives a coded error within 5 s', { timeout: 5_000 }, async (_, file) => {
    expect(await refusal(file)).toMatch(/^WORKBOOK_(?:FOREIGN|TOO_LARGE|BROKEN) /);
  });

  it.each(HOSTILE.map((file) => [path.basename(file), file]))(
    '%s does no harm under our own name either',
    { timeout: 10_000 },
    async (_, file) => {
      const disguised = path.join(tempFolder(), 'plan.json');
      writeFileSync(disguised, readFileSync(file));
      const read = await readScenarioFile(disguised);
      expect(read.ok).toBe(false);
    },
  );
});

describe.skipIf(CORPUS.length === 0)(
  `workbooks made by others${CORPUS.length === 0 ? ` (skipped: ${SHARED}/corpus is not here)` : ''}`,
  () => {
    it('each give a coded error where a scenario is asked for', { timeout: 120_000 }, async () => {
      for (const file of CORPUS) expect(await refusal(file)).toMatch(/^(?:WORKBOOK_\w+|INPUT_NOT_JSON) /);
    });
  },
);
