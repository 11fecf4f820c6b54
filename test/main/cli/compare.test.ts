import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../../src/shared/core/issue.ts';
import { openWorkbook, readBack, scenarioOf, sheetOf } from '../xlsx/workbooks.ts';
import { costbook } from './costbook.ts';
import { BAD, nodes, optionA, optionB, PLAN, tools, usePlanFolder } from './plans.ts';

// A busy machine is no failure: every run starts a process.
vi.setConfig({ testTimeout: 60_000 });

const { at, save, saveScenario } = usePlanFolder();

describe('compare', () => {
  it('measures against the first option, or the one that is named', async () => {
    const plan = saveScenario('plan.json', PLAN);
    const { stdout } = await costbook(['compare', plan]);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'costbook.comparison/1',
      baseline: 'A',
      cheapest: { cash: 'B', expense: 'B' },
      // 108000 - 859 = 107141; 107141 / 108000 = 99.2046 %
      lead: { cash: { over: 'A', amount: '107141.00', percent: '99.20', complete: true } },
      options: [
        { id: 'A', difference: { cash: { amount: '0.00', percent: '0.00' } } },
        { id: 'B', difference: { cash: { amount: '-107141.00', percent: '-99.20' } }, crossing: { cash: null } },
      ],
      breakEven: [
        { node: { option: 'A', sku: 'ti-ems.node.8c32g1t4' }, usage: { option: 'B' }, hoursPerMonth: '108.225108', withinMonth: true },
      ],
    });
    const other = JSON.parse((await costbook(['compare', plan, '--baseline', 'B'])).stdout);
    expect(other).toMatchObject({ baseline: 'B', options: [{ difference: { cash: { amount: '107141.00', percent: '12472.76' } } }, {}] });
  });

  it('puts the options of several files side by side, ids that clash with the number of their file', async () => {
    const first = saveScenario('first.json', nodes);
    const second = saveScenario('second.json', { ...tools, name: 'second' });
    const out = at('both.xlsx');
    const { stdout } = await costbook(['compare', first, second, '--baseline', '2.A', '--xlsx', out]);
    expect(JSON.parse(stdout).options.map((option: { id: string; scenario: string }) => [option.id, option.scenario])).toEqual([
      ['1.A', 'AI drawing'],
      ['2.A', 'second'],
    ]);
    expect((await readBack(out)).options.map(({ id }) => id)).toEqual(['1.A', '2.A']);
    const sheet = sheetOf(await openWorkbook(out), 'Compare');
    expect([4, 5].map((column) => sheet.getCell(3, column).text)).toEqual(['1.A − 2.A', '%']);
  });

  describe('of files with rules of their own', () => {
    // 1,001 x 0.0077 = 7.7077: 7.70 as ArtLab bills, 7.71 by half-up
    const published = scenarioOf({ usage: [{ quantity: '1001', to: '2026-01' }] });
    const halfUp = '{"artlab":{"rounding":"half-up"}}';
    const own = { ...published, name: 'own', overrides: halfUp };

    it('says whose they are, and has no workbook that would price all of them by the first one’s', async () => {
      const first = saveScenario('first.json', published);
      const second = saveScenario('second.json', own);
      const { options } = JSON.parse((await costbook(['compare', first, second])).stdout);
      expect(options.map((option: { totals: { payable: string } }) => option.totals.payable)).toEqual(['7.70', '7.71']);
      expect(options[0]).not.toHaveProperty('overrides');
      expect(options[1]).toMatchObject({ id: '2.A', overrides: { artlab: { rounding: 'half-up' } } });
      const out = at('both.xlsx');
      for (const files of [
        [first, second],
        [second, first],
      ]) {
        expect(await costbook(['compare', ...files, '--xlsx', out])).toEqual({
          status: 2,
          stdout: '',
          stderr: 'USAGE --xlsx: see costbook --help (value=several scenarios whose billing rules differ)\n',
        });
      }
      expect(existsSync(out)).toBe(false);
      const { stdout } = await costbook(['compare', first, second, '--format', 'table', '--lang', 'en']);
      expect(stdout).toContain('\nRules set in this scenario: 2.A: artlab: half-up\n');
    });

    it('keeps them in the workbook where they are the same, however they are written', async () => {
      const noop = '{"artlab":{"rounding":"half-up"},"ti-ems":{"rounding":"half-up"}}';
      const files = [saveScenario('first.json', own), saveScenario('second.json', { ...own, overrides: noop })];
      const out = at('both.xlsx');
      const compared = JSON.parse((await costbook(['compare', ...files, '--xlsx', out])).stdout);
      const again = JSON.parse((await costbook(['price', out])).stdout);
      for (const { options } of [compared, again])
        expect(options.map((option: { totals: { payable: string } }) => option.totals.payable)).toEqual(['7.71', '7.71']);
    });

    it('has the break-evens across files, which are of list prices and of no rule', async () => {
      const files = [saveScenario('first.json', nodes), saveScenario('second.json', own)];
      const { breakEven } = JSON.parse((await costbook(['compare', ...files])).stdout);
      expect(breakEven).toMatchObject([{ node: { option: '1.A' }, usage: { option: '2.A' }, hoursPerMonth: '108.225108' }]);
    });
  });

  it('refuses different horizons and an unknown baseline', async () => {
    const first = saveScenario('first.json', nodes);
    const longer = saveScenario('longer.json', { ...tools, months: 3 });
    expect(await costbook(['compare', first, longer])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(`VALUE_INVALID ${longer}: months`),
    });
    expect(await costbook(['compare', first, '--baseline', 'X'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^USAGE --baseline/),
    });
  });

  it('shows both totals where nobody published whether tiers restart each month', async () => {
    const usage = [{ id: 'u1', sku: 'ti-ems.node-hour.8c32g1t4', quantity: '720' }];
    const options = [{ id: 'A', name: 'By the hour', usage }];
    const format = 'costbook.scenario/1';
    const plan = save('tiers.json', { format, name: 'tiers', priceBook: '2021-01-21', startMonth: '2026-01', months: 6, options });
    const { tierClocks } = JSON.parse((await costbook(['compare', plan])).stdout);
    expect(tierClocks).toEqual([
      { option: 'A', month: { cash: '22651.20', expense: '22651.20' }, line: { cash: '17095.20', expense: '17095.20' } },
    ]);
    const result = JSON.parse((await costbook(['price', plan])).stdout);
    expect(result.options[0].issues.find((issue: Issue) => issue.params.reason === 'tierClock')).toMatchObject({
      code: 'ASSUMPTION',
      line: 'u1',
      params: { cashMonth: '22651.20', cashLine: '17095.20', expenseMonth: '22651.20', expenseLine: '17095.20' },
    });
    for (const command of ['compare', 'price']) {
      const { stdout } = await costbook([command, plan, '--format', 'table', '--lang', 'en']);
      expect(stdout).toContain('Whether graduated tiers restart each month is not published');
      expect(stdout).toMatch(/A\s+22,651\.20\s+17,095\.20/);
    }
  });

  it('never calls an incomplete option cheaper, in the table either', async () => {
    const plan = saveScenario('plan.json', { ...PLAN, options: [optionA, { ...(BAD.options[0] ?? optionB), id: 'B' }] });
    const { stdout } = await costbook(['compare', plan, '--format', 'table']);
    expect(stdout).toContain('Cheapest by cash: none');
    expect(stdout).toContain('? -108,000.00 (-100.00 %)');
  });
});
