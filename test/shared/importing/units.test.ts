import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertText, unitFactor, unitOfHeader } from '../../../src/shared/importing/units.ts';

describe('the unit of a header', () => {
  it.each<[string, string | null]>([
    ['用量（GPU小时）', 'GPU小时'],
    ['用量(小时)', '小时'],
    ['Price, CNY', 'CNY'],
    ['Storage [GB]', 'GB'],
    ['金额／万元', '万元'],
    ['Storage / TB', 'TB'],
    ['用量', null],
    ['Name (optional)', null],
    ['', null],
  ])('%s: %s', (header, unit) => {
    expect(unitOfHeader(header)).toBe(unit);
  });
});

const convert = (text: string, from: string, to: string): string | null => {
  const factor = unitFactor(from, to);
  return factor === null ? null : (convertText(text, factor, 6)?.text ?? text);
};

describe('a number in another unit', () => {
  it.each<[string, string, string, string | null]>([
    ['1.5', '万元', '元', '15000'],
    ['18.0378', '小时', 'gpu-second', '64936.08'],
    ['2', '天', 'instance-hour', '48'],
    ['1', 'TB', 'gb-month', '1024'],
    ['512', 'MB', 'gb', '0.5'],
    ['3', '年', '月', '36'],
    ['2', '万次', 'request', '20000'],
    ['1', '小时', 'gb', null],
    ['1', 'parsec', 'gb', null],
    ['about ten', '小时', 'gpu-second', 'about ten'],
  ])('%s %s is %s of %s', (text, from, to, expected) => {
    expect(convert(text, from, to)).toBe(expected);
  });

  it('is rounded half away from zero where its digits do not fit, and says so', () => {
    const factor = unitFactor('MB', 'gb');
    if (factor === null) throw new Error('no factor');
    expect(convertText('1', factor, 6)).toEqual({ text: '0.000977', exact: false });
    expect(convertText('1024', factor, 6)).toEqual({ text: '1', exact: true });
  });

  it('comes back the same from a smaller unit', () => {
    const hours = unitFactor('小时', '秒');
    const seconds = unitFactor('秒', '小时');
    if (hours === null || seconds === null) throw new Error('no factor');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (value) => {
        const there = convertText(String(value), hours, 6);
        expect(convertText(there?.text ?? '', seconds, 6)).toEqual({ text: String(value), exact: true });
      }),
    );
  });
});
