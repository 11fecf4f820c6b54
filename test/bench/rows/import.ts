/** A table of 100,000 lines: opened in its process, beside the reader alone; then its preview, which the reader does not have. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import { startNodeProcess } from '../../../src/main/process/startNodeProcess.ts';
import { startReader } from '../../../src/main/xlsx/read/reader.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { writeForeignFile } from '../foreignFile.ts';
import { medianOf, timeInTurns, timeOnce } from '../measure.ts';
import { peakOf } from '../memory.ts';
import type { BenchRow } from '../report.ts';

const LINES = 100_000;
const ROUNDS = 4;

const CONTEXT = {
  priceBook: readPriceBook('seed'),
  scenario: makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' }),
  option: 'A',
  taken: [],
};

export const benchImport = async (): Promise<readonly BenchRow[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  const file = path.join(folder, 'plan.xlsx');
  const previews: number[] = [];
  try {
    await writeForeignFile(file, LINES);
    const bytes = fs.readFileSync(file);
    const open = async (): Promise<void> => {
      const reader = startReader(startNodeProcess);
      const opened = await reader.openHere({ bytes, name: 'plan.xlsx' });
      if (!opened.ok) throw new Error(opened.error.code);
      reader.stop();
    };
    const preview = async (): Promise<void> => {
      const reader = startReader(startNodeProcess);
      await reader.openHere({ bytes, name: 'plan.xlsx' });
      const ask = () => reader.preview({ mapping: null, guessColumns: false, context: CONTEXT, remembered: [], problems: 500 });
      previews.push(await timeOnce(ask));
      reader.stop();
    };
    const times = await timeInTurns({
      theirs: { work: () => xlsx.read(bytes, { type: 'buffer', dense: true }), rounds: ROUNDS },
      ours: { work: open, rounds: ROUNDS },
      preview: { work: preview, rounds: ROUNDS },
    });
    const work = `import of a table of ${LINES.toLocaleString('en')} rows x 9 columns`;
    const peer = '@e965/xlsx alone';
    return [
      { work, peer, unit: 'ms', ...times, high: null, target: { kind: 'atMostTimes', times: 1.25 }, note: '' },
      {
        work: 'its preview: every row priced and checked',
        peer: '',
        unit: 'ms',
        ours: medianOf(previews),
        theirs: null,
        high: null,
        target: null,
        note: 'the reader has none',
      },
      {
        work: 'peak memory of that import and its preview',
        peer,
        unit: 'MB',
        ours: await peakOf('importedTable'),
        theirs: await peakOf('importedTableByReader'),
        high: null,
        target: { kind: 'below', median: 600, high: null },
        note: '',
      },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
