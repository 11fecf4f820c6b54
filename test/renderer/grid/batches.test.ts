import { describe, expect, test } from 'vitest';
import { fillFromEdge, moveBlock, type PlannedBatch, pasteBlock, setAll } from '../../../src/renderer/grid/batches.ts';
import type { Area } from '../../../src/renderer/grid/selection.ts';
import type { GridColumn, GridModel } from '../../../src/renderer/grid/types.ts';
import { axesOf } from './axesOf.ts';

// Rows a to c with the columns 1, 2 (computed), 3 and 4; below them the blank row (place 3) and the totals row (place 4).
const columns = [...'1234'].map((id): GridColumn => ({ id, header: id, width: 50, align: 'left', editor: id === '2' ? 'none' : 'text' }));
const rows = [...'abc'].map((id) => ({ id }));
const model: GridModel<{ readonly id: string }> = {
  columns,
  rows,
  places: null,
  cell: () => ({ text: '', tone: 'typed' }),
  rowTone: () => null,
  blank: () => ({ text: '', tone: 'hint' }),
  total: () => ({ text: '', tone: 'total' }),
  choices: () => [],
  raw: (row, column) => (column === '2' ? '' : row.id + column),
  value: (row, column) => row.id + column,
  note: () => '',
  complete: () => null,
};
const input = { model, axes: axesOf('abc', '1234') };
const area = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right });
const edits = ({ batch }: PlannedBatch): string => batch.edits.map(({ row, column, text }) => `${row}${column}=${text}`).join(' ');

describe('Ctrl+D and Ctrl+R', () => {
  test('the first row goes into the others', () =>
    expect(edits(fillFromEdge(input, [area(0, 0, 2, 2)], 'down'))).toBe('b1=a1 c1=a1 b3=a3 c3=a3'));
  test('a single row takes the one above, a single column the one before', () => {
    expect(edits(fillFromEdge(input, [area(1, 0)], 'down'))).toBe('b1=a1');
    expect(edits(fillFromEdge(input, [area(1, 3)], 'right'))).toBe('b4=b3');
  });
  test('nothing is before the first row and the first column: nothing changes', () => {
    expect(edits(fillFromEdge(input, [area(0, 0)], 'down'))).toBe('');
    expect(edits(fillFromEdge(input, [area(0, 0)], 'right'))).toBe('');
  });
  test('a computed cell has nothing to give: what is beside it stays', () => {
    const filled = fillFromEdge(input, [area(1, 2)], 'right');
    expect([edits(filled), filled.loss.skipped > 0]).toEqual(['', true]);
  });
});

describe('the totals row', () => {
  test('is not cleared', () => {
    const cleared = setAll(input, [area(4, 0)], { kind: 'clear', text: '' });
    expect([edits(cleared), cleared.loss.skipped]).toEqual(['', 1]);
  });
  test('takes no paste', () => {
    const pasted = pasteBlock(input, area(4, 0), [[{ text: '1' }, { text: '2' }]]);
    expect([edits(pasted), pasted.batch.added, pasted.loss.skipped]).toEqual(['', [], 2]);
  });
  test('is left out where it was selected with the rows', () => {
    expect(edits(setAll(input, [area(2, 0, 4, 0)], { kind: 'clear', text: '' }))).toBe('c1=');
  });
});

describe('what was cut', () => {
  const emptied = setAll(input, [area(0, 2, 0, 3)], { kind: 'cut', text: '' });
  const block = [[{ text: 'x' }, { text: 'y' }]];
  test('leaves its cells, but for those it goes into', () => {
    expect(edits(moveBlock(pasteBlock(input, area(1, 2), block), emptied))).toBe('a3= a4= b3=x b4=y');
    expect(edits(moveBlock(pasteBlock(input, area(0, 2), block), emptied))).toBe('a3=x a4=y');
  });
  test('stays where a part of it would get lost', () => {
    const { batch } = moveBlock(pasteBlock(input, area(1, 0), block), emptied);
    expect([batch.kind, batch.edits.map(({ row, column }) => row + column)]).toEqual(['paste', ['b1']]);
    expect(moveBlock(pasteBlock(input, area(4, 0), block), emptied).batch.edits).toEqual([]);
  });
});

test('the blank row becomes new rows by a paste', () => {
  const { batch } = pasteBlock(input, area(2, 0), [[{ text: 'x' }], [{ text: 'y' }], [{ text: 'z' }]]);
  expect([batch.edits.map(({ row }) => row), batch.added.map((cells) => cells.map(({ text }) => text))]).toEqual([['c'], [['y'], ['z']]]);
});
