import { describe, expect, test } from 'vitest';
import { buildVerdict } from '../../../src/shared/compare/verdict.ts';
import type { Option } from '../../../src/shared/scenario/types.ts';
import { billOptions, NODES, option, UNPRICED, usage } from '../../renderer/reportScenario.ts';

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
