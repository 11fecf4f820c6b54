import { describe, expect, it } from 'vitest';
import { displayWidth, groupDigits, textTable } from '../../../src/main/cli/textTable.ts';

describe('places on the screen', () => {
  it.each([
    ['abc', 3],
    ['节点', 4],
    ['ＡＢ', 4],
    ['（元）', 6],
    ['¥1', 2],
    ['e\u0301', 1],
    ['😀', 2],
    ['𠮷', 2],
    ['한글', 4],
  ])('%s takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('a table', () => {
  it('aligns numbers at the right and text at the left', () => {
    const columns = [
      { header: '名称', align: 'left' },
      { header: 'CNY', align: 'right' },
    ] as const;
    expect(
      textTable(columns, [
        ['节点组', '1.00'],
        ['x\ny', '12.00'],
      ]),
    ).toEqual(['名称      CNY', '------  -----', '节点组   1.00', 'x y     12.00']);
  });

  it.each([
    ['0.00', '0.00'],
    ['1234567.8', '1,234,567.8'],
    ['-123456', '-123,456'],
    ['0.0077123', '0.0077123'],
  ])('%s is shown as %s', (decimal, shown) => {
    expect(groupDigits(decimal)).toBe(shown);
  });
});
