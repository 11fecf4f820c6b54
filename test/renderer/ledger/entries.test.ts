import { describe, expect, test } from 'vitest';
import { listEntries } from '../../../src/renderer/features/ledger/entries.ts';
import type { Option } from '../../../src/shared/scenario/types.ts';
import { billOptions, NODES, node, option, optionBillOf, TOOLS } from '../reportScenario.ts';

const HORIZON = ['2026-01', '2026-02'];
const listed = (lines: Option, month: string | null, mostRows?: number) =>
  listEntries({
    option: lines,
    bill: optionBillOf(billOptions(2, lines), lines.id),
    horizon: HORIZON,
    month,
    ...(mostRows === undefined ? {} : { mostRows }),
  });

describe('the ledger of an option', () => {
  test('is by month, then in the order of nodes, usage and packs', () => {
    const { rows, month, count } = listed(TOOLS, null);
    // A free trial is bought for 0.00: that is an entry too.
    expect(rows.map(({ id }) => id)).toEqual([
      'usage:u1:2026-01',
      'packs:p1:2026-01',
      'usage:u1:2026-02',
      'usage:u2:2026-02',
      'packs:p2:2026-02',
    ]);
    expect({ month, count }).toEqual({ month: null, count: 5 });
  });

  test('names the place of each line in its sheet', () => {
    const lines = option('A', {
      nodes: [node('n1', { count: '1', months: '1', start: '2026-02-01' }), node('n2', { count: '1', months: '1' })],
    });
    expect(listed(lines, null).rows.map(({ line, place, month }) => `${line} ${place} ${month}`)).toEqual(['n2 2 2026-01', 'n1 1 2026-02']);
  });

  test('has an entry for every month in which a node is expensed', () => {
    expect(listed(NODES, null).rows.map(({ month }) => month)).toEqual(HORIZON);
  });

  test('can be that of one month', () => {
    const { rows, month, count } = listed(TOOLS, '2026-02');
    expect(rows).toHaveLength(3);
    expect({ month, count }).toEqual({ month: '2026-02', count: 5 });
  });

  test('of a month that the horizon no longer has is that of all', () => {
    expect(listed(TOOLS, '2031-01')).toMatchObject({ month: null });
  });

  test('that is too long is shown month by month, from the first', () => {
    const { rows, month, count } = listed(TOOLS, null, 4);
    expect({ rows: rows.length, month, count }).toEqual({ rows: 2, month: '2026-01', count: 5 });
    expect(listed(TOOLS, '2026-02', 4).rows).toHaveLength(3);
  });

  test('of nothing is empty', () => {
    expect(listed(option('Z', {}), null)).toEqual({ rows: [], month: null, count: 0 });
  });
});
