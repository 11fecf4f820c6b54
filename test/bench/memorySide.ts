/** Run by memory.ts: does the work that is named on the command line, keeps its result, and sends this process's peak memory in MB. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import { openBytes } from '../../src/main/xlsx/read/openBytes.ts';
import { previewImport, suggestMapping } from '../../src/shared/importing/preview.ts';
import { makeBlankScenario } from '../../src/shared/scenario/blank.ts';
import { readPriceBook } from '../support/priceBooks.ts';
import { EditedPlan } from './edit.ts';
import { writeForeignFile } from './foreignFile.ts';
import { openHyperFormula } from './hyperFormula.ts';
import { decimalArithmetic } from './plain/arithmetic.ts';
import { PlainProgram } from './plain/PlainProgram.ts';
import { groupsShape } from './plain/shapes.ts';
import { sheetPlanOf } from './plan.ts';
import { cellsOf, SHEET_LINES } from './sheetFile.ts';
import { largePlan, writeByExceljs } from './workbookFile.ts';

const SIDES = {
  groups: () => {
    const { scenario, priceBook } = groupsShape();
    return new EditedPlan(scenario, priceBook);
  },
  groupsOnDecimal: () => new PlainProgram(decimalArithmetic, groupsShape()).full(),
  sheet: () => new EditedPlan(sheetPlanOf(SHEET_LINES), readPriceBook('2021-01-21')),
  importedTable: async () => {
    const opened = await openBytes(await foreignBytes(), 'plan.xlsx');
    if (!opened.ok || opened.value.kind !== 'tables') throw new Error('no tables');
    const { tables } = opened.value;
    const scenario = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
    const context = { priceBook: readPriceBook('seed'), scenario, option: 'A', taken: [] };
    const mapping = suggestMapping(tables, context, []);
    return mapping === null ? null : [tables, previewImport(tables, mapping, context, 500)];
  },
  importedTableByReader: async () => xlsx.read(await foreignBytes(), { type: 'buffer', dense: true }),
  exportedByExceljs: () => writeByExceljs(largePlan()),
  sheetOnHyperFormula: () => openHyperFormula(cellsOf(sheetPlanOf(SHEET_LINES), 'byProviderAndMonth')),
} satisfies Readonly<Record<string, () => unknown>>;

/** Written here and read back: what it takes to write is below what it takes to read. */
const foreignBytes = async (): Promise<Buffer> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  try {
    const file = path.join(folder, 'plan.xlsx');
    await writeForeignFile(file, IMPORTED_LINES);
    return fs.readFileSync(file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
const IMPORTED_LINES = 100_000;

export type Side = keyof typeof SIDES;

const isSide = (name: string): name is Side => name in SIDES;

const name = process.argv[2] ?? '';
if (isSide(name)) {
  const kept = await SIDES[name]();
  // Kilobytes on every system (libuv).
  process.send?.(kept === null ? 0 : process.resourceUsage().maxRSS / 1024);
}
