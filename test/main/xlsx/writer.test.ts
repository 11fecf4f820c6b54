/** Rows of ours are the rows that exceljs would have written: values, formulas, results, styles. */
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { type Cell, type SheetModel, type StyleName, textCell, textFormulaCell } from '../../../src/main/xlsx/model.ts';
import { fitsOnePage } from '../../../src/main/xlsx/page.ts';
import { safeValue } from '../../../src/main/xlsx/sanitise.ts';
import { styleOf } from '../../../src/main/xlsx/styles.ts';
import { makeWorkbookModel } from '../../../src/main/xlsx/workbookModel.ts';
import { writeSheets } from '../../../src/main/xlsx/writer.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { must, SEED } from './workbooks.ts';

vi.setConfig({ testTimeout: 300_000 });

const GOLDEN: { readonly cases: readonly { readonly scenario: unknown }[] } = JSON.parse(
  readFileSync(new URL('../../golden/engine-cases.json', import.meta.url), 'utf8'),
);
const OTHER_BOOK = readPriceBook('2021-01-21');

const written = async (sheets: readonly SheetModel[]): Promise<Buffer> => {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), writeSheets(sheets, output)]);
  return bytes;
};

/** Address -> value, formula and number format of each cell that is not empty. */
const cellsOf = async (bytes: Buffer): Promise<ReadonlyMap<string, unknown>> => {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own.
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const cells = new Map<string, unknown>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => cells.set(`${sheet.name}!${cell.address}`, { value: cell.value, style: cell.style })));
  }
  return cells;
};

const RUN_OVER: readonly StyleName[] = ['sentence', 'advice', 'conclusion'];

/** exceljs alone. */
const writtenByLibrary = async (sheets: readonly SheetModel[]): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  for (const model of sheets) {
    const sheet = workbook.addWorksheet(model.name);
    for (const [index, cells] of [...model.rows].entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === null) continue;
        Object.assign(sheet.getCell(index + 1, column + 1), { value: safeValue(cell.value), style: styleOf(cell) });
      }
      const [only] = cells;
      const isMerged = cells.length === 1 && only !== null && only !== undefined && RUN_OVER.includes(only.style);
      if (isMerged && fitsOnePage(model) && model.filterRow === null) sheet.mergeCells(index + 1, 1, index + 1, model.widths.length);
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

describe('what is written', () => {
  it('of every golden scenario has the cells that exceljs alone would write', async () => {
    for (const [index, each] of GOLDEN.cases.entries()) {
      const scenario = must(parseScenario(each.scenario));
      const priceBook = scenario.priceBookInline ?? (scenario.priceBook === 'seed' ? SEED : OTHER_BOOK);
      const model = (): readonly SheetModel[] =>
        makeWorkbookModel({ scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale: index % 2 === 0 ? 'en' : 'zh-CN' });
      expect(await cellsOf(await written(model()))).toEqual(await cellsOf(await writtenByLibrary(model())));
    }
  });

  const TEXTS = ['  spaces  ', 'a\nb\tc', '<b>&amp;</b> "quoted"', '_x0041_', '=1+1', '表 🚀', `${'long & <wide> '.repeat(1_000)} `];
  const sheetOf = (cells: readonly Cell[]): SheetModel => ({
    name: 'Texts',
    veryHidden: false,
    widths: [20],
    frozen: { rows: 0, columns: 0 },
    filterRow: null,
    rows: [[textCell('title')], ...cells.map((cell) => [cell])],
  });
  const readBySheetJs = (bytes: Buffer): readonly unknown[] => {
    const sheet = xlsx.read(bytes, { type: 'buffer' }).Sheets.Texts;
    return TEXTS.map((_, index) => sheet?.[`A${index + 2}`]?.v);
  };
  const readByExcelJs = async (bytes: Buffer): Promise<readonly unknown[]> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    return TEXTS.map((_, index) => workbook.getWorksheet('Texts')?.getCell(index + 2, 1).value);
  };

  it('says every text again, long ones with their spaces too', async () => {
    const bytes = await written([sheetOf(TEXTS.map((text) => textCell(text)))]);
    expect(readBySheetJs(bytes)).toEqual(TEXTS);
    expect(await readByExcelJs(bytes)).toEqual(TEXTS);
  });

  it('keeps formulas with their signs', async () => {
    const formula = 'IF(AND(A1<>"",A1>="x"),"a&b","<")';
    const bytes = await written([sheetOf([textFormulaCell(formula, '<&>', 'check')])]);
    const cell = xlsx.read(bytes, { type: 'buffer' }).Sheets.Texts?.A2;
    expect([cell?.f, cell?.v]).toEqual([formula, '<&>']);
  });
});
