import { describe, expect, test } from 'vitest';
import { buildMonthRows } from '../../../src/renderer/features/compare/monthRows.ts';
import { buildVerdict } from '../../../src/renderer/features/compare/verdict.ts';
import type { Option } from '../../../src/shared/scenario/types.ts';
import { billOptions, NODES, node, option, UNPRICED, usage } from '../reportScenario.ts';

const hours = (id: string, quantity: string): Option =>
  option(id, { usage: [usage('u1', { sku: 'artlab.tool.dedicated.from', quantity })] });
const verdictOf = (baseline: string | null, ...options: readonly Option[]) =>
  buildVerdict({ ...billOptions(12, ...options), baseline, by: 'cash' });

describe('the verdict', () => {
  test('measures the lowest against the baseline', () => {
    // 12 x 100 h x 8.07 = 9684; 108000 - 9684 = 98316 = 91.03 %
    expect(verdictOf('A', NODES, hours('B', '100')).says).toEqual({
      kind: 'lowest',
      option: 'B',
      over: 'A',
      amount: 9_831_600n,
      percent: '91.03',
    });
  });

  test('measures a baseline that is lowest itself against the next one', () => {
    expect(verdictOf('B', NODES, hours('B', '100'), hours('C', '200')).says).toMatchObject({
      kind: 'lowest',
      option: 'B',
      over: 'C',
      amount: 968_400n,
    });
  });

  test('never calls an incomplete option cheaper', () => {
    const verdict = verdictOf('A', NODES, UNPRICED);
    expect(verdict.says).toEqual({ kind: 'notComparable' });
    expect(verdict.incomplete).toEqual([{ option: 'C', missing: [{ sheet: 'usage', line: 'u9', price: true }] }]);
  });

  test('compares the complete ones beside an incomplete baseline', () => {
    expect(verdictOf('C', UNPRICED, NODES, hours('B', '100')).says).toMatchObject({ kind: 'lowest', option: 'B', over: 'A' });
  });

  test('says so where several are lowest', () => {
    expect(verdictOf(null, hours('A', '10'), hours('B', '10')).says).toEqual({ kind: 'tied', options: ['A', 'B'] });
  });

  test('needs a second option, and one that holds something', () => {
    expect(verdictOf(null, NODES).says).toEqual({ kind: 'single' });
    expect(verdictOf(null, NODES, option('B', {}))).toMatchObject({ says: { kind: 'notComparable' }, empty: ['B'] });
  });
});

describe('month by month', () => {
  // 3000 in January against 16 x 50 x 8.07 … 403.50 a month: the node is cheaper from the month in which the sum passes 3000
  const billed = billOptions(12, option('A', { nodes: [node('n1', {})] }), hours('B', '50'));

  test('adds up so far and marks the month in which the cheaper one changes', () => {
    const rows = buildMonthRows(billed.bill, null, 'cash');
    expect(rows[0]?.cells).toEqual([
      { option: 'A', amount: 300_000n, cumulative: 300_000n },
      { option: 'B', amount: 40_350n, cumulative: 40_350n },
    ]);
    // 7 x 403.50 = 2824.50, 8 x 403.50 = 3228
    expect(rows.filter(({ crossings }) => crossings.length > 0)).toMatchObject([
      { month: '2026-08', crossings: [{ before: 'B', after: 'A' }] },
    ]);
    expect(rows.at(-1)?.cells[1]?.cumulative).toBe(484_200n);
  });
});
