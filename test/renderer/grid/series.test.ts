import { describe, expect, test } from 'vitest';
import { fillSeries, fillSeriesBack, type SeriesMode } from '../../../src/renderer/grid/series.ts';

const fill = (source: string, count: number, mode?: SeriesMode): string => fillSeries(source.split(' '), count, mode).join(' ');
const back = (source: string, count: number): string => fillSeriesBack(source.split(' '), count).join(' ');

describe('the fill handle', () => {
  test.each([
    ['one number copies', '5', '5 5 5'],
    ['two numbers go on by their step', '1 2', '3 4 5'],
    ['exactly, also where floats would not', '0.1 0.2', '0.3 0.4 0.5'],
    ['downwards too', '10 7.5', '5 2.5 0'],
    ['numbers of unequal steps repeat', '1 2 4', '1 2 4'],
    ['a month counts on', '2026-11', '2026-12 2027-01 2027-02'],
    ['months by their step', '2026-01 2026-04', '2026-07 2026-10 2027-01'],
    ['a date counts on by a day', '2026-02-28', '2026-03-01 2026-03-02 2026-03-03'],
    ['dates by their days', '2026-01-01 2026-01-08', '2026-01-15 2026-01-22 2026-01-29'],
    ['the same day of each month', '2026-01-15 2026-02-15', '2026-03-15 2026-04-15 2026-05-15'],
    ['ends of months stay ends', '2026-01-31 2026-02-28', '2026-03-31 2026-04-30 2026-05-31'],
    ['a name with a number', 'Node9', 'Node10 Node11 Node12'],
    ['leading zeros', 'A009', 'A010 A011 A012'],
    ['texts repeat', 'a b', 'a b a'],
    ['mixed kinds repeat', '1 a', '1 a 1'],
    ['formulas repeat as they are', '=x*2', '=x*2 =x*2 =x*2'],
    ['a percentage repeats', '5%', '5% 5% 5%'],
    ['tiny numbers stay exact', '0.00000001 0.00000002', '0.00000003 0.00000004 0.00000005'],
  ])('%s', (_name, source, filled) => {
    expect(fill(source, 3)).toBe(filled);
  });
  test('empty cells repeat', () => expect(fillSeries(['1', ''], 3)).toEqual(['1', '', '1']));
  test('a source of 300,000 cells goes on', () => {
    const source = Array.from({ length: 300_000 }, (_, at) => String(at));
    expect(fillSeries(source, 1)).toEqual(['300000']);
  });
  test('nothing in, nothing out', () => expect(fillSeries([], 3)).toEqual([]));
});

describe('backwards', () => {
  test.each([
    ['numbers count down', '1 2', '0 -1'],
    ['a month goes back', '2026-02', '2026-01 2025-12'],
    ['months by their step', '2026-04 2026-07', '2026-01 2025-10'],
    ['texts repeat from the end', 'a b', 'b a'],
    ['one number copies', '5', '5 5'],
    ['a name does not go below zero', 'Node1', 'Node0 Node0'],
  ])('%s', (_name, source, filled) => expect(back(source, 2)).toBe(filled));
});

describe('by the menu', () => {
  test('copy repeats whatever it is', () => expect(fill('1 2', 2, 'copy')).toBe('1 2'));
  test('series counts on from one number', () => expect(fill('5', 3, 'series')).toBe('6 7 8'));
  test('growth goes on by the ratio, each from the exact power', () =>
    expect(fill('100 105', 3, 'growth')).toBe('110.25 115.7625 121.550625'));
  test('a third of a fraction is rounded only once', () => expect(fill('3 1', 2, 'growth')).toBe('0.333333 0.111111'));
  test('growth from nothing repeats', () => expect(fill('0 5', 2, 'growth')).toBe('0 5'));
});
