import { describe, expect, test } from 'vitest';
import { buildMonthRows } from '../../../src/renderer/features/compare/monthRows.ts';
import { billOptions, node, option, usage } from '../reportScenario.ts';

describe('month by month', () => {
  // 3000 in January against 16 x 50 x 8.07 … 403.50 a month: the node is cheaper from the month in which the sum passes 3000
  const billed = billOptions(
    12,
    option('A', { nodes: [node('n1', {})] }),
    option('B', { usage: [usage('u1', { sku: 'artlab.tool.dedicated.from', quantity: '50' })] }),
  );

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
