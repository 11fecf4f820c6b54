import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/main/xlsx/read/csvTable.ts';

const rowsOf = (bytes: string | Buffer): readonly (readonly unknown[])[] | null =>
  readCsv(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'plan.csv')?.rows ?? null;

describe('CSV is read as rows of text', () => {
  it.each<[string, string | Buffer, readonly (readonly string[])[] | null]>([
    ['commas', 'a,b\n1,2\n', [['a', 'b'], ['1', '2'], ['']]],
    [
      'semicolons',
      'a;b\r\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['blank lines keep their place', 'a,b\n\n1,2', [['a', 'b'], [''], ['1', '2']]],
    [
      'quotes, doubled quotes and line breaks',
      '"a,1","b ""x"""\n"c\nd",2',
      [
        ['a,1', 'b "x"'],
        ['c\nd', '2'],
      ],
    ],
    [
      'a byte-order mark is no text',
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'UTF-16',
      Buffer.from('\uFEFFa,b\n1,2', 'utf16le'),
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'GBK',
      Buffer.from('b2fac6b72cd3c3c1bf0ab1ead7bcb4e6b4a22c35', 'hex'),
      [
        ['产品', '用量'],
        ['标准存储', '5'],
      ],
    ],
    [
      'every digit',
      'a,b\n0.12345678901234567890,1e3',
      [
        ['a', 'b'],
        ['0.12345678901234567890', '1e3'],
      ],
    ],
    [
      'the apostrophe of a guarded formula goes',
      "a,b\n'=1+1,'quoted",
      [
        ['a', 'b'],
        ['=1+1', "'quoted"],
      ],
    ],
    ['one column is no table', 'a\nb\nc', null],
    ['one row is no table', 'a,b,c', null],
    ['a letter is no table', 'Dear all,\nbest wishes', null],
    ['nothing', '', null],
    ['bytes that are no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0x2c, 0x0a, 0x2c, 0]), null],
  ])('%s', (_, bytes, rows) => {
    expect(rowsOf(bytes)).toEqual(rows);
  });
});
