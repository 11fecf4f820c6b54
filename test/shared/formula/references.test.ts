import { describe, expect, it } from 'vitest';
import { completionsAt, isDriverName, referencesOf, renameInFormula } from '../../../src/shared/formula/references.ts';

it.each([
  ['=a+B*a', ['a', 'b'], false],
  ['=SUM(a, IF(x>1, y, 2))', ['a', 'x', 'y'], false],
  ['=hours*DAYSINMONTH()', ['hours'], true],
  ['=a+', [], false],
])('%s names its drivers', (text, names, usesMonth) => expect(referencesOf(text)).toEqual({ names, usesMonth }));

describe('a new name', () => {
  it.each([
    ['=a+ab*A', '=x+ab*x'],
    ['=SUM(a)', '=SUM(x)'],
    // A function of that name is no driver.
    ['=a(1)+a', '=a(1)+x'],
    ['a', 'a'],
    ['=b', '=b'],
  ])('%s becomes %s', (text, renamed) => expect(renameInFormula(text, new Map([['a', 'x']]))).toBe(renamed));
});

it.each([
  ['gpu_hours', true],
  ['图片数', true],
  ['_x1', true],
  ['1x', false],
  ['a b', false],
  ['', false],
  ['sum', false],
  ['a-b', false],
])('%s may be the name of a driver: %s', (name, may) => expect(isDriverName(name)).toBe(may));

describe('while a formula is typed', () => {
  const offered = (text: string): string =>
    (completionsAt(text, text.length, ['gpu_hours', 'gpu_price', '图片数'])?.items ?? []).map(({ insert }) => insert).join(' ');
  it.each([
    ['=gp', 'gpu_hours gpu_price'],
    ['=2*GPU_H', 'gpu_hours'],
    ['=图', '图片数'],
    ['=ro', 'ROUND( ROUNDUP( ROUNDDOWN('],
    ['=days', 'DAYSINMONTH()'],
    ['=gpu_hours', ''],
    ['=2', ''],
    ['=2e', ''],
    ['gp', ''],
    ['=gpu_hours+', ''],
  ])('%s offers %s', (text, names) => expect(offered(text)).toBe(names));
});
