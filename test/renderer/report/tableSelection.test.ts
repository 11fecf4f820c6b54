import { describe, expect, test } from 'vitest';
import { emptySelection, type Selection } from '../../../src/renderer/grid/selection.ts';
import {
  activeCell,
  afterDrag,
  afterKey,
  afterPress,
  cellValue,
  copiedCells,
  type NumberTable,
  rangeAreas,
  selectedIn,
  tableAxes,
} from '../../../src/renderer/report/tableSelection.ts';
import type { ReportCell, ReportRow } from '../../../src/renderer/ui/report/table.ts';

const cell = (value: string | null, text = value ?? ''): ReportCell => ({
  key: text,
  text,
  value,
  title: '',
  tone: 'plain',
  subject: null,
});
const row = (id: string, values: readonly (string | null)[]): ReportRow => ({
  id,
  kind: 'value',
  name: `row ${id}`,
  cells: values.map((value) => (value === null ? null : cell(value))),
});

/** A heading, two rows, a heading, a row and the total; three columns. */
const TABLE: NumberTable = {
  columns: ['a', 'b', 'c'].map((id) => ({ id, name: `column ${id}` })),
  rows: [
    { id: 'g1', kind: 'group', name: 'group 1', cells: [] },
    row('1', ['11', '12', null]),
    row('2', ['21', '22', '23']),
    { id: 'g2', kind: 'group', name: 'group 2', cells: [] },
    row('3', ['31', '32', '33']),
    row('total', ['63', '66', '56']),
  ],
};
const AXES = tableAxes(TABLE);
const NONE = { shift: false, ctrl: false };
const SHIFT = { shift: true, ctrl: false };
const CTRL = { shift: false, ctrl: true };

/** 'b2' -> column b, row 2 */
const press = (selection: Selection, at: string, modifiers = NONE): Selection =>
  afterPress(selection, { kind: 'cells', column: at[0] ?? '', row: at.slice(1) }, modifiers, AXES);
const selected = (selection: Selection): readonly string[] => {
  const areas = rangeAreas(selection, AXES);
  return ['1', '2', '3', 'total'].flatMap((id, place) => selectedIn(areas, place, 3).map((column) => `${AXES.columnAt(column)}${id}`));
};
const keys = (...pressed: readonly (readonly [string, typeof NONE])[]): Selection =>
  pressed.reduce<Selection>(
    (selection, [key, modifiers]) => afterKey(selection, key, modifiers, AXES) ?? selection,
    press(emptySelection, 'a1'),
  );
const copied = (selection: Selection): string | null =>
  copiedCells(TABLE, selection, 'item')
    ?.map((line) => line.map(({ text }) => text).join('|'))
    .join('\n') ?? null;

describe('ranges of a table of numbers', () => {
  test('one cell is active, and no range is selected', () => {
    const selection = press(emptySelection, 'b2');
    expect(activeCell(selection, AXES)).toEqual({ row: '2', column: 'b' });
    expect(selected(selection)).toEqual([]);
  });

  test('Shift and a press, or Shift and arrows, extend over the headings of groups', () => {
    const expected = ['b2', 'c2', 'b3', 'c3'];
    expect(selected(press(press(emptySelection, 'b2'), 'c3', SHIFT))).toEqual(expected);
    const byKeys = keys(['ArrowRight', NONE], ['ArrowDown', NONE], ['ArrowRight', SHIFT], ['ArrowDown', SHIFT]);
    expect(selected(byKeys)).toEqual(expected);
    expect(activeCell(byKeys, AXES)).toEqual({ row: '2', column: 'b' });
  });

  test('Ctrl and a press add a range', () => {
    expect(selected(press(press(emptySelection, 'a1'), 'c3', CTRL))).toEqual(['a1', 'c3']);
  });

  test('Ctrl and Shift extend to the edge', () => {
    expect(selected(keys(['ArrowDown', { shift: true, ctrl: true }]))).toEqual(['a1', 'a2', 'a3', 'atotal']);
  });

  test.each([
    ['Shift and Space: the row', [' ', SHIFT], ['a1', 'b1', 'c1']],
    ['Ctrl and Space: the column, its total too', [' ', CTRL], ['a1', 'a2', 'a3', 'atotal']],
  ] as const)('%s', (_, key, expected) => {
    expect(selected(keys(key))).toEqual(expected);
  });

  test('Ctrl+A selects everything and keeps the active cell', () => {
    const selection = keys(['ArrowDown', NONE], ['a', CTRL]);
    expect(selected(selection)).toHaveLength(12);
    expect(activeCell(selection, AXES)).toEqual({ row: '2', column: 'a' });
  });

  test('Escape gives the range up, and is not ours without one', () => {
    expect(selected(keys(['ArrowDown', SHIFT], ['Escape', NONE]))).toEqual([]);
    expect(afterKey(press(emptySelection, 'a1'), 'Escape', NONE, AXES)).toBeNull();
  });

  test('the heading of a row or column selects it, dragging on takes more', () => {
    const rows = afterPress(emptySelection, { kind: 'rows', row: '2' }, NONE, AXES);
    expect(selected(rows)).toEqual(['a2', 'b2', 'c2']);
    expect(selected(afterDrag(rows, 'rows', { kind: 'cells', row: '3', column: 'b' }, AXES))).toHaveLength(6);
    const columns = afterPress(emptySelection, { kind: 'columns', column: 'b' }, NONE, AXES);
    expect(selected(columns)).toEqual(['b1', 'b2', 'b3', 'btotal']);
  });

  test('a drag over the heading of a row goes on in the column where it began', () => {
    const selection = afterDrag(press(emptySelection, 'b1'), 'cells', { kind: 'rows', row: '3' }, AXES);
    expect(selected(selection)).toEqual(['b1', 'b2', 'b3']);
  });

  test('where the active cell is gone the first one is', () => {
    expect(activeCell(press(emptySelection, 'x9'), AXES)).toEqual({ row: '1', column: 'a' });
  });
});

describe('a copy of a table', () => {
  test('has the exact values of the cells alone', () => {
    expect(copied(press(press(emptySelection, 'b1'), 'c2', SHIFT))).toBe('12|\n22|23');
    expect(copied(press(emptySelection, 'b1'))).toBe('12');
  });

  test('of whole rows has their headings', () => {
    expect(copied(afterPress(emptySelection, { kind: 'rows', row: '2' }, NONE, AXES))).toBe('row 2|21|22|23');
  });

  test('of whole columns has their headings', () => {
    expect(copied(afterPress(emptySelection, { kind: 'columns', column: 'b' }, NONE, AXES))).toBe('column b\n12\n22\n32\n66');
  });

  test('of everything has all headings', () => {
    expect(copied(afterPress(emptySelection, { kind: 'all' }, NONE, AXES))).toBe(
      [
        'item|column a|column b|column c',
        'group 1|||',
        'row 1|11|12|',
        'row 2|21|22|23',
        'group 2|||',
        'row 3|31|32|33',
        'row total|63|66|56',
      ].join('\n'),
    );
  });

  test('is refused of ranges that share neither rows nor columns', () => {
    expect(copied(press(press(emptySelection, 'a1'), 'c3', CTRL))).toBeNull();
  });

  test('says a dash as the number that it stands for, and words as they are', () => {
    expect(cellValue(cell('0.00', '–'))).toBe('0.00');
    expect(cellValue(cell(null, 'baseline'))).toBe('baseline');
    expect(cellValue(null)).toBe('');
  });
});
