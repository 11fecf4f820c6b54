/** What a colleague may do with the cells of an export, and how its sheets print. */

import { readFileSync } from 'node:fs';
import type ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { openBytes } from '../../../src/main/xlsx/read/openBytes.ts';
import { driversText } from '../../../src/shared/scenario/drivers.ts';
import { partsOf, sheetXml } from './parts.ts';
import { cellUnder, editWorkbook, exportScenario, must, openWorkbook, readBack, scenarioOf, sheetOf } from './workbooks.ts';

vi.setConfig({ testTimeout: 60_000 });

const PLAN = scenarioOf({ nodes: [{}, {}], usage: [{ quantity: '5' }, { quantity: '6', sku: 'nowhere' }], packs: [{}] });

const isLocked = (cell: ExcelJS.Cell): boolean => cell.protection?.locked !== false;

describe('the locks of a sheet', () => {
  it('are on without a password, and leave charts, comments and the look of rows and columns free', async () => {
    const { file } = await exportScenario(PLAN);
    const allowed = 'sheet="1" formatColumns="0" formatRows="0"';
    for (const sheet of [2, 3, 4]) expect(sheetXml(file, sheet)).toContain(`<sheetProtection ${allowed} insertRows="0" deleteRows="0"`);
    for (const sheet of [1, 5, 6, 7]) expect(sheetXml(file, sheet)).toContain(`<sheetProtection ${allowed} sort="0" autoFilter="0"/>`);
  });

  it('stand between the rows and the filter, where Excel wants them', async () => {
    const { file } = await exportScenario(PLAN);
    expect(sheetXml(file, 3)).toMatch(/<\/sheetData><sheetProtection [^>]*\/><autoFilter /);
  });

  it('leave inputs open, and nothing else of a line', async () => {
    const usage = sheetOf(await openWorkbook((await exportScenario(PLAN)).file), 'Usage');
    const open = ['SKU', 'Quantity (units)', 'Instances', 'From (month or day)', 'Growth (per month)', 'Note', '2026-01 override (units)'];
    expect(open.filter((header) => isLocked(cellUnder(usage, header, 1)))).toEqual([]);
    const locked = ['Option', 'Line', 'Name', 'Unit', 'Payable (CNY)', 'Price is per (units)', 'Problems', 'Inputs'];
    expect(locked.filter((header) => !isLocked(cellUnder(usage, header, 2)))).toEqual([]);
  });

  it('leave the rows below the lines open, so that a line can be added there', async () => {
    const { file } = await exportScenario(PLAN);
    const nodes = sheetOf(await openWorkbook(file), 'Nodes');
    expect(nodes.columns.filter((column) => column.style?.protection?.locked !== false)).toEqual([]);
    await editWorkbook(file, (workbook) => {
      const sheet = sheetOf(workbook, 'Nodes');
      cellUnder(sheet, 'Option', 3).value = 'A';
      cellUnder(sheet, 'SKU', 3).value = 'ti-ems.node.8c32g1t4';
    });
    expect((await readBack(file)).options[0]?.nodes.map(({ id, sku }) => [id, sku])).toHaveLength(3);
  });
});

const ruleOf = (sheet: ExcelJS.Worksheet, header: string, line: number): ExcelJS.DataValidation | undefined =>
  cellUnder(sheet, header, line).dataValidation as ExcelJS.DataValidation | undefined;

describe('the choices of a cell', () => {
  it('are those of the price book, on a hidden sheet, and also for rows to come', async () => {
    const workbook = await openWorkbook((await exportScenario(PLAN)).file);
    const usage = sheetOf(workbook, 'Usage');
    for (const line of [1, 2, 100]) expect(ruleOf(usage, 'SKU', line)).toMatchObject({ type: 'list', errorStyle: 'warning' });
    const [source = ''] = (ruleOf(usage, 'SKU', 1)?.formulae ?? []) as readonly string[];
    const [, column = '', first = '', last = ''] = /'_costbook_lists'!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)/.exec(source) ?? [];
    const lists = sheetOf(workbook, '_costbook_lists');
    expect(lists.getCell(`${column}1`).value).toBe('usage');
    expect([lists.getCell(`${column}${first}`).text, lists.getCell(`${column}${last}`).text].every((text) => text.includes('.'))).toBe(
      true,
    );
    expect(lists.getCell(`${column}${Number(last) + 1}`).value).toBeNull();
  });

  it('are the node lines of the same option where a line runs on one', async () => {
    const usage = sheetOf(await openWorkbook((await exportScenario(PLAN)).file), 'Usage');
    expect(ruleOf(usage, 'Runs on node line', 1)?.formulae).toEqual(["'Nodes'!$B$4:$B$5"]);
  });

  it('refuse only an option that is not there', async () => {
    const { file } = await exportScenario(PLAN, { locale: 'zh-CN' });
    const stops = [2, 3, 4].map((sheet) => sheetXml(file, sheet).match(/errorStyle="stop"[^>]*sqref="([^"]*)"/g) ?? []);
    expect(stops.map((found) => found.length)).toEqual([1, 1, 1]);
    expect(stops.flat().every((text) => /sqref="A4:A50\d"/.test(text) && text.includes('本方案中没有此选项'))).toBe(true);
  });

  it.each([
    ['Nodes', 'Count', 'whole', [1, 100_000]],
    ['Nodes', 'Duration (months)', 'whole', [1, 120]],
    ['Usage', 'Quantity (units)', 'decimal', [0, 1e12]],
    ['Usage', 'Growth (per month)', 'decimal', [-1, 10]],
  ] as const)('%s, %s: %s between %j', async (name, header, type, formulae) => {
    const sheet = sheetOf(await openWorkbook((await exportScenario(PLAN)).file), name);
    expect(ruleOf(sheet, header, 1)).toMatchObject({ type, formulae, errorStyle: 'warning', showInputMessage: true });
  });

  it('of drivers: a name once, a number; also for rows to come', async () => {
    const drivers = driversText(['hours', 'days'].map((name, at) => ({ id: `d${at}`, name, value: '8', unit: '', note: '' })));
    const sheet = sheetOf(await openWorkbook((await exportScenario({ ...PLAN, drivers })).file), 'Drivers');
    expect(sheet.getCell('B4').dataValidation).toMatchObject({
      type: 'custom',
      formulae: ['COUNTIF($B$4:$B$505,B4)=1'],
      errorStyle: 'stop',
      error: expect.stringContaining('Another driver has this name'),
    });
    expect(sheet.getCell('C505').dataValidation).toMatchObject({ type: 'decimal', formulae: [-1e40, 1e40], errorStyle: 'warning' });
  });

  it('are no table of anybody who removes the sheet that says what the workbook is', async () => {
    const { file } = await exportScenario(PLAN);
    await editWorkbook(file, (workbook) => workbook.removeWorksheet('_costbook'));
    const opened = must(await openBytes(readFileSync(file), 'plan.xlsx'));
    expect(opened.kind === 'tables' ? opened.tables.map(({ name }) => name) : []).not.toContain('_costbook_lists');
  });
});

describe('a printed sheet', () => {
  it('repeats its headers on every page, and its first columns where it is wider than one', async () => {
    const names =
      partsOf((await exportScenario(PLAN)).file)
        .get('xl/workbook.xml')
        ?.replaceAll('&apos;', "'") ?? '';
    const titles = [...names.matchAll(/name="_xlnm.Print_Titles" localSheetId="(\d)">([^<]*)</g)].map(([, sheet, range]) => [sheet, range]);
    expect(titles.slice(0, 4)).toEqual([
      ['0', "'Summary'!$5:$5"],
      ['1', "'Nodes'!$3:$3"],
      ['2', "'Usage'!$A:$C,'Usage'!$3:$3"],
      ['3', "'Packs'!$A:$C,'Packs'!$3:$3"],
    ]);
  });

  it('is its columns down to the last row, whatever is added; hidden sheets are none', async () => {
    const names = partsOf((await exportScenario(PLAN)).file)
      .get('xl/workbook.xml')
      ?.replaceAll('&apos;', "'");
    const areas = [...(names ?? '').matchAll(/name="_xlnm.Print_Area" localSheetId="\d+">([^<]*)</g)].map(([, range]) => range);
    expect(areas).toEqual([
      "'Summary'!$A:$B",
      "'Nodes'!$A:$O",
      "'Usage'!$A:$X",
      "'Packs'!$A:$W",
      "'Ledger'!$A:$R",
      "'Price book'!$A:$L",
      "'Assumptions and issues'!$A:$F",
    ]);
  });

  it('is scaled where it has page breaks of its own, which Excel ignores in a sheet that is fitted to pages', async () => {
    const [option] = PLAN.options;
    if (option === undefined) throw new Error('no option');
    const { file } = await exportScenario({ ...PLAN, options: ['A', 'B', 'C', 'D'].map((id) => ({ ...option, id })) });
    const compare = sheetXml(file, 2);
    expect(compare).toContain('<rowBreaks ');
    expect(compare).not.toContain('fitToPage="1"');
    expect(Number(/<pageSetup[^>]* scale="(\d+)"/.exec(compare)?.[1])).toBeGreaterThanOrEqual(50);
    expect(sheetXml(file, 3)).toContain('fitToPage="1"');
  });

  it('of more options than a page has room for has the options first, and no difference without its percent', async () => {
    const [option] = PLAN.options;
    if (option === undefined) throw new Error('no option');
    const breaksOf = async (count: number): Promise<readonly number[]> => {
      const options = Array.from({ length: count }, (_, index) => ({ ...option, id: String.fromCharCode(65 + index) }));
      const list = /<colBreaks .*?<\/colBreaks>/.exec(sheetXml((await exportScenario({ ...PLAN, options })).file, 2))?.[0] ?? '';
      return [...list.matchAll(/<brk id="(\d+)"/g)].map(([, column]) => Number(column));
    };
    expect(await breaksOf(6)).toEqual([]);
    expect(await breaksOf(7)).toEqual([8]);
    expect(await breaksOf(12)).toEqual([13, 29]);
  });
});
