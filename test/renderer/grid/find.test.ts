import { describe, expect, test } from 'vitest';
import { createMatcher, nextHit, replaceIn } from '../../../src/renderer/grid/find.ts';

const LOOSE = { matchCase: false, wholeCell: false };

describe('a search', () => {
  test.each([
    ['gpu', 'GPU T4', LOOSE, true],
    ['gpu', 'GPU T4', { ...LOOSE, matchCase: true }, false],
    ['GPU', 'ＧＰＵ 型', LOOSE, true],
    ['12', '120', LOOSE, true],
    ['12', '120', { ...LOOSE, wholeCell: true }, false],
    ['a.c', 'abc', LOOSE, false],
    ['', 'abc', LOOSE, false],
  ])('%s in %s', (query, text, options, found) => expect(createMatcher(query, options)(text)).toBe(found));
});

describe('a replacement', () => {
  test.each([
    ['every occurrence', 'aXbxc', 'x', '-', LOOSE, 'a-b-c'],
    ['literally', 'price', 'ice', '$&', LOOSE, 'pr$&'],
    ['full width too', 'ＧＰＵ和gpu', 'gpu', 'CPU', LOOSE, 'CPU和CPU'],
    ['with case', 'Ab ab', 'ab', 'x', { ...LOOSE, matchCase: true }, 'Ab x'],
    ['of the whole cell', '12', '12', '15', { ...LOOSE, wholeCell: true }, '15'],
    ['of nothing', 'abc', 'x', 'y', LOOSE, 'abc'],
    ['by nothing', 'a-b', '-', '', LOOSE, 'ab'],
    ['that holds what is replaced', 'aa', 'a', 'aa', LOOSE, 'aaaa'],
    ['a ligature', 'oﬃce', 'ffi', 'x', LOOSE, 'oxce'],
  ])('%s', (_name, text, query, replacement, options, result) => {
    expect(replaceIn(text, query, replacement, options)).toBe(result);
  });
});

describe('from hit to hit', () => {
  const hits = [
    { row: 0, column: 2 },
    { row: 1, column: 0 },
    { row: 1, column: 3 },
  ];
  test.each([
    [null, 1, 0],
    [null, -1, 2],
    [{ row: 1, column: 0 }, 1, 2],
    [{ row: 1, column: 1 }, -1, 1],
    [{ row: 1, column: 3 }, 1, 0],
    [{ row: 0, column: 0 }, -1, 2],
  ] as const)('from %o by %i', (from, by, at) => expect(nextHit(hits, from, by)).toBe(at));
  test('none', () => expect(nextHit([], null, 1)).toBe(-1));
});
