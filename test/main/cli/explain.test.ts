import { describe, expect, it, vi } from 'vitest';
import { costbook } from './costbook.ts';
import { PLAN, usePlanFolder } from './plans.ts';

// A busy machine is no failure: every run starts a process.
vi.setConfig({ testTimeout: 60_000 });

const { save, saveScenario } = usePlanFolder();
const explainOf = (line: string, ...more: readonly string[]) =>
  costbook(['price', saveScenario('plan.json', PLAN), '--explain', line, ...more]);

describe('price --explain', () => {
  it('shows how a usage charge came about, and its arithmetic adds up as printed', async () => {
    const { status, stdout } = await explainOf('u1');
    const { format, option, explanations } = JSON.parse(stdout);
    expect([status, format, option]).toEqual([0, 'costbook.explanation/1', 'B']);
    // 64936 x 0.0077 = 500.0072; the pack pays 200, 300.0072 is cut to the fen
    expect(explanations[0]).toMatchObject({
      month: '2026-01',
      quantity: { typed: '64936', quantity: '64936' },
      price: { origin: 'book', edition: 'seed', price: { price: '0.0077' } },
      listCost: '500.0072',
      draws: [{ amount: '200', balanceBefore: '200', balanceAfter: '0' }],
      uncovered: '300.0072',
      rounding: 'down',
      roundingDifference: '-0.0072',
      payable: '300.00',
    });
  });

  it('shows what a prepaid node costs and when it is an expense', async () => {
    const { stdout } = await explainOf('A/n1');
    expect(JSON.parse(stdout).explanations).toMatchObject([
      { kind: 'node', count: '3', months: '12', purchase: '108000.00', expense: [{ amount: '9000.00' }, { amount: '9000.00' }] },
    ]);
  });

  it('shows what a pack held and who used it', async () => {
    const { stdout } = await explainOf('p1');
    expect(JSON.parse(stdout).explanations).toMatchObject([
      {
        kind: 'pack',
        held: '200',
        used: '200',
        timeline: {
          months: [
            { month: '2026-01', opening: '200', used: '200', closing: '0' },
            { month: '2026-02', opening: '0' },
          ],
        },
        users: [{ line: 'u1', month: '2026-01', amount: '200' }],
      },
    ]);
    const table = await explainOf('p1', '--format', 'table', '--lang', 'en');
    expect(table.stdout).toMatch(/2026-01\s+200\s+200\s+0\s+0\s+0\n2026-02/);
    expect(table.stdout).toMatch(/Runs out on: 2026-01-\d\d/);
  });

  it('shows on which days of a month a pack runs out that starts anew each month', async () => {
    const usage = [{ id: 'u1', sku: 'artlab.traffic.out.day', quantity: '4096' }];
    const packs = [{ id: 'p1', sku: 'artlab.pack.traffic-2tb-6m', start: '2026-01-01' }];
    const options = [{ id: 'A', name: 'A', usage, packs }];
    const format = 'costbook.scenario/1';
    const plan = save('traffic.json', { format, name: 'traffic', priceBook: '2021-01-21', startMonth: '2026-01', months: 2, options });
    const { stdout } = await costbook(['price', plan, '--explain', 'p1', '--format', 'table', '--lang', 'en']);
    // 2,048 of 4,096 GB: half of 31 days, and of 28
    expect(stdout).toMatch(/2026-01\s+2048\s+2048\s+0\s+0\s+0\s+2026-01-16\n2026-02\s+2048\s+2048\s+0\s+0\s+0\s+2026-02-14\n/);
    expect(stdout).not.toContain('Runs out on:');
  });

  it('shows the balances of all packs by month where timelines are asked for, and not elsewhere', async () => {
    const plan = saveScenario('plan.json', PLAN);
    const packsOf = async (...more: readonly string[]) => JSON.parse((await costbook(['price', plan, ...more])).stdout).options[1].packs;
    expect(Object.keys((await packsOf()).p1)).toEqual(['used', 'forfeited', 'remaining']);
    expect((await packsOf('--timelines')).p1.timeline.months[0]).toMatchObject({ month: '2026-01', opening: '200', closing: '0' });
  });

  it('prints the same as tables', async () => {
    const { status, stdout } = await explainOf('u1', '--format', 'table', '--lang', 'en');
    expect(status).toBe(0);
    expect(stdout).toMatch(/2026-01\s+64936\s+500\.0072\s+200\s+300\.0072\s+-0\.0072\s+300\.00/);
    expect((await explainOf('n1', '--format', 'table', '--lang', 'zh-CN')).stdout).toContain('108000.00');
    expect((await explainOf('p1', '--format', 'table')).stdout).toContain('200');
  });

  it('asks which option is meant where two have a line of that id', async () => {
    const [first] = PLAN.options;
    if (first === undefined) throw new Error('the plan has options');
    const plan = saveScenario('two.json', { ...PLAN, options: [first, { ...first, id: 'C' }] });
    expect(await costbook(['price', plan, '--explain', 'n1'])).toMatchObject({ status: 2, stdout: '' });
    const { stdout } = await costbook(['price', plan, '--explain', 'C/n1']);
    expect(JSON.parse(stdout)).toMatchObject({ option: 'C', line: 'n1' });
  });

  it('refuses a line that is not there, and several files', async () => {
    expect(await explainOf('u99')).toMatchObject({ status: 2, stdout: '' });
    const plan = saveScenario('plan.json', PLAN);
    expect((await costbook(['price', plan, plan, '--explain', 'u1'])).status).toBe(2);
  });
});
