import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { READY } from '../../../src/main/process/childProcess.ts';
import { startNodeProcess } from '../../../src/main/process/startNodeProcess.ts';
import { type ReaderAnswer, type ReaderMessage, startReader } from '../../../src/main/xlsx/read/reader.ts';
import type { ImportContext } from '../../../src/shared/importing/preview.ts';
import { CORPUS, SHARED } from './othersFiles.ts';
import { exportScenario, SEED, scenarioOf } from './workbooks.ts';
import { withEmptyEntry, zipOf } from './zips.ts';

// A busy machine is no failure: processes are started.
vi.setConfig({ testTimeout: 60_000 });

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

it('an empty entry that is marked as deflated does not keep the parser for ever', async () => {
  const { file } = await exportScenario(scenarioOf({ nodes: [{}] }));
  expect(await tablesOf(withEmptyEntry(readFileSync(file)), 'plan.xlsx')).toBe('scenario');
});

it('an entry without a name is no place: the file is named', async () => {
  expect(await tablesOf(zipOf('', Buffer.from('<x/>')), 'plan.xlsx')).toBe('WORKBOOK_BROKEN plan.xlsx');
});

describe.skipIf(CORPUS.length === 0)(
  `workbooks made by others${CORPUS.length === 0 ? ` (skipped: ${SHARED}/corpus is not here)` : ''}`,
  () => {
    it('each give rows, nothing that is known, or a coded error where tables are asked for', { timeout: 240_000 }, async () => {
      for (const file of CORPUS) {
        const told = await tablesOf(readFileSync(file), path.basename(file));
        expect(told, file).toMatch(/^(?:rows|unknown|WORKBOOK_\w+ \S|INPUT_NOT_JSON \S)/);
      }
    });
  },
);
