import { describe, expect, test } from 'vitest';
import { buildCompareRows, type CompareInput, type CompareRow } from '../../../src/renderer/features/compare/compareRows.ts';
import { plainText } from '../../../src/renderer/ui/report/amounts.ts';
import { formatFen } from '../../../src/shared/numeric/fixed.ts';
import { billOptions, NODES, node, option, TOOLS, UNPRICED, usage } from '../reportScenario.ts';

const compare = (input: Omit<CompareInput, 'baseline' | 'by'> & Partial<CompareInput>): readonly CompareRow[] =>
  buildCompareRows({ baseline: null, by: 'cash', ...input });
const valuesOf = (rows: readonly CompareRow[], id: string): readonly (string | null | undefined)[] | undefined =>
  rows.find((row) => row.id === id)?.cells.map((cell) => (cell === null ? undefined : cell.money === null ? null : plainText(cell.money)));

describe('options side by side', () => {
  const billed = billOptions(12, NODES, TOOLS);
  const rows = compare(billed);

  test('by prepaid, usage by SKU, sum, difference and reference', () => {
    expect(rows.map(({ id }) => id)).toEqual([
      'prepaid',
      'nodes',
      'packs',
      'usage:compute',
      'sku:artlab.tool.shared',
      'sku:artlab.tool.dedicated.from',
      'cash',
      'difference',
      'reference',
      'expense',
      'prepaidBalance',
      'usageListCost',
      'covered',
      'forfeitedCost',
    ]);
  });

  test('the rows above the sum add up to it', () => {
    // 12 x 500.0072 - 500 - 200 of packs, each month cut to fen; 11 x 807
    expect(valuesOf(rows, 'nodes')).toEqual(['108000.00', undefined]);
    expect(valuesOf(rows, 'packs')).toEqual([undefined, '59.00']);
    expect(valuesOf(rows, 'sku:artlab.tool.dedicated.from')?.[0]).toBeUndefined();
    for (const by of ['cash', 'expense'] as const) {
      const table = compare({ ...billed, by });
      const end = table.findIndex(({ id }) => id === by);
      for (const [index, optionBill] of billed.bill.options.entries()) {
        const sum = table.slice(0, end).reduce((total, row) => total + (row.cells[index]?.money?.amount ?? 0n), 0n);
        expect(sum).toBe(optionBill.totals[by] * 10_000_000_000n);
      }
    }
  });

  test('the difference is to the chosen baseline, in CNY and percent', () => {
    const of = (baseline: string) =>
      compare({ ...billed, baseline })
        .find(({ id }) => id === 'difference')
        ?.cells.map((cell) => (cell?.difference ? [formatFen(cell.difference.amount), cell.difference.percent] : null));
    const [a, b] = billed.bill.options;
    const difference = (b?.totals.cash ?? 0n) - (a?.totals.cash ?? 0n);
    expect(of('A')?.[0]).toBeNull();
    expect(of('A')?.[1]?.[0]).toBe(formatFen(difference));
    expect(of('B')?.[1]).toBeNull();
    expect(of('B')?.[0]?.[0]).toBe(formatFen(-difference));
    expect(of('B')?.[0]?.[1]).toMatch(/^\d+\.\d{2}$/);
  });

  test('asks for the lines of the row', () => {
    const cell = rows.find(({ id }) => id === 'sku:artlab.tool.shared')?.cells[1];
    expect(cell?.subject).toEqual({ kind: 'lines', option: 'B', lines: ['u1'], total: 'payable', month: null });
  });
});

describe('what is missing', () => {
  const billed = billOptions(3, NODES, UNPRICED);

  test('has no amount and is counted', () => {
    const row = compare(billed).find(({ id }) => id === 'sku:artlab.tool.dedicated.other');
    expect(row?.cells[1]).toMatchObject({ money: null, missing: 1 });
  });

  test('beside known lines the sum says how many lines it lacks', () => {
    const partly = option('C', {
      usage: [
        usage('u1', { sku: 'artlab.tool.dedicated.other', quantity: '1', price: '5' }),
        usage('u2', { sku: 'artlab.tool.dedicated.other', quantity: '1' }),
      ],
    });
    const table = compare(billOptions(1, NODES, partly));
    const cell = table.find(({ id }) => id === 'sku:artlab.tool.dedicated.other')?.cells[1];
    expect(cell?.missing).toBe(1);
    expect(cell?.money && plainText(cell.money)).toBe('5.00');
  });

  test('marks the difference as not complete', () => {
    const cell = compare(billed).find(({ id }) => id === 'difference')?.cells[1];
    expect(cell?.difference?.complete).toBe(false);
  });
});

test('an option that holds nothing is not compared', () => {
  const rows = compare(billOptions(3, NODES, option('B', {})));
  expect(rows.some(({ id }) => id === 'difference')).toBe(false);
  expect(valuesOf(rows, 'nodes')).toEqual(['108000.00', undefined]);
});

test('what is paid outside the horizon is not in the row', () => {
  const early = option('A', { nodes: [node('n1', { start: '2025-12-01', months: '2' }), node('n2', {})] });
  expect(valuesOf(compare(billOptions(2, early)), 'nodes')).toEqual(['3000.00']);
  // December's share is recognised before the horizon, January's in it; n2 lasts one month
  expect(valuesOf(compare({ ...billOptions(2, early), by: 'expense' }), 'nodes')).toEqual(['6000.00']);
});
