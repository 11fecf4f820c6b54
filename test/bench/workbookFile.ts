/** The large plan that is exported, and its workbook by exceljs's streaming writer alone: the same values, without styles and all else. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Row } from '../../src/main/xlsx/model.ts';
import { type SafeValue, safeValue } from '../../src/main/xlsx/sanitise.ts';
import { makeWorkbookModel } from '../../src/main/xlsx/workbookModel.ts';
import { computeBill } from '../../src/shared/billing/computeBill.ts';
import type { Scenario } from '../../src/shared/scenario/types.ts';
import { readPriceBook } from '../support/priceBooks.ts';
import { planOf } from './plan.ts';

export const LARGE_LINES = 100_000;

export const largePlan = (): Scenario => planOf({ lines: LARGE_LINES, packs: 10, alone: LARGE_LINES / 2 }).scenario;

export interface ValueSheet {
  readonly name: string;
  readonly rows: Iterable<readonly SafeValue[]>;
}

export const valuesOf = (row: Row): readonly SafeValue[] => row.map((cell) => safeValue(cell?.value ?? null));

/** As Costbook does: billed, and each row made when it is written. */
export const writeByExceljs = async (scenario: Scenario): Promise<void> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  try {
    const priceBook = readPriceBook('2021-01-21');
    const model = makeWorkbookModel({ scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale: 'en' });
    const sheets = model.map(({ name, rows }) => ({ name, rows: mapRows(rows) }));
    await writeValues(sheets, path.join(folder, 'theirs.xlsx'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const mapRows = function* (rows: Iterable<Row>): Generator<readonly SafeValue[]> {
  for (const row of rows) yield valuesOf(row);
};

export const writeValues = async (sheets: Iterable<ValueSheet>, filename: string): Promise<void> => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename });
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]).commit();
    sheet.commit();
  }
  await workbook.commit();
};
