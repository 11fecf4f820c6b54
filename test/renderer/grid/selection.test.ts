import { describe, expect, test } from 'vitest';
import { activate, extendRows, keepExisting, type Selection, selectRow } from '../../../src/renderer/grid/selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const start = activate({ row: 'b', column: 'x' });
const rows = (selection: Selection): string => [...selection.rows].join('');
const click = (selection: Selection, row: string, how: Partial<{ extend: boolean; add: boolean }> = {}): Selection =>
  selectRow(selection, { row, order: ORDER, extend: false, add: false, ...how });

describe('rows', () => {
  test('a click on a number selects its row alone and makes it active', () => {
    const selection = click(click(start, 'a'), 'c');
    expect(rows(selection)).toBe('c');
    expect(selection.active).toEqual({ row: 'c', column: 'x' });
  });
  test('Shift extends from the first row, in either direction', () => {
    const first = click(start, 'c');
    expect(rows(click(first, 'e', { extend: true }))).toBe('cde');
    expect(rows(click(click(first, 'e', { extend: true }), 'a', { extend: true }))).toBe('abc');
  });
  test('Shift extends from the active cell where no row is selected', () => {
    expect(rows(click(start, 'd', { extend: true }))).toBe('bcd');
  });
  test('Ctrl adds a row and takes it off again', () => {
    const two = click(click(start, 'a'), 'd', { add: true });
    expect(rows(two)).toBe('ad');
    expect(rows(click(two, 'a', { add: true }))).toBe('d');
  });
  test('Shift and arrows grow and shrink at the end away from the first row', () => {
    const one = click(start, 'c');
    const grown = extendRows(extendRows(one, ORDER, 1), ORDER, 1);
    expect(rows(grown)).toBe('cde');
    expect(rows(extendRows(grown, ORDER, -1))).toBe('cd');
    expect(rows(extendRows(one, ORDER, -1))).toBe('bc');
  });
});

describe('rows that are gone', () => {
  const after = ['a', 'c', 'e'];
  test('leave the selection', () => {
    expect(rows(keepExisting(click(click(start, 'c'), 'd', { add: true }), ORDER, after))).toBe('c');
  });
  test('hand the active cell to the row now at their place', () => {
    expect(keepExisting(start, ORDER, after).active).toEqual({ row: 'c', column: 'x' });
    expect(keepExisting(activate({ row: 'e', column: 'x' }), ORDER, ['a', 'b']).active).toEqual({ row: 'b', column: 'x' });
  });
  test('nothing changes while the active row stays', () => {
    expect(keepExisting(activate({ row: 'a', column: 'x' }), ORDER, after).active).toEqual({ row: 'a', column: 'x' });
  });
});
