import { describe, expect, test } from 'vitest';
import { type Move, moveFrom, type Position, type Shape } from '../../../src/renderer/grid/navigation.ts';

// x: filled. The second column is computed; the last row is the blank one.
const CELLS = ['xx.x', 'xx..', '.x..', 'xx.x', '....'];
const shape: Shape = {
  rowCount: CELLS.length,
  dataRowCount: CELLS.length - 1,
  columnCount: 4,
  pageRows: () => 3,
  isTabStop: (column) => column !== 1,
  isFilled: ({ row, column }) => CELLS[row]?.[column] === 'x',
};
const at = (row: number, column: number): Position => ({ row, column });
const move = (from: Position, by: Move, origin: number | null = null): Position | null => moveFrom(shape, from, by, origin);

test.each<[Move, Position, Position]>([
  ['down', at(0, 0), at(1, 0)],
  ['up', at(0, 0), at(0, 0)],
  // The totals row stands below the blank one.
  ['down', at(4, 2), at(5, 2)],
  ['down', at(5, 2), at(5, 2)],
  ['up', at(5, 2), at(4, 2)],
  ['right', at(5, 2), at(5, 3)],
  ['pageDown', at(4, 2), at(4, 2)],
  ['right', at(0, 0), at(0, 1)],
  ['left', at(0, 0), at(0, 0)],
  ['rowStart', at(2, 3), at(2, 0)],
  ['rowEnd', at(2, 0), at(2, 3)],
  ['first', at(3, 3), at(0, 0)],
  ['last', at(0, 0), at(3, 3)],
  ['pageDown', at(0, 1), at(3, 1)],
  ['pageDown', at(3, 1), at(4, 1)],
  ['pageUp', at(4, 1), at(1, 1)],
])('%s from %o', (by, from, to) => {
  expect(move(from, by)).toEqual(to);
});

describe('Tab', () => {
  test('passes over computed cells', () => expect(move(at(0, 0), 'tab')).toEqual(at(0, 2)));
  test('goes on in the next row', () => expect(move(at(0, 3), 'tab')).toEqual(at(1, 0)));
  test('goes back into the row before', () => expect(move(at(1, 0), 'tabBack')).toEqual(at(0, 3)));
  test('leaves the grid behind its last cell', () => expect(move(at(4, 3), 'tab')).toBeNull());
  test('leaves the grid before its first cell', () => expect(move(at(0, 0), 'tabBack')).toBeNull());
  test('then Enter returns to the column where it began', () => expect(move(at(0, 3), 'enter', 0)).toEqual(at(1, 0)));
});

describe('Ctrl and an arrow', () => {
  test.each<[Move, Position, Position, string]>([
    ['edgeDown', at(0, 0), at(1, 0), 'to the end of the block'],
    ['edgeDown', at(1, 0), at(3, 0), 'over empty cells to the next filled one'],
    ['edgeDown', at(3, 0), at(4, 0), 'to the border where nothing follows'],
    ['edgeUp', at(4, 1), at(3, 1), 'up from an empty cell'],
    ['edgeRight', at(0, 0), at(0, 1), 'along the row'],
    ['edgeRight', at(0, 1), at(0, 3), 'over the gap'],
    ['edgeLeft', at(2, 0), at(2, 0), 'not over the border'],
  ])('%s from %o', (by, from, to) => {
    expect(move(from, by)).toEqual(to);
  });
});
