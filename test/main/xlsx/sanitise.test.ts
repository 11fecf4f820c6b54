import { describe, expect, it } from 'vitest';
import { productToFen, roundToFen, shareToFen } from '../../../src/main/xlsx/excelMath.ts';
import { dateSerial, exactNumber, nearestNumber, safeValue, shownText } from '../../../src/main/xlsx/sanitise.ts';

describe('text in a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['=1+1', '=1+1'],
    ['@SUM(A1)', '@SUM(A1)'],
    [' spaces stay ', ' spaces stay '],
    ['tab\tand\nline', 'tab\tand\nline'],
    ['windows\r\nline', 'windows\nline'],
    ['old mac\rline', 'old mac\nline'],
    ['bell\u0007 and null\u0000', 'bell\uFFFD and null\uFFFD'],
    ['no character \uFFFE\uFFFF', 'no character \uFFFD\uFFFD'],
    ['half a pair \uD83D', 'half a pair \uFFFD'],
    ['𠮷😀', '𠮷😀'],
    ['x'.repeat(40_000), 'x'.repeat(32_767)],
    [`${'x'.repeat(32_766)}😀`, 'x'.repeat(32_766)],
  ])('%j reads as %j', (text, shown) => {
    expect(shownText(text)).toBe(shown);
    expect(shownText(shown)).toBe(shown);
  });

  it('never turns into an escape', () => {
    expect(safeValue({ kind: 'text', text: '_x0041_ _x41_ _x005F_' })).toBe('_x005F_x0041_ _x41_ _x005F_x005F_');
  });
});

describe('what was typed is a number only where its digits survive', () => {
  it.each([
    ['0', 0],
    ['64936', 64936],
    ['-5', -5],
    ['0.0077', 0.0077],
    ['999999999999.123', 999999999999.123],
    ['100000000000000000000', 1e20],
    ['0.0000000001', 1e-10],
    ['1234567890123456', null], // 16 digits
    ['0.1234567890123456', null],
    ['007', null],
    ['1.50', null],
    ['-0', null],
    ['1e3', null],
    ['1,000', null],
    ['ten', null],
    ['', null],
  ])('%s -> %s', (text, number) => {
    expect(exactNumber(text)).toBe(number);
  });

  it('takes the nearest double of a result, and never what is no number', () => {
    expect(nearestNumber('12345555455556.56')).toBe(12345555455556.56);
    expect(nearestNumber('0')).toBe(0);
    expect(() => nearestNumber('NaN')).toThrow();
    expect(() => nearestNumber('')).toThrow();
  });

  it('numbers days as Excel does, from March 1900 on', () => {
    expect(dateSerial('2026-01-15')).toBe(46037);
    expect(dateSerial('1900-03-01')).toBe(61);
    expect(dateSerial('1900-02-28')).toBeNull();
  });
});

describe('what Excel makes of a formula', () => {
  it.each<[readonly string[], bigint | null]>([
    [['3000', '3', '12'], 10800000n],
    [['1.005', '1', '1'], 101n], // the double is below 1.005, the 15 digits are not
    [['8.345', '1', '1'], 835n],
    [['0.0077', '64936', '1'], 50001n], // 500.0072
    [['1000000000', '100000', '1'], 10000000000000000n],
    [['1234567890123456', '1', '1'], null],
    [['', '1', '1'], null],
  ])('ROUND(%j, 2) is %s fen', (factors, fen) => {
    expect(productToFen(factors)).toBe(fen);
  });

  it.each([
    [0.005, 1n],
    [-0.005, -1n],
    [1e15, 10n ** 17n],
    [1e-20, 0n],
    [Number.NaN, null],
  ])('ROUND(%s, 2) is %s fen', (value, fen) => {
    expect(roundToFen(value)).toBe(fen);
  });

  it('shares a purchase so that the parts add up', () => {
    const shares = [0, 1, 2].map((k) => shareToFen(10000n, k, 3));
    expect(shares).toEqual([3333n, 3334n, 3333n]);
    expect(shareToFen(10000n, 3, 3)).toBe(0n);
  });
});
