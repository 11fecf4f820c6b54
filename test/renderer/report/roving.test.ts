import { describe, expect, test } from 'vitest';
import { moveCell } from '../../../src/renderer/report/roving.ts';
import { subjectKey } from '../../../src/renderer/ui/report/subject.ts';

const size = { rows: 12, columns: 4 };

describe('keys in a table of numbers', () => {
  test.each([
    ['ArrowDown', false, { row: 3, column: 1 }, { row: 4, column: 1 }],
    ['ArrowDown', true, { row: 3, column: 1 }, { row: 11, column: 1 }],
    ['ArrowUp', false, { row: 0, column: 1 }, { row: 0, column: 1 }],
    ['ArrowUp', true, { row: 5, column: 1 }, { row: 0, column: 1 }],
    ['ArrowLeft', false, { row: 3, column: 0 }, { row: 3, column: 0 }],
    ['ArrowRight', false, { row: 3, column: 2 }, { row: 3, column: 3 }],
    ['ArrowRight', true, { row: 3, column: 0 }, { row: 3, column: 3 }],
    ['Home', false, { row: 3, column: 2 }, { row: 3, column: 0 }],
    ['End', true, { row: 3, column: 2 }, { row: 11, column: 3 }],
    ['PageDown', false, { row: 3, column: 2 }, { row: 11, column: 2 }],
    ['PageUp', false, { row: 11, column: 2 }, { row: 1, column: 2 }],
  ])('%s (Ctrl: %s) leads from %o to %o', (key, ctrl, from, to) => {
    expect(moveCell(from, { key, ctrl }, size)).toEqual(to);
  });

  test('others are left to the browser', () => {
    expect(moveCell({ row: 0, column: 0 }, { key: 'Enter', ctrl: false }, size)).toBeNull();
    expect(moveCell({ row: 0, column: 0 }, { key: 'Tab', ctrl: false }, size)).toBeNull();
  });
});

test('a subject is the same in whatever order its fields were written', () => {
  const one = subjectKey({ kind: 'total', option: 'A', total: 'cash', month: null });
  expect(subjectKey({ month: null, total: 'cash', kind: 'total', option: 'A' })).toBe(one);
  expect(subjectKey({ kind: 'total', option: 'B', total: 'cash', month: null })).not.toBe(one);
});
