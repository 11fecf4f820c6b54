import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readScenarioFile } from '../../../src/main/xlsx/read/readScenarioFile.ts';
import { formatScenario } from '../../../src/shared/scenario/json.ts';
import { applyPatch } from '../../../src/shared/scenario/patch.ts';
import type { Scenario, SheetId } from '../../../src/shared/scenario/types.ts';
import { anyScenario } from '../../shared/scenario/arbitraries.ts';
import { cellUnder, editWorkbook, exportScenario, must, readBack, refusal, scenarioOf, sheetOf, tempFolder } from './workbooks.ts';

// A busy machine is no failure: files are written and threads started.
vi.setConfig({ testTimeout: 60_000 });

const SCENARIO = scenarioOf({
  nodes: [{}, { price: '0.123456789012345678', note: '=1+1' }],
  usage: [
    { quantity: '64936', growth: '0.05', from: '2026-01', to: '2026-02-14', monthly: { '2026-02': '90000' } },
    { quantity: 'ten', per: 'total' },
  ],
  packs: [{ expiry: '2026-06-01' }],
});

/** The scenario with one field of a line set. */
const withField = (sheet: SheetId, line: string, field: string, after: string | null): Scenario =>
  applyPatch(SCENARIO, [{ op: 'line.set', option: 'A', sheet, line, field, before: null, after }]);

describe('a workbook that nobody edited', () => {
  it.each(['en', 'zh-CN'] as const)('gives the scenario back to the last digit (%s)', async (locale) => {
    const { file } = await exportScenario(SCENARIO, { locale });
    expect(await readBack(file)).toEqual(SCENARIO);
  });

  it('gives any scenario back, whatever was typed', { timeout: 60_000 }, async () => {
    const file = path.join(tempFolder(), 'any.xlsx');
    await fc.assert(
      fc.asyncProperty(anyScenario, async (scenario) => {
        await exportScenario(scenario, { file });
        expect(await readBack(file)).toEqual(scenario);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same after another program has saved it', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, () => undefined);
    expect(await readBack(file)).toEqual(SCENARIO);
  });

  it('holds a scenario that is longer than one cell', async () => {
    const note = '项目_x0041_'.repeat(3_000);
    const scenario = { ...scenarioOf({ usage: Array.from({ length: 40 }, () => ({ quantity: '1', note })) }), note };
    const { file } = await exportScenario(scenario);
    expect(await readBack(file)).toEqual(scenario);
  });
});

describe('a cell that was changed in Excel', () => {
  it.each<[string, string, number, ExcelJS.CellValue, Scenario]>([
    ['Nodes', 'Count', 1, 5, withField('nodes', 'n1', 'count', '5')],
    ['Nodes', 'Count', 1, null, withField('nodes', 'n1', 'count', null)],
    ['Nodes', 'Count', 1, 'five', withField('nodes', 'n1', 'count', 'five')],
    ['Nodes', 'Count', 1, { formula: '2+2', result: 4 }, withField('nodes', 'n1', 'count', '4')],
    // Never computed: visible as what it is, not the default count.
    ['Nodes', 'Count', 1, { formula: '2+2' }, withField('nodes', 'n1', 'count', '=2+2')],
    ['Nodes', 'Start (first day)', 1, new Date(Date.UTC(2026, 2, 1)), withField('nodes', 'n1', 'start', '2026-03-01')],
    ['Nodes', 'Start (first day)', 1, '2026/3/1', withField('nodes', 'n1', 'start', '2026-03-01')],
    ['Nodes', 'Duration (months)', 1, 6, withField('nodes', 'n1', 'months', '6')],
    ['Nodes', 'Own price (CNY)', 1, 0.1 + 0.2, withField('nodes', 'n1', 'price', '0.3')],
    ['Nodes', 'Note', 1, 'hello', withField('nodes', 'n1', 'note', 'hello')],
    ['Nodes', 'Note', 2, null, withField('nodes', 'n2', 'note', '')],
    ['Usage', 'Quantity (units)', 1, '1,000', withField('usage', 'u1', 'quantity', '1000')],
    ['Usage', 'Growth (per month)', 1, 0.1, withField('usage', 'u1', 'growth', '0.1')],
    ['Usage', 'To (month or day, included)', 1, '2026-02', withField('usage', 'u1', 'to', '2026-02')],
    // exceljs keeps the cell's text format, so that the day is a bare serial.
    ['Usage', 'To (month or day, included)', 1, new Date(Date.UTC(2026, 1, 20)), withField('usage', 'u1', 'to', '2026-02-20')],
    ['Usage', 'From (month or day)', 1, 2026, withField('usage', 'u1', 'from', '2026')],
    ['Usage', '2026-01 override (units)', 1, 70000, withField('usage', 'u1', 'm:2026-01', '70000')],
    ['Usage', '2026-02 override (units)', 1, null, withField('usage', 'u1', 'm:2026-02', null)],
    ['Packs', 'Expiry (first invalid day)', 1, null, withField('packs', 'p1', 'expiry', null)],
    ['Packs', 'Opening balance (CNY or units)', 1, 150.5, withField('packs', 'p1', 'remaining', '150.5')],
  ])('%s, %s, line %i: %j', async (sheet, header, line, value, expected) => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      cellUnder(sheetOf(workbook, sheet), header, line).value = value;
    });
    expect(await readBack(file)).toEqual(expected);
  });

  it('is a month where Excel shows a month, a day where it shows a day', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      const usage = sheetOf(workbook, 'Usage');
      for (const [header, numFmt] of [
        ['From (month or day)', 'mmm-yy'],
        ['To (month or day, included)', 'yyyy/m/d'],
      ] as const) {
        const cell = cellUnder(usage, header, 1);
        cell.value = new Date(Date.UTC(2026, 1, 1));
        cell.style = { numFmt };
      }
    });
    expect((await readBack(file)).options[0]?.usage[0]).toMatchObject({ from: '2026-02', to: '2026-02-01' });
  });

  it('leaves the exact digits of its neighbours alone', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      cellUnder(sheetOf(workbook, 'Nodes'), 'Count', 2).value = 9;
    });
    expect((await readBack(file)).options[0]?.nodes[1]).toMatchObject({ count: '9', price: '0.123456789012345678', note: '=1+1' });
  });
});

describe('rows that were changed in Excel', () => {
  const FIRST = 4;

  it('a removed row is a removed line', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => sheetOf(workbook, 'Nodes').spliceRows(FIRST, 1));
    expect((await readBack(file)).options[0]?.nodes.map(({ id }) => id)).toEqual(['n2']);
  });

  it('a new row without an id is a new line, a copied one too', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      const nodes = sheetOf(workbook, 'Nodes');
      nodes.getRow(FIRST + 2).getCell(1).value = 'A';
      cellUnder(nodes, 'SKU', 3).value = 'ti-ems.node.24c48g';
      cellUnder(nodes, 'Count', 3).value = 2;
      nodes.getRow(FIRST + 3).values = nodes.getRow(FIRST).values;
    });
    const nodes = (await readBack(file)).options[0]?.nodes ?? [];
    expect(nodes.map(({ id, sku, count }) => [id, sku, count])).toEqual([
      ['n1', 'ti-ems.node.8c32g1t4', '3'],
      ['n2', 'ti-ems.node.8c32g1t4', '3'],
      ['n3', 'ti-ems.node.24c48g', '2'],
      ['n4', 'ti-ems.node.8c32g1t4', '3'],
    ]);
  });

  it('moved columns and another order of rows are understood', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      const nodes = sheetOf(workbook, 'Nodes');
      nodes.spliceColumns(3, 0, ['', '', 'my own column', 'x', 'y']);
      const [first, second] = [nodes.getRow(FIRST).values, nodes.getRow(FIRST + 1).values];
      nodes.getRow(FIRST).values = second;
      nodes.getRow(FIRST + 1).values = first;
    });
    const [option] = SCENARIO.options;
    expect((await readBack(file)).options[0]?.nodes).toEqual(option?.nodes.toReversed());
  });

  it('a row of an option that does not exist is refused with its cell', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => {
      sheetOf(workbook, 'Usage').getCell(`A${FIRST + 1}`).value = 'Z';
    });
    expect(await refusal(file)).toBe('VALUE_INVALID Usage!A5');
  });

  it('a missing sheet or header is refused, never taken for removed lines', async () => {
    const { file } = await exportScenario(SCENARIO);
    await editWorkbook(file, (workbook) => workbook.removeWorksheet('Usage'));
    expect(await refusal(file)).toBe('WORKBOOK_BROKEN Usage');
    const other = (await exportScenario(SCENARIO)).file;
    await editWorkbook(other, (workbook) => sheetOf(workbook, 'Packs').spliceRows(3, 1));
    expect(await refusal(other)).toBe('WORKBOOK_BROKEN Packs');
  });
});

describe('the place of a line', () => {
  it('is its cell in a workbook, its path in JSON', async () => {
    const { file } = await exportScenario(SCENARIO);
    const workbook = must(await readScenarioFile(file));
    expect(workbook.locate('A', 'u2', 'quantity')).toEqual({ sheet: 'Usage', row: 5, column: 'E', address: 'Usage!E5' });
    expect(workbook.locate('A', 'u2', null)).toEqual({ sheet: 'Usage', row: 5, column: null, address: 'Usage!B5' });
    expect(workbook.locate('A', 'x', null)).toBeNull();
    const json = path.join(tempFolder(), 'plan.json');
    writeFileSync(json, JSON.stringify(formatScenario(SCENARIO)));
    const read = must(await readScenarioFile(json));
    expect(read.scenario).toEqual(SCENARIO);
    expect(read.locate('A', 'u1', 'm:2026-02')?.address).toBe('options[0].usage[0].monthly.2026-02');
  });
});
