/** A workbook shows the numbers that were billed; the formulas and drivers travel on the hidden sheet. */
import { expect, it, vi } from 'vitest';
import { driversText } from '../../../src/shared/scenario/drivers.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { cellUnder, editWorkbook, exportScenario, openWorkbook, readBack, scenarioOf, sheetOf, shownIn } from './workbooks.ts';

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
