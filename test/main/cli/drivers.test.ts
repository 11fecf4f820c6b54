/** Drivers and formulas on the command line: the results are those of the plain numbers. */
import { describe, expect, it, vi } from 'vitest';
import { type Driver, driversText } from '../../../src/shared/scenario/drivers.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { scenarioOf } from '../xlsx/workbooks.ts';
import { costbook } from './costbook.ts';
import { usePlanFolder } from './plans.ts';

// A busy machine is no failure: every run starts a process.
vi.setConfig({ testTimeout: 60_000 });

const { at, saveScenario } = usePlanFolder();

const driver = (id: string, name: string, value: string): Driver => ({ id, name, value, unit: '', note: '' });
const NUMBERS = scenarioOf({
  nodes: [{ count: '3' }],
  usage: [{ quantity: '234000', growth: '0.05', monthly: { '2026-02': '33600' } }],
  packs: [{ count: '1' }],
});
const FORMULAS: Scenario = {
  ...scenarioOf({
    nodes: [{ count: '=ROUNDUP(images_per_day/500)' }],
    usage: [{ quantity: '=Images_Per_Day*30*单图秒数', growth: '=5%', monthly: { '2026-02': '=images_per_day*DAYSINMONTH()' } }],
    packs: [{ count: '=IF(images_per_day>1000, 1, 2)' }],
  }),
  drivers: driversText([driver('d1', 'images_per_day', '1200'), driver('d2', '单图秒数', '=13/2')]),
};

describe('a scenario with drivers', () => {
  it('is priced as the same one with plain numbers', async () => {
    const formulas = await costbook(['price', saveScenario('formulas.json', FORMULAS), '--timelines']);
    const numbers = await costbook(['price', saveScenario('numbers.json', NUMBERS), '--timelines']);
    expect(formulas).toEqual(numbers);
    expect(JSON.parse(formulas.stdout).options[0]).toMatchObject({ complete: true, totals: { usageListCost: '2060.52' } });
  });

  it('is checked without a problem, converted to a workbook and back, and compared', async () => {
    const file = saveScenario('formulas.json', FORMULAS);
    expect(await costbook(['check', file, '--format', 'table', '--strict'])).toMatchObject({ status: 0 });
    const book = at('formulas.xlsx');
    const again = at('again.json');
    expect((await costbook(['convert', file, book])).status).toBe(0);
    expect((await costbook(['convert', book, again])).status).toBe(0);
    expect((await costbook(['price', again])).stdout).toBe((await costbook(['price', file])).stdout);
  });

  it('is explained by its formulas and the values of their drivers', async () => {
    const file = saveScenario('formulas.json', FORMULAS);
    const { explanations } = JSON.parse((await costbook(['price', file, '--explain', 'u1'])).stdout);
    expect(explanations[0].formulas).toEqual([
      {
        field: 'quantity',
        text: '=Images_Per_Day*30*单图秒数',
        value: '234000',
        drivers: [
          { id: 'd1', name: 'images_per_day', unit: '', value: '1200' },
          { id: 'd2', name: '单图秒数', unit: '', value: '6.5' },
        ],
      },
      { field: 'growth', text: '=5%', value: '0.05', drivers: [] },
    ]);
    expect(explanations[1].formulas.map(({ field, value }: { field: string; value: string }) => [field, value])).toEqual([
      ['m:2026-02', '33600'],
    ]);
    const table = (await costbook(['price', file, '--explain', 'n1', '--format', 'table', '--lang', 'en'])).stdout;
    expect(table).toContain('Formula (count): =ROUNDUP(images_per_day/500) = 3 · images_per_day = 1200');
    const plain = JSON.parse((await costbook(['price', saveScenario('numbers.json', NUMBERS), '--explain', 'u1'])).stdout);
    expect(plain.explanations[0]).not.toHaveProperty('formulas');
  });

  it('stands beside another one with other values of the same names', async () => {
    const dear = { ...FORMULAS, drivers: driversText([driver('d1', 'images_per_day', '2400'), driver('d2', '单图秒数', '6.5')]) };
    const compared = await costbook(['compare', saveScenario('a.json', FORMULAS), saveScenario('b.json', dear), '--xlsx', at('both.xlsx')]);
    const one = JSON.parse((await costbook(['price', at('b.json')])).stdout).options[0].totals;
    const [first, second] = JSON.parse(compared.stdout).options;
    expect([first.totals.cash === second.totals.cash, second.totals.cash]).toEqual([false, one.cash]);
    const both = JSON.parse((await costbook(['price', at('both.xlsx')])).stdout).options;
    expect(both.map((option: { totals: { cash: string } }) => option.totals.cash)).toEqual([first.totals.cash, second.totals.cash]);
  });

  it('says what is wrong with a driver and with the lines that use it, and where', async () => {
    const broken = {
      ...FORMULAS,
      drivers: driversText([driver('d1', 'images_per_day', '=单图秒数'), driver('d2', '单图秒数', '=IMAGES_PER_DAY')]),
    };
    const { status, stdout } = await costbook(['check', saveScenario('broken.json', broken), '--strict']);
    expect(status).toBe(1);
    const { problems } = JSON.parse(stdout);
    expect(problems.map(({ code, address }: { code: string; address: string }) => `${code} ${address}`).slice(0, 4)).toEqual([
      'FORMULA_CIRCULAR drivers[0].value',
      'FORMULA_CIRCULAR drivers[1].value',
      'FORMULA_CIRCULAR options[0].nodes[0].count',
      'FORMULA_CIRCULAR options[0].usage[0].quantity',
    ]);
    expect(problems[0].params.path).toBe('images_per_day → 单图秒数 → images_per_day');
  });
});
