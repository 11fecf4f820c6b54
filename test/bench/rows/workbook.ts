/** An export against exceljs's streaming writer with as many plain cells. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { makeWorkbookModel } from '../../../src/main/xlsx/workbookModel.ts';
import { writeWorkbook } from '../../../src/main/xlsx/writeWorkbook.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { timeInTurns } from '../measure.ts';
import { planOf } from '../plan.ts';
import type { BenchRow } from '../report.ts';

const LINES = 2_000;
const ROUNDS = 4;

export const benchWorkbook = async (): Promise<readonly BenchRow[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  const priceBook = readPriceBook('seed');
  const { scenario } = planOf({ lines: LINES, packs: 10 });
  const input = { scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale: 'en' } as const;
  const shape = makeWorkbookModel(input).map(({ name, rows }) => ({ name, widths: [...rows].map((row) => row.length) }));
  const writePlain = async (): Promise<void> => {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path.join(folder, 'theirs.xlsx') });
    for (const { name, widths } of shape) {
      const sheet = workbook.addWorksheet(name);
      for (const width of widths) sheet.addRow(Array.from({ length: width }, (_, column) => column * 1.5)).commit();
      sheet.commit();
    }
    await workbook.commit();
  };
  try {
    const times = await timeInTurns({
      theirs: { work: writePlain, rounds: ROUNDS },
      ours: { work: () => writeWorkbook({ ...input, file: path.join(folder, 'ours.xlsx') }), rounds: ROUNDS },
    });
    const work = `export of ${LINES.toLocaleString('en')} lines x 12 months as xlsx`;
    const peer = 'exceljs streaming, as many plain cells';
    return [{ work, peer, unit: 'ms', ...times, high: null, target: { kind: 'atMostTimes', times: 1.1 }, note: '' }];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
