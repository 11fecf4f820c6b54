import { describe, expect, test } from 'vitest';
import { arrangeRows, keepArrangement, type Sort } from '../../../src/renderer/grid/arrange.ts';

const rowsOf = (...texts: readonly string[]) => texts.map((text, at) => ({ id: `r${at + 1}`, text }));
const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });
const arrange = (texts: readonly string[], sort: Sort | null, filter = ''): string =>
  arrangeRows(rowsOf(...texts), {
    sort,
    filter,
    value: ({ text }) => text,
    text: ({ text }) => text,
    compareTexts: (a, b) => collator.compare(a, b),
  })
    .map(({ text }) => text)
    .join(' ');
const up: Sort = { column: 'x', descending: false };
const down: Sort = { column: 'x', descending: true };

describe('sorting', () => {
  test('numbers by value, exactly', () => {
    expect(arrange(['10', '9', '-1', '0.3', '0.30000000000000001'], up)).toBe('-1 0.3 0.30000000000000001 9 10');
  });
  test('numbers before texts, empty cells last either way', () => {
    expect(arrange(['b', '2', '', 'a', '1'], up)).toBe('1 2 a b ');
    expect(arrange(['b', '2', '', 'a', '1'], down)).toBe('b a 2 1 ');
  });
  test('Chinese by its sound', () => expect(arrange(['北京', '上海', '安徽'], up)).toBe('安徽 北京 上海'));
  test('equal cells keep their order', () => {
    const rows = [
      { id: 'a', text: '1' },
      { id: 'b', text: '1' },
    ];
    const input = { sort: down, filter: '', value: () => '1', text: () => '', compareTexts: () => 0 };
    expect(arrangeRows(rows, input).map(({ id }) => id)).toEqual(['a', 'b']);
  });
  test('without a sort rows stand as they are', () => expect(arrange(['b', 'a'], null)).toBe('b a'));
});

describe('a filter', () => {
  test('keeps rows with every word, whatever case and width', () => {
    expect(arrange(['GPU T4 beijing', 'CPU beijing', 'GPU shanghai'], null, 'ｂeijing gpu')).toBe('GPU T4 beijing');
  });
  test('of nothing keeps all', () => expect(arrange(['a', 'b'], null, '  ')).toBe('a b'));
});

test('after an edit rows stay where they are; new ones come behind the row before them', () => {
  const rows = rowsOf('1', '2', '3', '4');
  const before = new Set(['r1', 'r2', 'r4']);
  const ids = (shown: readonly string[]) => keepArrangement(shown, before, rows).map(({ id }) => id);
  expect(ids(['r4', 'r2', 'r1'])).toEqual(['r4', 'r2', 'r3', 'r1']);
  expect(ids(['r4', 'gone', 'r1'])).toEqual(['r4', 'r1', 'r3']);
  // Filtered out before the edit, filtered out after it.
  expect(ids(['r4'])).toEqual(['r3', 'r4']);
});
