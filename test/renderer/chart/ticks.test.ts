import { describe, expect, test } from 'vitest';
import { mixColor, shadeWeight } from '../../../src/renderer/ui/chart/colors.ts';
import { labelledMonths, moneyTicks, monthLabels, tickLabels } from '../../../src/renderer/ui/chart/ticks.ts';

const yuan = (amount: number): bigint => BigInt(amount) * 100n;

describe('the money axis', () => {
  test.each([
    // highest, last tick, step
    [yuan(108_000), yuan(150_000), yuan(50_000)],
    [yuan(100_000), yuan(100_000), yuan(50_000)],
    [yuan(7), yuan(8), yuan(2)],
    [1n, yuan(1), yuan(1)],
    [yuan(999_999_999_999), yuan(1_000_000_000_000), yuan(500_000_000_000)],
  ])('of at most %s fen ends at %s in steps of %s', (highest, last, step) => {
    const ticks = moneyTicks(highest, 4);
    expect(ticks.at(-1)).toBe(last);
    expect(ticks[1]).toBe(step);
    expect(ticks.length).toBeLessThanOrEqual(5);
  });

  test('of nothing still has two ticks', () => {
    expect(moneyTicks(0n, 4)).toEqual([0n, 100n]);
  });

  test('counts in 万 and 亿, or in k and M, one unit for the whole axis', () => {
    const ticks = moneyTicks(yuan(108_000), 4);
    expect(tickLabels(ticks, 'zh-CN')).toEqual(['0', '5万', '10万', '15万']);
    expect(tickLabels(ticks, 'en')).toEqual(['0', '50k', '100k', '150k']);
    expect(tickLabels([0n, yuan(5_000), yuan(10_000)], 'zh-CN')).toEqual(['0', '0.5万', '1万']);
    expect(tickLabels([0n, yuan(500), yuan(900)], 'en')).toEqual(['0', '500', '900']);
    expect(tickLabels([0n, yuan(200_000_000)], 'zh-CN')).toEqual(['0', '2亿']);
    expect(tickLabels([0n, yuan(2_500_000)], 'en')).toEqual(['0', '2.5M']);
  });

  test('leaves out a year that is the same everywhere', () => {
    expect(monthLabels(['2026-01', '2026-02'], 'en')).toEqual(['Jan', 'Feb']);
  });

  test('names only the years of a long plan', () => {
    const months = Array.from(
      { length: 36 },
      (_, index) => `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    );
    expect(labelledMonths(months)).toEqual(['2026-01', '2027-01', '2028-01']);
    expect(monthLabels(months, 'en')[12]).toBe('2027');
    expect(labelledMonths(months.slice(0, 24))).toBeNull();
  });

  test('names the year where it begins', () => {
    const months = ['2026-11', '2026-12', '2027-01'];
    expect(monthLabels(months, 'en')).toEqual(['Nov 26', 'Dec', 'Jan 27']);
    expect(monthLabels(months, 'zh-CN')).toEqual(['26年11月', '12月', '27年1月']);
  });
});

describe('shades', () => {
  test('mix towards the ground', () => {
    expect(mixColor('#000000', '#ffffff', 0)).toBe('#000000');
    expect(mixColor('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mixColor('rgb(1 2 3)', '#ffffff', 0.5)).toBe('rgb(1 2 3)');
  });

  test('go from pure to pale, the same for a single part', () => {
    expect(shadeWeight(0, 1)).toBe(0);
    expect(shadeWeight(0, 3)).toBe(0);
    expect(shadeWeight(2, 3)).toBeCloseTo(0.68);
  });
});
