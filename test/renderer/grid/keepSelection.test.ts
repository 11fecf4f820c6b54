import { describe, expect, test } from 'vitest';
import { keepSelection } from '../../../src/renderer/grid/keepSelection.ts';
import { activate, extendTo, type Selection, selectRange } from '../../../src/renderer/grid/selection.ts';
import { at } from './axesOf.ts';

const order = (rows: string, columns = '123') => ({ rows: [...rows], columns: [...columns] });
const keep = (selection: Selection, before: string, after: string): Selection => {
  const was = order(before);
  return keepSelection(selection, was, { ...order(after), columns: was.columns });
};
const corners = ({ ranges }: Selection): string =>
  ranges.map(({ anchor, head }) => `${anchor.row}${anchor.column}:${head.row}${head.column}`).join(' ');
const block = extendTo(activate(at('b1')), at('d2'));

describe('rows that came or went', () => {
  test('an inserted row between the corners is taken in', () => expect(corners(keep(block, 'abcde', 'abxcde'))).toBe('b1:d2'));
  test('a corner that is gone hands over to the nearest row that stayed', () => {
    expect(corners(keep(block, 'abcde', 'abce'))).toBe('b1:c2');
    expect(corners(keep(extendTo(activate(at('d2')), at('b1')), 'abcde', 'acde'))).toBe('d2:c1');
  });
  test('a range whose rows are all gone is gone', () => expect(corners(keep(block, 'abcde', 'ae'))).toBe(''));
  test('the active cell goes to the row now at its place', () => {
    expect(keep(activate(at('b1')), 'abcde', 'ae').active).toEqual(at('e1'));
    expect(keep(activate(at('e1')), 'abcde', 'ab').active).toEqual(at('b1'));
    expect(keep(activate(at('a1')), 'abcde', 'ace').active).toEqual(at('a1'));
  });
});

describe('rows in another order', () => {
  test('the same cells stay selected, in as many ranges as it takes', () => {
    expect(corners(keep(block, 'abcde', 'dabec'))).toBe('d1:d2 b1:b2 c1:c2');
  });
  test('whole columns stay whole', () => {
    expect(corners(keep(selectRange('columns', at('b2')), 'abcde', 'edcba'))).toBe('b2:b2');
  });
});

test('a column that is gone leaves the range at its neighbour', () => {
  const rows = [...'abcde'];
  const kept = keepSelection(block, { rows, columns: [...'123'] }, { rows, columns: [...'23'] });
  expect(corners(kept)).toBe('b2:d2');
  expect(kept.active).toEqual(at('b2'));
});
