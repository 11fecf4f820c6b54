import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/shared/scenario/typed.ts';

describe('what is typed becomes canonical text', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['￥1,234.5', '1234.5'],
    ['１２', '12'],
    ['6.5万', '65000'],
    ['2 亿', '200000000'],
    ['59 元', '59'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['-0.0', '0'],
    ['-3', '-3'],
    ['0.0077', '0.0077'],
    ['', null],
    ['  ', null],
  ])('quantity %j -> %j', (typed, expected) => expect(canonicalText('usage', 'quantity', typed)).toBe(expected));

  it.each([['12,34'], ['abc'], ['1e5'], ['1.2.3'], ['12 34'], ['--1'], ['=1+1']])('quantity %j stays as typed', (typed) =>
    expect(canonicalText('usage', 'quantity', typed)).toBe(typed),
  );

  it.each([
    ['5%', '0.05'],
    ['５％', '0.05'],
    ['-12.5%', '-0.125'],
    ['100%', '1'],
    ['0.05', '0.05'],
  ])('growth %j -> %j', (typed, expected) => expect(canonicalText('usage', 'growth', typed)).toBe(expected));

  it.each([
    ['2026/3/1', '2026-03-01'],
    ['2026-3', '2026-03'],
    ['2026.03.15', '2026-03-15'],
    ['2026年3月', '2026-03'],
    ['2026年12月31日', '2026-12-31'],
    ['tomorrow', 'tomorrow'],
  ])('from %j -> %j', (typed, expected) => expect(canonicalText('usage', 'from', typed)).toBe(expected));

  it('leaves a note as it is, spaces included', () => expect(canonicalText('nodes', 'note', ' １ ')).toBe(' １ '));
  it('empties a SKU to the blank text, not to null', () => expect(canonicalText('nodes', 'sku', ' ')).toBe(''));
});
