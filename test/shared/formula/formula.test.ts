import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/shared/formula/evaluate.ts';
import { nearestName } from '../../../src/shared/formula/nearest.ts';
import { parseFormula } from '../../../src/shared/formula/parse.ts';
import { formatRatio } from '../../../src/shared/scenario/resolve.ts';

const DRIVERS = new Map([
  ['gpu_hours', 100n],
  ['图片数', 1_200n],
  ['zero', 0n],
]);
const MARCH = { month: '2026-03', index: 3 };

/** The result with up to 6 decimals, or the code of what is wrong. */
const come = (text: string, month: typeof MARCH | null = null): string => {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed.error.code;
  const result = evaluate(parsed.value, {
    find: (name) => {
      const num = DRIVERS.get(name);
      return num === undefined ? undefined : { ok: true, value: { num, den: 1n } };
    },
    nearest: () => null,
    month,
  });
  return result.ok ? formatRatio(result.value, 6) : result.error.code;
};

describe('a formula', () => {
  it.each([
    ['=1+2*3', '7'],
    ['=(1+2)*3', '9'],
    ['=10-4-3', '3'],
    ['=12/4/3', '1'],
    // As in Excel, and other than in mathematics.
    ['=2^3^2', '64'],
    ['=-2^2', '4'],
    ['=2^-2', '0.25'],
    ['=--3', '3'],
    ['=50%', '0.5'],
    ['=200*5%', '10'],
    ['=0.1+0.2', '0.3'],
    ['=1/3*3', '1'],
    ['=.5+1.', '1.5'],
    ['=gpu_hours*30*6.5', '19500'],
    ['=GPU_Hours', '100'],
    ['=图片数/2', '600'],
    ['＝（１＋２）×３', '9'],
    ['=6÷4', '1.5'],
    ['=SUM(1,2,3)', '6'],
    ['=sum(1，2)', '3'],
    ['=MIN(3,-1,2)+MAX(3,-1,2)', '2'],
    ['=ABS(-4)', '4'],
    ['=ROUND(2.5)', '3'],
    ['=ROUND(-2.5,0)', '-3'],
    ['=ROUND(1234.567,-2)', '1200'],
    ['=ROUNDUP(1.01)', '2'],
    ['=ROUNDDOWN(-1.99)', '-1'],
    ['=IF(gpu_hours>50,1,2)', '1'],
    ['=IF(AND(1<2,NOT(2<=1)),7,8)', '7'],
    ['=IF(OR(1=2,1<>1),7,8)', '8'],
    // Only the branch that counts is computed.
    ['=IF(zero=0,0,1/zero)', '0'],
    ['=2/3', '0.666667'],
  ])('%s is %s', (text, result) => expect(come(text)).toBe(result));

  it.each([
    ['=MONTHINDEX()', '3'],
    ['=MONTH()', '3'],
    ['=YEAR()', '2026'],
    ['=DAYSINMONTH()', '31'],
    ['=HOURSINMONTH()/24', '31'],
  ])('%s knows the month of its cell', (text, result) => {
    expect(come(text, MARCH)).toBe(result);
    expect(come(text)).toBe('FORMULA_MONTH');
  });

  it.each([
    ['=', 'FORMULA_SYNTAX'],
    ['=1+', 'FORMULA_SYNTAX'],
    ['=(1', 'FORMULA_SYNTAX'],
    ['=1 2', 'FORMULA_SYNTAX'],
    ['=a;b', 'FORMULA_SYNTAX'],
    ['="text"', 'FORMULA_SYNTAX'],
    ['=1,234', 'FORMULA_SYNTAX'],
    ['=gpu_hour', 'FORMULA_UNKNOWN_NAME'],
    ['=constructor', 'FORMULA_UNKNOWN_NAME'],
    ['=EVAL(1)', 'FORMULA_UNKNOWN_FUNCTION'],
    ['=IF(1>2,3)', 'FORMULA_ARGUMENTS'],
    ['=ABS()', 'FORMULA_ARGUMENTS'],
    ['=SUM', 'FORMULA_ARGUMENTS'],
    ['=1/zero', 'FORMULA_DIVISION_BY_ZERO'],
    ['=zero^-1', 'FORMULA_DIVISION_BY_ZERO'],
    ['=1>2', 'FORMULA_TYPE'],
    ['=(1>2)+1', 'FORMULA_TYPE'],
    ['=IF(1,2,3)', 'FORMULA_TYPE'],
    ['=2^0.5', 'FORMULA_TYPE'],
    ['=9^9^99', 'FORMULA_TOO_LARGE'],
    ['=9^999', 'FORMULA_TOO_LARGE'],
    [`=${'('.repeat(200)}1${')'.repeat(200)}`, 'FORMULA_TOO_LARGE'],
    [`=${'-'.repeat(500)}1`, 'FORMULA_TOO_LARGE'],
    [`=1${'+1'.repeat(600)}`, 'FORMULA_TOO_LARGE'],
  ])('%s is refused', (text, code) => expect(come(text)).toBe(code));

  it('names the driver that was probably meant', () => {
    const parsed = parseFormula('=gpu_huors');
    const result = parsed.ok
      ? evaluate(parsed.value, { find: () => undefined, nearest: (name) => nearestName(name, ['gpu_hours', 'images']), month: null })
      : parsed;
    expect(result).toMatchObject({ ok: false, error: { params: { name: 'gpu_huors', nearest: 'gpu_hours' } } });
  });

  it('names the same one whatever the order of the drivers', () => {
    for (const names of [
      ['rate_b', 'rate_a'],
      ['rate_a', 'rate_b'],
    ]) {
      expect(nearestName('rate_c', names)).toBe('rate_a');
    }
  });

  it('may be a monthly rate of six decimals over 120 months', () => {
    expect(come('=1.052513^120/1.052513^119')).toBe('1.052513');
  });

  it('never throws, whatever the text', () => {
    const word = fc.constantFrom(
      '1',
      '2.5',
      'gpu_hours',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      '%',
      ',',
      '<',
      '=',
      'IF',
      'SUM',
      ' ',
      '９',
      '"',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        expect(typeof come(`=${words.join('')}`)).toBe('string');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof come(text)).toBe('string');
      }),
    );
  });
});

/** A sum as text, and what it is by plain rational arithmetic. */
type Sample = readonly [text: string, num: bigint, den: bigint];
const leaf: fc.Arbitrary<Sample> = fc.integer({ min: 0, max: 99 }).map((value): Sample => [String(value), BigInt(value), 1n]);
const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('sample'), fc.constantFrom('+', '-', '*', '/'), tie('sample')).map(([[a, an, ad], operator, [b, bn, bd]]): Sample => {
      if (operator === '+') return [`(${a}+${b})`, an * bd + bn * ad, ad * bd];
      if (operator === '-') return [`(${a}-${b})`, an * bd - bn * ad, ad * bd];
      if (operator === '*' || bn === 0n) return [`(${a}*${b})`, an * bn, ad * bd];
      return [`(${a}/${b})`, an * bd, ad * bn];
    }),
  ),
}));

it('comes to what exact arithmetic says, for any sum', () => {
  fc.assert(
    fc.property(sample, ([text, num, den]) => {
      const [above, below] = den < 0n ? [-num, -den] : [num, den];
      expect(come(`=${text}`)).toBe(formatRatio({ num: above, den: below }, 6));
    }),
  );
});
