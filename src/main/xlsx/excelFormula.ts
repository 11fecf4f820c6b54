/**
 * Formulas over drivers in Excel's own words, and what Excel makes of them in doubles.
 *
 * Rule: operators bind alike in both languages (-2^2 is 4); ROUND and the like always say their decimals; functions of the month are not
 * translated, and neither is a number of more than 15 digits. Excel compares as it shows: by 15 digits.
 * Source: shared/formula/README.md.
 */
import type { BinaryOperator, Formula } from '../../shared/formula/ast.ts';
import { findFunction } from '../../shared/formula/functions.ts';
import { shownNumber } from '../../shared/importing/cellText.ts';
import { type ExcelRounding, roundAsExcel } from './excelMath.ts';
import { exactNumber } from './sanitise.ts';

const BINDING: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '^': 4,
};
const SIGN = 5;
const PERCENT = 6;
const SINGLE = 7;

const bindingOf = (formula: Formula): number => {
  if (formula.kind === 'binary') return BINDING[formula.operator];
  if (formula.kind === 'negate') return SIGN;
  return formula.kind === 'percent' ? PERCENT : SINGLE;
};

/** Without the `=`; null where Excel cannot say it. `nameOf`: the cell's name of a driver, null where it has none. */
export const toExcel = (formula: Formula, nameOf: (driver: string) => string | null): string | null => {
  const inside = (of: Formula, weakest: number): string | null => {
    const text = toExcel(of, nameOf);
    return text === null || bindingOf(of) >= weakest ? text : `(${text})`;
  };
  switch (formula.kind) {
    case 'number':
      return plainNumber(formula.text) === null ? null : formula.text;
    case 'name':
      return nameOf(formula.name);
    case 'negate': {
      const of = inside(formula.of, SIGN);
      return of === null ? null : `-${of}`;
    }
    case 'percent': {
      const of = inside(formula.of, PERCENT);
      return of === null ? null : `${of}%`;
    }
    case 'binary': {
      const binding = BINDING[formula.operator];
      const [left, right] = [inside(formula.left, binding), inside(formula.right, binding + 1)];
      return left === null || right === null ? null : `${left}${formula.operator}${right}`;
    }
    case 'call':
      return callToExcel(formula, nameOf);
  }
};

const callToExcel = (formula: Formula & { readonly kind: 'call' }, nameOf: (driver: string) => string | null): string | null => {
  const spec = findFunction(formula.name);
  const args = formula.args.map((each) => toExcel(each, nameOf));
  if (spec === undefined || spec.kind === 'month' || args.includes(null)) return null;
  if (spec.kind === 'round' && args.length === 1) args.push('0');
  return `${spec.name}(${args.join(',')})`;
};

/** 6.50 is 6.5, and .5 is 0.5; null where Excel would cut digits. */
const plainNumber = (text: string): number | null => {
  const [whole = '', fraction = ''] = text.split('.');
  const tail = fraction.replace(/0+$/, '');
  const head = whole.replace(/^0+(?=\d)/, '');
  return exactNumber(`${head === '' ? '0' : head}${tail === '' ? '' : `.${tail}`}`);
};

/** In doubles; null where it is no number or not translated. `find`: the number in a driver's cell. */
export const computeAsExcel = (formula: Formula, find: (driver: string) => number | null): number | null => {
  const value = resultOf(formula, find);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

type Value = number | boolean | null;

const resultOf = (formula: Formula, find: (driver: string) => number | null): Value => {
  switch (formula.kind) {
    case 'number':
      return plainNumber(formula.text);
    case 'name':
      return find(formula.name);
    case 'negate': {
      const value = computeAsExcel(formula.of, find);
      return value === null ? null : -value;
    }
    case 'percent': {
      const value = computeAsExcel(formula.of, find);
      return value === null ? null : value / 100;
    }
    case 'binary': {
      const [left, right] = [computeAsExcel(formula.left, find), computeAsExcel(formula.right, find)];
      return left === null || right === null ? null : OPERATIONS[formula.operator](left, right);
    }
    case 'call':
      return callAsExcel(formula, find);
  }
};

const order = (a: number, b: number): number => shownNumber(a) - shownNumber(b);

const OPERATIONS: Readonly<Record<BinaryOperator, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  // Excel refuses 0^0.
  '^': (a, b) => (a === 0 && b === 0 ? Number.NaN : a ** b),
  '=': (a, b) => order(a, b) === 0,
  '<>': (a, b) => order(a, b) !== 0,
  '<': (a, b) => order(a, b) < 0,
  '<=': (a, b) => order(a, b) <= 0,
  '>': (a, b) => order(a, b) > 0,
  '>=': (a, b) => order(a, b) >= 0,
};

const ROUNDINGS: ReadonlySet<string> = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN'] satisfies ExcelRounding[]);
const isRounding = (name: string): name is ExcelRounding => ROUNDINGS.has(name);

const callAsExcel = (formula: Formula & { readonly kind: 'call' }, find: (driver: string) => number | null): Value => {
  const name = findFunction(formula.name)?.name ?? '';
  const values = formula.args.map((each) => resultOf(each, find));
  if (name === 'IF') return values[0] === null ? null : ((values[0] ? values[1] : values[2]) ?? null);
  if (values.includes(null)) return null;
  if (name === 'AND') return values.every(Boolean);
  if (name === 'OR') return values.some(Boolean);
  if (name === 'NOT') return !values[0];
  const numbers = values.map(Number);
  const [first = 0, second = 0] = numbers;
  if (isRounding(name)) return roundAsExcel(first, second, name);
  return NUMBERS[name]?.(numbers) ?? null;
};

const NUMBERS: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
  MIN: (values) => Math.min(...values),
  MAX: (values) => Math.max(...values),
  ABS: ([value = 0]) => Math.abs(value),
};
