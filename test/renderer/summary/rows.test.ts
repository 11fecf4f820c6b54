import { describe, expect, test } from 'vitest';
import { buildParts } from '../../../src/renderer/features/summary/parts.ts';
import { buildOptionsTable, buildOptionTable, buildPartsTable } from '../../../src/renderer/features/summary/rows.ts';
import { MONTH_KEYS } from '../../../src/renderer/ui/report/amounts.ts';
import { billOptions, NODES, optionBillOf, TOOLS } from '../reportScenario.ts';

describe('Summary', () => {
  const billed = billOptions(2, NODES, TOOLS);
  const tools = optionBillOf(billed, 'B');

  test('of one option has a row for each month and a column for each measure', () => {
    const { rows, totals } = buildOptionTable(tools);
    expect(rows.map(({ id }) => id)).toEqual(['2026-01', '2026-02']);
    const values = Object.fromEntries(MONTH_KEYS.map((measure, index) => [measure, rows.map((row) => row.cells[index]?.value)]));
    expect(values).toEqual({
      // January: the trial covers 500 of 500.0072, what is left is below a fen. February: 500.0072 + 807 - 200, and 59 for the plan
      cash: ['0.00', '1166.00'],
      expense: ['0.00', '1166.00'],
      purchases: ['0.00', '59.00'],
      payable: ['0.00', '1107.00'],
      usageListCost: ['500.0072', '1307.0072'],
      covered: ['500', '200'],
      forfeitedCost: ['0.00', '0.00'],
    });
    expect(totals.map(({ id }) => id)).toEqual(['total', 'prepaidBalance']);
    expect(totals[0]?.cells[0]).toMatchObject({ key: 'B:cash:total', value: '1166.00', text: '1,166.00' });
    expect(totals[1]?.cells[0]).toMatchObject({ key: 'B:prepaidBalance:total', value: '0.00', text: '0.00' });
  });

  test('rounds exact amounts for the column and keeps them for the hover', () => {
    const cell = buildOptionTable(tools).rows[0]?.cells[MONTH_KEYS.indexOf('usageListCost')];
    expect(cell).toMatchObject({ text: '500.01', title: '500.0072', value: '500.0072', key: 'B:usageListCost:2026-01' });
  });

  test('shows a month without anything as a dash, never as a missing value', () => {
    expect(buildOptionTable(tools).rows[0]?.cells[0]).toMatchObject({ text: '–', value: '0.00', tone: 'muted' });
  });

  test('of all options has a column for each option', () => {
    const { rows, totals } = buildOptionsTable(billed.bill, 'cash');
    expect(rows.map((row) => row.cells.map((cell) => cell?.value))).toEqual([
      ['108000.00', '0.00'],
      ['0.00', '1166.00'],
    ]);
    expect(totals[0]?.cells.map((cell) => cell?.key)).toEqual(['A:cash:total', 'B:cash:total']);
  });

  test('asks for the total of the month, or for the lines of a part', () => {
    expect(buildOptionTable(tools).rows[1]?.cells[0]?.subject).toEqual({ kind: 'total', option: 'B', total: 'cash', month: '2026-02' });
    const [, scenarioB] = billed.scenario.options;
    if (scenarioB === undefined) throw new Error('no B');
    const parts = buildParts({ option: scenarioB, bill: tools, priceBook: billed.priceBook }, 'cash');
    const table = buildPartsTable([{ bill: tools, parts }], 'cash');
    expect(table.rows[1]?.cells[1]?.subject).toEqual({ kind: 'lines', option: 'B', lines: ['u1', 'u2'], total: 'cash', month: '2026-02' });
    expect(table.totals[0]?.cells.map((cell) => cell?.value)).toEqual(['59.00', '1107.00']);
    const covered = buildParts({ option: scenarioB, bill: tools, priceBook: billed.priceBook }, 'covered');
    expect(buildPartsTable([{ bill: tools, parts: covered }], 'covered').rows[1]?.cells.map((cell) => cell?.subject)).toEqual([
      { kind: 'class', option: 'B', packClass: 'free', month: '2026-02' },
      { kind: 'class', option: 'B', packClass: 'pack', month: '2026-02' },
    ]);
  });
});
