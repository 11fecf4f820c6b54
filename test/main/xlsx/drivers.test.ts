/** A workbook shows the numbers that were billed, as live formulas over drivers where Excel can follow; what is changed on Drivers comes back. */
import { describe, expect, it, vi } from 'vitest';
import { type Driver, driversText, readDrivers } from '../../../src/shared/scenario/drivers.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { hasLibreOffice, recalculate } from './libreOffice.ts';
import {
  cellUnder,
  editWorkbook,
  exportScenario,
  openWorkbook,
  readBack,
  refusal,
  rowsUnder,
  scenarioOf,
  sheetOf,
  shownIn,
} from './workbooks.ts';

// A busy machine is no failure: files are written and threads started.
vi.setConfig({ testTimeout: 60_000 });

const PLAN: Scenario = {
  ...scenarioOf({
    nodes: [{ count: '=groups', price: '=1000/3' }],
    usage: [{ quantity: '=images*30*6.5', monthly: { '2026-02': '=images*DAYSINMONTH()' } }, { quantity: '=missing' }],
    packs: [{ count: '=groups-1' }],
  }),
  drivers: driversText([
    { id: 'd1', name: 'images', value: '1200', unit: 'per day', note: '' },
    { id: 'd2', name: 'groups', value: '=images/400', unit: '', note: '' },
  ]),
};

it('shows numbers in its cells, and its formulas count with them', async () => {
  const { file } = await exportScenario(PLAN);
  const workbook = await openWorkbook(file);
  const usage = sheetOf(workbook, 'Usage');
  expect(shownIn(cellUnder(usage, 'Quantity (units)', 1))).toBe(234000);
  expect(shownIn(cellUnder(usage, '2026-02 override (units)', 1))).toBe(33600);
  expect(shownIn(cellUnder(usage, 'Quantity (units)', 2))).toBe('=missing');
  // 333.3333333333 x 3 x 12, to the fen
  expect(shownIn(cellUnder(sheetOf(workbook, 'Nodes'), 'Purchase cost (CNY)', 1))).toBe(12000);
});

it('gives the formulas and the drivers back', async () => {
  const { file } = await exportScenario(PLAN);
  expect(await readBack(file)).toEqual(PLAN);
});

it('gives up the formula of the one cell that was changed in Excel', async () => {
  const { file } = await exportScenario(PLAN);
  await editWorkbook(file, (workbook) => {
    cellUnder(sheetOf(workbook, 'Usage'), 'Quantity (units)', 1).value = 250000;
  });
  const [option] = (await readBack(file)).options;
  expect(option?.usage[0]).toMatchObject({ quantity: '250000', monthly: { '2026-02': '=images*DAYSINMONTH()' } });
  expect(option?.nodes).toEqual(PLAN.options[0]?.nodes);
});

it('takes a formula that was typed as text in Excel', async () => {
  const { file } = await exportScenario(PLAN);
  await editWorkbook(file, (workbook) => {
    cellUnder(sheetOf(workbook, 'Usage'), 'Quantity (units)', 2).value = '=images*2';
  });
  expect((await readBack(file)).options[0]?.usage[1]?.quantity).toBe('=images*2');
});

describe('the sheet of drivers', () => {
  it.each([
    ['en', 'Drivers', 'Driver', 'Value', 'Formula in Costbook'],
    ['zh-CN', '参数', '参数名称', '值', 'Costbook 中的公式'],
  ] as const)('holds each with its value under a name (%s)', async (locale, name, driver, value, formula) => {
    const workbook = await openWorkbook((await exportScenario(PLAN, { locale })).file);
    const sheet = sheetOf(workbook, name);
    const column = (header: string): readonly unknown[] => [1, 2].map((line) => shownIn(cellUnder(sheet, header, line)));
    expect([column(driver), column(value), column(formula)]).toEqual([
      ['images', 'groups'],
      [1200, 3],
      [null, '=images/400'],
    ]);
    expect(cellUnder(sheet, value, 2).formula).toBe('images/400');
    const placesOf = (each: string): readonly string[] =>
      workbook.definedNames.getRanges(each).ranges.map((place) => place.replaceAll("'", ''));
    expect([placesOf('images'), placesOf('groups')]).toEqual([[`${name}!$C$4`], [`${name}!$C$5`]]);
  });

  it('makes the cells over them live, but for functions of the month', async () => {
    const workbook = await openWorkbook((await exportScenario(PLAN)).file);
    const usage = sheetOf(workbook, 'Usage');
    expect(cellUnder(usage, 'Quantity (units)', 1).formula).toBe('ROUND(images*30*6.5,6)');
    expect(cellUnder(usage, '2026-02 override (units)', 1).formula).toBeUndefined();
    expect(cellUnder(sheetOf(workbook, 'Nodes'), 'Count', 1).formula).toBe('ROUND(groups,6)');
    // 1000/3 to ten decimals
    expect(cellUnder(sheetOf(workbook, 'Nodes'), 'Own price (CNY)', 1).formula).toBe('ROUND(1000/3,10)');
  });

  it('is not there where the scenario has none', async () => {
    const workbook = await openWorkbook((await exportScenario({ ...PLAN, drivers: null })).file);
    expect(workbook.getWorksheet('Drivers')).toBeUndefined();
  });

  it('shows what is in error as it was typed, and nothing that rests on it is live', async () => {
    const scenario = {
      ...scenarioOf({ usage: [{ quantity: '=a+1' }] }),
      drivers: driversText([driver('d1', 'a', '=b'), driver('d2', 'b', 'many')]),
    };
    const workbook = await openWorkbook((await exportScenario(scenario)).file);
    expect(rowsUnder(sheetOf(workbook, 'Drivers')).map((row) => row[2])).toEqual(['=b', 'many']);
    expect(cellUnder(sheetOf(workbook, 'Usage'), 'Quantity (units)', 1).value).toBe('=a+1');
  });
});

const driver = (id: string, name: string, value: string): Driver => ({ id, name, value, unit: '', note: '' });

/** The drivers as they come back after an edit of their sheet; D1 of row 4 is the first. */
const driversAfter = async (
  edit: (row: (line: number) => readonly string[], set: (cell: string, value: string | number | null) => void) => void,
) => {
  const { file } = await exportScenario(PLAN);
  await editWorkbook(file, (workbook) => {
    const sheet = sheetOf(workbook, 'Drivers');
    const row = (line: number): readonly string[] => rowsUnder(sheet)[line - 1] ?? [];
    edit(row, (cell, value) => {
      sheet.getCell(cell).value = value;
    });
  });
  const scenario = await readBack(file);
  return {
    scenario,
    drivers: readDrivers(scenario.drivers).map(({ id, name, value, unit, note }) => [id, name, value, unit, note].join('|')),
  };
};

describe('what is changed on the sheet of drivers', () => {
  it('comes back, and formulas over it stay formulas', async () => {
    const { scenario, drivers } = await driversAfter((_, set) => set('C4', 1600));
    expect(drivers).toEqual(['d1|images|1600|per day|', 'd2|groups|=images/400||']);
    expect(scenario.options).toEqual(PLAN.options);
  });

  it.each([
    ['a formula that is typed over', 'C5', 5, ['d1|images|1200|per day|', 'd2|groups|5||']],
    ['a formula as text', 'C5', '=images/100', ['d1|images|1200|per day|', 'd2|groups|=images/100||']],
    ['a note', 'F4', 'peak', ['d1|images|1200|per day|peak', 'd2|groups|=images/400||']],
    ['a unit that is cleared', 'D4', null, ['d1|images|1200||', 'd2|groups|=images/400||']],
    ['a name, in every formula too', 'B4', 'pictures', ['d1|pictures|1200|per day|', 'd2|groups|=pictures/400||']],
  ] as const)('%s', async (_, cell, value, expected) => {
    expect((await driversAfter((__, set) => set(cell, value))).drivers).toEqual(expected);
  });

  it('a new name is taken over by the formulas of lines', async () => {
    const { scenario } = await driversAfter((_, set) => set('B4', 'pictures'));
    expect(scenario.options[0]?.usage[0]).toMatchObject({
      quantity: '=pictures*30*6.5',
      monthly: { '2026-02': '=pictures*DAYSINMONTH()' },
    });
  });

  it('a new row is a new driver, a row without content a removed one', async () => {
    const { drivers } = await driversAfter((_, set) => {
      for (const cell of ['A5', 'B5', 'C5', 'D5', 'E5', 'F5']) set(cell, null);
      set('B6', 'hours');
      set('C6', 8);
    });
    expect(drivers).toEqual(['d1|images|1200|per day|', 'd2|hours|8||']);
  });

  it('a name that cannot be used is refused with its cell', async () => {
    const { file } = await exportScenario(PLAN);
    await editWorkbook(file, (workbook) => {
      sheetOf(workbook, 'Drivers').getCell('B5').value = 'images';
    });
    expect(await refusal(file)).toBe('DRIVER_NAME_INVALID Drivers!B5');
  });

  it.skipIf(!hasLibreOffice)('comes back also after the other program has computed every cell over it', async () => {
    const { file } = await exportScenario(PLAN);
    await editWorkbook(file, (workbook) => {
      sheetOf(workbook, 'Drivers').getCell('C4').value = 1600;
    });
    const [saved = ''] = recalculate([file]);
    const workbook = await openWorkbook(saved);
    expect(shownIn(cellUnder(sheetOf(workbook, 'Drivers'), 'Value', 2))).toBe(4);
    expect(shownIn(cellUnder(sheetOf(workbook, 'Usage'), 'Quantity (units)', 1))).toBe(312000);
    const scenario = await readBack(saved);
    expect(scenario.options).toEqual(PLAN.options);
    expect(readDrivers(scenario.drivers).map(({ value }) => value)).toEqual(['1600', '=images/400']);
  });
});
