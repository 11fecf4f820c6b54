import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { READY, type ReaderAnswer, type ReaderMessage, startReader } from '../../../src/main/xlsx/read/reader.ts';
import { readScenarioBytes, readScenarioFile } from '../../../src/main/xlsx/read/readScenarioFile.ts';
import { startNodeProcess } from '../../../src/main/xlsx/read/startNodeProcess.ts';
import { type StoredEntry, storeZip } from '../../../src/main/xlsx/read/storedZip.ts';
import { checkZip, ZIP_LIMITS } from '../../../src/main/xlsx/read/zip.ts';
import type { ImportContext } from '../../../src/shared/importing/preview.ts';
import { editWorkbook, exportScenario, refusal, SEED, scenarioOf, sheetOf, tempFolder } from './workbooks.ts';

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

/** A zip of one entry, with what is wrong about it. */
const zipOf = (
  name: string,
  content: Buffer,
  wrong: { size?: number; method?: number; flags?: number; checksum?: number; offset?: number } = {},
): Buffer => {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(wrong.flags ?? 0, 8);
  entry.writeUInt16LE(wrong.method ?? 8, 10);
  entry.writeUInt32LE(wrong.checksum ?? crc32(content), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(wrong.size ?? content.length, 24);
  entry.writeUInt16LE(title.length, 28);
  entry.writeUInt32LE(wrong.offset ?? 0, 42);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, entry, title, end]);
};

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

const EMPTY = 'docProps/thumbnail.wmf';

/** The workbook with an entry of no bytes that is marked as deflated, as LibreOffice writes it. */
const withEmptyEntry = (bytes: Buffer): Buffer => {
  const entries: StoredEntry[] = [];
  checkZip(bytes, [], (name, content) => entries.push({ name, content }));
  const zip = storeZip([...entries, { name: EMPTY, content: Buffer.alloc(0) }]);
  zip.writeUInt16LE(8, zip.indexOf(EMPTY) - 22);
  zip.writeUInt16LE(8, zip.lastIndexOf(EMPTY) - 36);
  return zip;
};

it('an empty entry that is marked as deflated does not keep the parser for ever', async () => {
  const { file } = await exportScenario(SCENARIO);
  expect(await tablesOf(withEmptyEntry(readFileSync(file)), 'plan.xlsx')).toBe('scenario');
});

it('an entry without a name is no place: the file is named', async () => {
  expect(await tablesOf(zipOf('', Buffer.from('<x/>')), 'plan.xlsx')).toBe('WORKBOOK_BROKEN plan.xlsx');
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

const CONTEXT: ImportContext = { priceBook: SEED, scenario: scenarioOf({}), option: 'A', taken: [] };

/** What the window would be told of a file: `rows`, `unknown`, or `CODE place`. */
const tablesOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const reader = startReader(startNodeProcess);
  try {
    const opened = await reader.openHere({ bytes, name });
    if (!opened.ok) return `${opened.error.code} ${opened.error.place}`;
    if (opened.value.kind === 'scenario') return 'scenario';
    const preview = await reader.preview({ mapping: null, guessColumns: false, context: CONTEXT, remembered: [], problems: 10 });
    if (!preview.ok) return `${preview.error.code} ${preview.error.place}`;
    return preview.value === null ? 'unknown' : 'rows';
  } finally {
    reader.stop();
  }
};

describe('the process in which files are opened', () => {
  const answering = (answer: (message: ReaderMessage, reply: (value: ReaderAnswer) => void, exit: () => void) => void) =>
    startReader(() => {
      let reply: (value: ReaderAnswer | typeof READY) => void = () => undefined;
      let exit: () => void = () => undefined;
      return {
        send: (message) => answer(message, reply, exit),
        onMessage: (listener) => {
          reply = listener;
          listener(READY);
        },
        onExit: (listener) => {
          exit = listener;
        },
        kill: () => undefined,
      };
    });
  const open = { bytes: new Uint8Array(0), name: 'plan.xlsx' };

  it('is ended when it takes too long, and the file is named', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const reader = answering(() => undefined);
    const opened = reader.openHere(open);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await opened).toMatchObject({ ok: false, error: { code: 'WORKBOOK_TOO_LARGE', place: 'plan.xlsx', params: { what: 'time' } } });
  });

  it('that ends by itself has had too little memory; asked again, it says so again', async () => {
    const reader = answering((_, __, exit) => exit());
    const expected = { ok: false, error: { code: 'WORKBOOK_TOO_LARGE', params: { what: 'memory' } } };
    expect(await reader.openHere(open)).toMatchObject(expected);
    expect(await reader.openHere(open)).toMatchObject(expected);
  });
});

describe('a damaged table of another maker', () => {
  it('gives rows or a coded error, never anything else', { timeout: 240_000 }, async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Plan').addRows([
      ['Item', 'Quantity (hours)', '2026-01'],
      ['Shared tool', 5, 7],
      ['合计', { formula: 'SUM(B2:B2)', result: 5 }, 7],
    ]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const at = fc.integer({ min: 0, max: bytes.length - 1 });
    const damage = fc.oneof(
      fc.record({ cut: at }),
      fc.record({ at, bit: fc.integer({ min: 0, max: 7 }) }),
      fc.record({ from: at, to: at }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const damaged = 'cut' in how ? bytes.subarray(0, how.cut) : Buffer.from(bytes);
        if ('bit' in how) damaged[how.at] = (damaged[how.at] ?? 0) ^ (1 << how.bit);
        if ('from' in how) bytes.copy(damaged, how.to, how.from, Math.min(bytes.length, how.from + 200));
        expect(await tablesOf(damaged, 'plan.xlsx')).toMatch(/^(?:rows|unknown|(?:WORKBOOK|INPUT)_\w+ \S)/);
      }),
      { numRuns: 40 },
    );
  });
});

/** Files of others, handed over beside the repository; not part of it. */
const SHARED = path.resolve(import.meta.dirname, '../../../../shared');
const filesIn = (folder: string): readonly string[] =>
  existsSync(path.join(SHARED, folder))
    ? readdirSync(path.join(SHARED, folder))
        .filter((name) => /\.xls[xm]$/.test(name))
        .map((name) => path.join(SHARED, folder, name))
    : [];
const HOSTILE = filesIn('hostile');
const CORPUS = filesIn('corpus').filter((_, index) => index % 20 === 0);

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

    it('each give rows, nothing that is known, or a coded error where tables are asked for', { timeout: 240_000 }, async () => {
      for (const file of CORPUS) {
        const told = await tablesOf(readFileSync(file), path.basename(file));
        expect(told, file).toMatch(/^(?:rows|unknown|WORKBOOK_\w+ \S|INPUT_NOT_JSON \S)/);
      }
    });
  },
);
