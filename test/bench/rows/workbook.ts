/** An export against exceljs's streaming writer with the same values; a large one as the window does it, with the memory that it takes. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeWorkbookModel } from '../../../src/main/xlsx/workbookModel.ts';
import { writeWorkbook } from '../../../src/main/xlsx/writeWorkbook.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { timeInTurns, timeOnce } from '../measure.ts';
import { peakOf } from '../memory.ts';
import { planOf } from '../plan.ts';
import type { BenchRow } from '../report.ts';
import { timeExport } from '../window/exportPeak.ts';
import { dataFolderWith, openCostbook, prepareWindows } from '../window/windows.ts';
import { LARGE_LINES, largePlan, valuesOf, writeValues } from '../workbookFile.ts';

const LINES = 2_000;
const ROUNDS = 4;
const PEER = 'exceljs streaming, the same values alone';

const workOf = (lines: number): string => `export of ${lines.toLocaleString('en')} lines x 12 months as xlsx`;

export const benchWorkbook = async (): Promise<readonly BenchRow[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  try {
    return [await writerRow(folder), ...(await windowRows(folder))];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

/** Both in this process; theirs has its values ready. */
const writerRow = async (folder: string): Promise<BenchRow> => {
  const priceBook = readPriceBook('seed');
  const { scenario } = planOf({ lines: LINES, packs: 10 });
  const input = { scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale: 'en' } as const;
  const values = makeWorkbookModel(input).map(({ name, rows }) => ({ name, rows: [...rows].map(valuesOf) }));
  const times = await timeInTurns({
    theirs: { work: () => writeValues(values, path.join(folder, 'theirs.xlsx')), rounds: ROUNDS },
    ours: { work: () => writeWorkbook({ ...input, file: path.join(folder, 'ours.xlsx') }), rounds: ROUNDS },
  });
  return { work: workOf(LINES), peer: PEER, unit: 'ms', ...times, high: null, target: { kind: 'atMostTimes', times: 1.1 }, note: '' };
};

/** Both from a scenario to a file, each in a process of its own, once. */
const windowRows = async (folder: string): Promise<readonly BenchRow[]> => {
  const ours = await exportInWindow(path.join(folder, 'large.xlsx'));
  let theirPeak: number | null = null;
  const theirMs = await timeOnce(async () => {
    theirPeak = await peakOf('exportedByExceljs');
  });
  const size = workOf(LARGE_LINES);
  return [
    {
      work: `${size}, from the click in the window`,
      peer: PEER,
      unit: 'ms',
      ours: ours.ms,
      theirs: theirMs,
      high: null,
      target: { kind: 'atMostTimes', times: 1.1 },
      note: 'once',
    },
    {
      work: `peak memory of the process that writes it`,
      peer: PEER,
      unit: 'MB',
      ours: ours.peak,
      theirs: theirPeak,
      high: null,
      target: { kind: 'below', median: 500, high: null },
      note: '',
    },
  ];
};

const exportInWindow = async (file: string): ReturnType<typeof timeExport> => {
  const launch = await prepareWindows();
  const dataFolder = dataFolderWith(largePlan());
  try {
    const window = await openCostbook(launch, dataFolder);
    try {
      return await timeExport(window, file);
    } finally {
      await window.close();
    }
  } finally {
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
};
