import { describe, expect, test } from 'vitest';
import {
  activate,
  addRange,
  areasOf,
  extendTo,
  inArea,
  type Selection,
  selectRange,
  stepInside,
  withoutRow,
} from '../../../src/renderer/grid/selection.ts';
import { at, axesOf } from './axesOf.ts';

const AXES = axesOf('abcde', '1234');

/** 'b2:c3 d1' : the corners of each range */
const shown = (selection: Selection): string =>
  areasOf(selection, AXES)
    .map(({ top, left, bottom, right }) => `${AXES.rowAt(top)}${AXES.columnAt(left)}:${AXES.rowAt(bottom)}${AXES.columnAt(right)}`)
    .join(' ');
const active = ({ active: cell }: Selection): string => (cell === null ? '' : cell.row + cell.column);

describe('a range of cells', () => {
  test('grows from the active cell, which stays', () => {
    const grown = extendTo(activate(at('b2')), at('d3'));
    expect(shown(grown)).toBe('b2:d3');
    expect(active(grown)).toBe('b2');
  });
  test('turns round its anchor', () => {
    expect(shown(extendTo(extendTo(activate(at('c3')), at('d4')), at('a1')))).toBe('a1:c3');
  });
  test('stays when another is added, and the other one grows', () => {
    const two = extendTo(addRange(extendTo(activate(at('a1')), at('b2')), 'cells', at('d4')), at('e3'));
    expect(shown(two)).toBe('a1:b2 d3:e4');
    expect(active(two)).toBe('d4');
  });
  test('of the active cell alone is kept when Ctrl adds the first', () => {
    expect(shown(addRange(activate(at('a1')), 'cells', at('c3')))).toBe('a1:a1 c3:c3');
  });
  test('no range is the active cell', () => expect(shown(activate(at('b2')))).toBe('b2:b2'));
});

describe('whole rows and columns', () => {
  test('a row reaches over all columns, whatever column was clicked', () => {
    expect(shown(selectRange('rows', at('b3')))).toBe('b1:b4');
    expect(shown(extendTo(selectRange('rows', at('b3')), at('d1')))).toBe('b1:d4');
  });
  test('a column reaches over all rows but the blank one', () => {
    expect(shown(selectRange('columns', at('b3')))).toBe('a3:e3');
  });
  test('Ctrl takes a row out again, also from the middle of a range', () => {
    const rows = extendTo(selectRange('rows', at('a1')), at('d1'));
    const without = withoutRow(rows, 'b', AXES);
    expect(without === null ? null : shown(without)).toBe('a1:a4 c1:d4');
    expect(withoutRow(selectRange('cells', at('a1')), 'a', AXES)).toBeNull();
  });
});

describe('Enter and Tab inside a selection', () => {
  const walk = (selection: Selection, along: 'rows' | 'columns', by: 1 | -1, steps: number): string => {
    const cells: string[] = [];
    let now = selection;
    for (let step = 0; step < steps; step += 1) {
      now = stepInside(now, AXES, { along, by });
      cells.push(active(now));
    }
    return cells.join(' ');
  };
  const block = extendTo(activate(at('b2')), at('c3'));
  test('Enter goes down, then to the next column, then round', () => expect(walk(block, 'rows', 1, 4)).toBe('c2 b3 c3 b2'));
  test('Tab goes right, then to the next row', () => expect(walk(block, 'columns', 1, 4)).toBe('b3 c2 c3 b2'));
  test('with Shift backwards', () => expect(walk(block, 'columns', -1, 2)).toBe('c3 c2'));
  test('on to the next range', () => {
    const two = extendTo(addRange(activate(at('a1')), 'cells', at('d3')), at('d4'));
    expect(walk(two, 'columns', 1, 3)).toBe('d4 a1 d3');
  });
});

test('a cell is in an area with both ends included', () => {
  const area = { top: 1, left: 1, bottom: 2, right: 3 };
  expect([inArea(area, 1, 1), inArea(area, 2, 3), inArea(area, 0, 1), inArea(area, 1, 4)]).toEqual([true, true, false, false]);
});
