import { describe, expect, test } from 'vitest';
import { planPaste } from '../../../src/renderer/grid/paste.ts';

/** Six columns, the fourth computed; five rows. */
const plan = (block: string, target: { top?: number; left?: number; rows?: number; columns?: number } = {}) =>
  planPaste({
    block: block.split('/').map((row) => [...row]),
    target: { top: 0, left: 0, rows: 1, columns: 1, ...target },
    rowCount: 5,
    columnCount: 6,
    isEditable: (column) => column !== 3,
  });
const placed = (block: string, target?: Parameters<typeof plan>[1]): string =>
  plan(block, target)
    .cells.map(({ row, column, cell }) => `${cell}@${row},${column}`)
    .join(' ');

describe('a pasted block', () => {
  test('goes in once from the upper left', () => expect(placed('ab/cd', { top: 1, left: 1 })).toBe('a@1,1 b@1,2 c@2,1 d@2,2'));
  test('of one cell fills the selection', () => expect(placed('x', { rows: 2, columns: 2 })).toBe('x@0,0 x@0,1 x@1,0 x@1,1'));
  test('tiles where it fits in whole times', () => expect(placed('ab', { rows: 2, columns: 2 })).toBe('a@0,0 b@0,1 a@1,0 b@1,1'));
  test('goes in once where it does not', () => expect(placed('a/b', { rows: 3 })).toBe('a@0,0 b@1,0'));
  test('adds rows below the last', () => {
    const { newRows, cells } = plan('a/b/c', { top: 4 });
    expect([newRows, cells.map(({ row }) => row)]).toEqual([2, [4, 5, 6]]);
  });
  test('leaves computed cells alone and counts them', () => {
    const { skipped, cells } = plan('abc', { left: 2 });
    expect([skipped, cells.map(({ column }) => column)]).toEqual([1, [2, 4]]);
  });
  test('ends at the last column and counts what lay beyond', () => {
    const { clipped, area } = plan('abcd', { left: 4 });
    expect([clipped, area.columns]).toEqual([2, 2]);
  });
});
