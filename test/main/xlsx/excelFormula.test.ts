/** Formulas over drivers in Excel's words and in Excel's doubles; names of cells. */
import { describe, expect, it } from 'vitest';
import { computeAsExcel, toExcel } from '../../../src/main/xlsx/excelFormula.ts';
import { excelNames } from '../../../src/main/xlsx/excelNames.ts';
import { parseFormula } from '../../../src/shared/formula/parse.ts';

const translated = (text: string): readonly [string | null, number | null] => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return [
    toExcel(parsed.value, (name) => (name === 'gone' ? null : name)),
    computeAsExcel(parsed.value, (name) => (name === 'x' ? 10 : null)),
  ];
};

describe('a formula in Excel', () => {
  it.each([
    ['=x*30*6.50', 'x*30*6.50', 1950],
    ['=(x+1)*(2-x)/4', '(x+1)*(2-x)/4', -22],
    ['=x-(3-1)', 'x-(3-1)', 8],
    ['=2^(1+2)', '2^(1+2)', 8],
    // the sign binds closer, as in Excel
    ['=-2^2', '-2^2', 4],
    ['=-(2^2)', '-(2^2)', -4],
    ['=12%*x', '12%*x', 1.2],
    ['=(x+1)%', '(x+1)%', 0.11],
    ['=ROUND(x/3)', 'ROUND(x/3,0)', 3],
    ['=roundup(x/3; 1)'.replace(';', ','), 'ROUNDUP(x/3,1)', 3.4],
    ['=ROUNDDOWN(-x/3, 1)', 'ROUNDDOWN(-x/3,1)', -3.3],
    ['=MIN(x, 3)+MAX(x, 3)+SUM(x, 1, 2)+ABS(-1)', 'MIN(x,3)+MAX(x,3)+SUM(x,1,2)+ABS(-1)', 27],
    ['=IF(AND(x>=10, NOT(x<>10)), 1, 2)', 'IF(AND(x>=10,NOT(x<>10)),1,2)', 1],
    ['=IF(0.1+0.2=0.3, 1, 2)', 'IF(0.1+0.2=0.3,1,2)', 1],
    ['=IF(OR(x<1, x>99), 1/0, 2)', 'IF(OR(x<1,x>99),1/0,2)', 2],
    ['＝ｘ×３', 'x*3', 30],
  ] as const)('%s is %s', (text, expected, result) => {
    expect(translated(text)).toEqual([expected, result]);
  });

  it.each(['=x*DAYSINMONTH()', '=gone+1', '=1234567890.1234567890'])('%s is not translated', (text) => {
    expect(translated(text)[0]).toBeNull();
  });

  it.each(['=1/0', '=gone', '=0^0'])('%s has no number in Excel', (text) => {
    expect(translated(text)[1]).toBeNull();
  });
});

describe('the name of a cell', () => {
  it('is the driver’s, unless Excel or the library would take it for something else', () => {
    const names = ['images_per_day', '每日图片', 'Q1', 'r1c1', 'C', 'true', 'constructor', 'XFD99', 'abcd1', 'driver_q1', '\u{10400}'];
    expect([...excelNames(names).values()]).toEqual([
      'images_per_day',
      '每日图片',
      'driver_Q1',
      'driver_r1c1',
      'driver_C',
      'driver_true',
      'driver_constructor',
      'driver_XFD99',
      'abcd1',
      'driver_q1_2',
      'driver_11',
    ]);
  });
});
