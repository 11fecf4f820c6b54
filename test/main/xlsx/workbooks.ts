/** Exports in temporary folders, and a look into what was written that shares no code with the product's reader. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { onTestFinished } from 'vitest';
import { openBytes } from '../../../src/main/xlsx/read/openBytes.ts';
import { readScenarioFile } from '../../../src/main/xlsx/read/readScenarioFile.ts';
import { writeWorkbook } from '../../../src/main/xlsx/writeWorkbook.ts';
import type { Bill } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import type { Result } from '../../../src/shared/core/result.ts';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import { makeBlankScenario, makeNodeLine, makePackLine, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import type { NodeLine, PackLine, Scenario, UsageLine } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

export const SEED = readPriceBook('seed');

export const tempFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'costbook-xlsx-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.place} ${JSON.stringify(result.error.params)}`);
  return result.value;
};

/** One option `A` over two months, with these lines. */
export const scenarioOf = (lines: {
  readonly nodes?: readonly Partial<NodeLine>[];
  readonly usage?: readonly Partial<UsageLine>[];
  readonly packs?: readonly Partial<PackLine>[];
}): Scenario => ({
  ...makeBlankScenario({ name: 'AI drawing', priceBook: 'seed', startMonth: '2026-01', months: 2 }),
  options: [
    {
      id: 'A',
      name: 'TI-EMS',
      nodes: (lines.nodes ?? []).map((line, index) => ({ ...makeNodeLine(`n${index + 1}`), ...T4, ...line })),
      usage: (lines.usage ?? []).map((line, index) => ({ ...makeUsageLine(`u${index + 1}`), sku: 'artlab.tool.shared', ...line })),
      packs: (lines.packs ?? []).map((line, index) => ({ ...makePackLine(`p${index + 1}`), ...ENTRY, ...line })),
    },
  ],
});
const T4 = { sku: 'ti-ems.node.8c32g1t4', region: 'ap-beijing', count: '3', start: '2026-01-15', months: '12' };
const ENTRY = { sku: 'artlab.pack.entry-200', count: '2', start: '2026-01-10' };

export interface Exported {
  readonly file: string;
  readonly bill: Bill;
}

export const exportScenario = async (
  scenario: Scenario,
  more: { file?: string; locale?: Locale; priceBook?: PriceBook } = {},
): Promise<Exported> => {
  const { file = path.join(tempFolder(), 'plan.xlsx'), locale = 'en', priceBook = SEED } = more;
  const bill = computeBill({ scenario, priceBook });
  must(await writeWorkbook({ scenario, priceBook, bill, locale, file }));
  return { file, bill };
};

/** As the product opens it, without the process around it: a property test opens hundreds. */
export const readBack = async (file: string): Promise<Scenario> => {
  const opened = must(await openBytes(readFileSync(file), path.basename(file)));
  if (opened.kind !== 'scenario') throw new Error(`${file} holds tables`);
  return opened.scenario;
};

/** `CODE place`, or `accepted`. */
export const refusal = async (file: string): Promise<string> => {
  const read = await readScenarioFile(file);
  return read.ok ? 'accepted' : `${read.error.code} ${read.error.place}`;
};

/** The workbook as another program sees it. */
export const openWorkbook = async (file: string): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
};

/** What a colleague does in Excel: opens, changes, saves. */
export const editWorkbook = async (file: string, edit: (workbook: ExcelJS.Workbook) => void): Promise<void> => {
  const workbook = await openWorkbook(file);
  edit(workbook);
  await workbook.xlsx.writeFile(file);
};

const HEADER_ROW = 3;

export const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The cell under a header; rows count from 1 below the headers. */
export const cellUnder = (sheet: ExcelJS.Worksheet, header: string, line: number): ExcelJS.Cell => {
  let column = 0;
  sheet.getRow(HEADER_ROW).eachCell((cell, index) => {
    if (cell.text === header) column = index;
  });
  if (column === 0) throw new Error(`no column ${header}`);
  return sheet.getCell(HEADER_ROW + line, column);
};

/** The texts of the rows below the headers; an empty cell is ''. */
export const rowsUnder = (sheet: ExcelJS.Worksheet): readonly (readonly string[])[] => {
  const { cellCount } = sheet.getRow(HEADER_ROW);
  return Array.from({ length: Math.max(0, sheet.rowCount - HEADER_ROW) }, (_, line) =>
    Array.from({ length: cellCount }, (__, column) => sheet.getCell(HEADER_ROW + 1 + line, column + 1).text),
  );
};

/** The cached result of a formula, or the value. */
export const shownIn = (cell: ExcelJS.Cell): unknown => (cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value);
