import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTsv, parseTsv } from '../../../src/renderer/grid/clipboardText.ts';

describe('text with tabs', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'a block as Excel writes it',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['line ends of other systems', 'a\nb\rc', [['a'], ['b'], ['c']]],
    ['no line end after the last row', 'a\tb', [['a', 'b']]],
    ['a line break inside quotes', '"one\ntwo"\t3', [['one\ntwo', '3']]],
    ['a line break as WPS writes it', '"one\r\ntwo"\r\n', [['one\ntwo']]],
    ['a tab inside quotes', '"a\tb"\tc', [['a\tb', 'c']]],
    ['doubled quotes', '"say ""hi"""\t2', [['say "hi"', '2']]],
    ['a quote in the middle of a text', '5" disk\t3', [['5" disk', '3']]],
    ['a quote at the start that is never closed', '"hello\tworld', [['"hello', 'world']]],
    ['a closed quote with more behind it', '"a"b\tc', [['"a"b', 'c']]],
    [
      'empty cells at the end',
      'a\t\t\r\n\t\t\r\n',
      [
        ['a', '', ''],
        ['', '', ''],
      ],
    ],
    [
      'rows of different lengths',
      'a\r\nb\tc\td',
      [
        ['a', '', ''],
        ['b', 'c', 'd'],
      ],
    ],
    ['an empty row in the middle', 'a\r\n\r\nb', [['a'], [''], ['b']]],
    ['a byte order mark and a NUL', '\uFEFFa\0\tb', [['a', 'b']]],
    ['an empty clipboard', '', []],
    ['numbers as people write them', '1,234.5\t12%\t¥3\t1.5万\t1e-8\t１２', [['1,234.5', '12%', '¥3', '1.5万', '1e-8', '１２']]],
    ['dates in three forms', '2026-3-1\t2026/3/1\t2026年3月1日', [['2026-3-1', '2026/3/1', '2026年3月1日']]],
  ])('%s', (_name, text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });
  test('one giant cell is one cell', () => {
    const giant = '"'.concat('x\n'.repeat(100_000), '"');
    expect(parseTsv(giant)).toHaveLength(1);
  });
  test('a block of 300,000 rows is read', () => expect(parseTsv('1\t2\r\n'.repeat(300_000))).toHaveLength(300_000));
  test('what is written is read again', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '中', '1', ',') });
    const row = (width: number) => fc.array(cell, { minLength: width, maxLength: width });
    const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(row(width), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseTsv(formatTsv(cells))).toEqual(cells);
      }),
    );
  });
  test('a cell that needs no quotes has none', () =>
    expect(
      formatTsv([
        ['5" disk', 'a b'],
        ['', '1'],
      ]),
    ).toBe('5" disk\ta b\r\n\t1\r\n'));
});
