/**
 * What a formula comes to, exactly: numbers are ratios of integers, so nothing is rounded before the field that takes the result.
 *
 * Limits: a number is below 10^60 and has at most 4,096 bits above and below the line (a rate of six decimals over 120 months has 2,400), an exponent is whole and at most 1,000; beyond that the formula is
 * refused with FORMULA_TOO_LARGE instead of keeping the window waiting.
 */
import { powerRatio, type Ratio, reduceRatio } from '../numeric/ratio.ts';
import { daysInMonth } from '../time/calendar.ts';
import { type Formula, type FormulaCode, type FormulaError, type Outcome, type Span, sameName } from './ast.ts';
import { type FunctionSpec, findFunction, type MonthContext, roundRatio } from './functions.ts';

export interface Environment {
  /** a driver by its name in any case; undefined where there is none */
  readonly find: (name: string) => Outcome<Ratio> | undefined;
  /** the name that was probably meant by one that there is not */
  readonly nearest: (name: string) => string | null;
  /** null in a cell that belongs to no month */
  readonly month: MonthContext | null;
}
type Value = Ratio | boolean;

class Stop extends Error {
  readonly error: FormulaError;

  constructor(error: FormulaError) {
    super(error.code);
    this.error = error;
  }
}

const stop = (code: FormulaCode, { from, to }: Span, params: Readonly<Record<string, string>> = {}): Stop =>
  new Stop({ code, from, to, params });

/** The number of a formula. An error inside a driver is that driver's, at the place of its name. */
export const evaluate = (formula: Formula, environment: Environment): Outcome<Ratio> => {
  try {
    return { ok: true, value: numberOf(formula, environment) };
  } catch (thrown) {
    if (thrown instanceof Stop) return { ok: false, error: thrown.error };
    throw thrown;
  }
};

const numberOf = (formula: Formula, environment: Environment): Ratio => {
  const value = computeValue(formula, environment);
  if (typeof value === 'boolean') throw stop('FORMULA_TYPE', formula, { expected: 'number' });
  return value;
};

const conditionOf = (formula: Formula, environment: Environment): boolean => {
  const value = computeValue(formula, environment);
  if (typeof value !== 'boolean') throw stop('FORMULA_TYPE', formula, { expected: 'condition' });
  return value;
};

const computeValue = (formula: Formula, environment: Environment): Value => {
  switch (formula.kind) {
    case 'number':
      return parseNumber(formula.text);
    case 'name':
      return driverOf(formula, environment);
    case 'negate': {
      const { num, den } = numberOf(formula.of, environment);
      return { num: -num, den };
    }
    case 'percent': {
      const { num, den } = numberOf(formula.of, environment);
      return reduceRatio(num, den * 100n);
    }
    case 'binary':
      return binary(formula, environment);
    case 'call':
      return call(formula, environment);
  }
};

const parseNumber = (text: string): Ratio => {
  const [whole = '', fraction = ''] = text.split('.');
  return reduceRatio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
};

const driverOf = (formula: Formula & { readonly kind: 'name' }, environment: Environment): Ratio => {
  const found = environment.find(sameName(formula.name));
  if (found === undefined) {
    const spec = findFunction(formula.name);
    if (spec !== undefined) throw stop('FORMULA_ARGUMENTS', formula, { name: spec.name, count: '', expected: spec.signature });
    throw stop('FORMULA_UNKNOWN_NAME', formula, { name: formula.name, nearest: environment.nearest(formula.name) ?? '' });
  }
  if (!found.ok) throw stop(found.error.code, formula, { ...found.error.params, driver: found.error.params.driver ?? formula.name });
  return found.value;
};

const binary = (formula: Formula & { readonly kind: 'binary' }, environment: Environment): Value => {
  const left = numberOf(formula.left, environment);
  const right = numberOf(formula.right, environment);
  const order = left.num * right.den - right.num * left.den;
  switch (formula.operator) {
    case '+':
      return bounded(reduceRatio(left.num * right.den + right.num * left.den, left.den * right.den), formula);
    case '-':
      return bounded(reduceRatio(order, left.den * right.den), formula);
    case '*':
      return bounded(reduceRatio(left.num * right.num, left.den * right.den), formula);
    case '/':
      if (right.num === 0n) throw stop('FORMULA_DIVISION_BY_ZERO', formula.right);
      return bounded(reduceRatio(left.num * right.den, left.den * right.num), formula);
    case '^':
      return power(left, right, formula);
    case '=':
      return order === 0n;
    case '<>':
      return order !== 0n;
    case '<':
      return order < 0n;
    case '<=':
      return order <= 0n;
    case '>':
      return order > 0n;
    case '>=':
      return order >= 0n;
  }
};

const MOST_BITS = 4_096;
const HIGHEST_EXPONENT = 1_000n;

const bitsOf = (value: bigint): number => (value < 0n ? -value : value).toString(16).length * 4;

const LARGEST = 10n ** 60n;

const bounded = (value: Ratio, at: Span): Ratio => {
  const magnitude = value.num < 0n ? -value.num : value.num;
  if (magnitude >= LARGEST * value.den || bitsOf(magnitude) > MOST_BITS || bitsOf(value.den) > MOST_BITS) {
    throw stop('FORMULA_TOO_LARGE', at, { max: '10^60' });
  }
  return value;
};

const power = (base: Ratio, exponent: Ratio, formula: Formula & { readonly kind: 'binary' }): Ratio => {
  if (exponent.den !== 1n) throw stop('FORMULA_TYPE', formula.right, { expected: 'integer' });
  const size = exponent.num < 0n ? -exponent.num : exponent.num;
  const isUnit = base.den === 1n && base.num >= -1n && base.num <= 1n;
  const tooLarge = size > HIGHEST_EXPONENT || (!isUnit && Math.max(bitsOf(base.num), bitsOf(base.den)) * Number(size) > MOST_BITS * 4);
  if (tooLarge) throw stop('FORMULA_TOO_LARGE', formula.right, { max: String(HIGHEST_EXPONENT) });
  if (exponent.num < 0n && base.num === 0n) throw stop('FORMULA_DIVISION_BY_ZERO', formula.left);
  const { num, den } = powerRatio(base, Number(size));
  return bounded(exponent.num < 0n ? reduceRatio(den, num) : { num, den }, formula);
};

const call = (formula: Formula & { readonly kind: 'call' }, environment: Environment): Value => {
  const spec = findFunction(formula.name);
  if (spec === undefined) throw stop('FORMULA_UNKNOWN_FUNCTION', formula, { name: formula.name });
  const count = formula.args.length;
  if (count < spec.fewest || count > spec.most) {
    throw stop('FORMULA_ARGUMENTS', formula, { name: spec.name, count: String(count), expected: spec.signature });
  }
  switch (spec.kind) {
    case 'numbers':
      return aggregate(spec, formula, environment);
    case 'round':
      return round(spec, formula, environment);
    case 'choice': {
      const [condition, whenTrue, whenFalse] = formula.args;
      if (condition === undefined || whenTrue === undefined || whenFalse === undefined)
        throw stop('FORMULA_SYNTAX', formula, { found: '' });
      return computeValue(conditionOf(condition, environment) ? whenTrue : whenFalse, environment);
    }
    case 'conditions': {
      const conditions = formula.args.map((each) => conditionOf(each, environment));
      if (spec.name === 'NOT') return !conditions.some(Boolean);
      return spec.name === 'AND' ? conditions.every(Boolean) : conditions.some(Boolean);
    }
    case 'month':
      return monthValue(spec, formula, environment.month);
  }
};

const aggregate = ({ name }: FunctionSpec, formula: Formula & { readonly kind: 'call' }, environment: Environment): Ratio => {
  const values = formula.args.map((each) => numberOf(each, environment));
  return values.slice(1).reduce(
    (so, next) => {
      const order = so.num * next.den - next.num * so.den;
      if (name === 'SUM') return bounded(reduceRatio(so.num * next.den + next.num * so.den, so.den * next.den), formula);
      return (name === 'MIN') === order <= 0n ? so : next;
    },
    name === 'ABS' ? absolute(values[0] ?? ZERO) : (values[0] ?? ZERO),
  );
};

const ZERO: Ratio = { num: 0n, den: 1n };

const absolute = ({ num, den }: Ratio): Ratio => ({ num: num < 0n ? -num : num, den });

const round = ({ name }: FunctionSpec, formula: Formula & { readonly kind: 'call' }, environment: Environment): Ratio => {
  const [value = ZERO, decimals = ZERO] = formula.args.map((each) => numberOf(each, environment));
  if (decimals.den !== 1n) throw stop('FORMULA_TYPE', formula, { expected: 'integer' });
  const rounded = roundRatio(value, decimals.num, name);
  if (rounded === null) throw stop('FORMULA_TOO_LARGE', formula, { max: '20' });
  return reduceRatio(rounded.num, rounded.den);
};

const monthValue = ({ name }: FunctionSpec, at: Span, context: MonthContext | null): Ratio => {
  if (context === null) throw stop('FORMULA_MONTH', at, { name });
  const { month, index } = context;
  const values: Readonly<Record<string, number>> = {
    MONTHINDEX: index,
    MONTH: Number(month.slice(-2)),
    YEAR: Number(month.slice(0, -3)),
    DAYSINMONTH: daysInMonth(month),
    HOURSINMONTH: daysInMonth(month) * 24,
  };
  return { num: BigInt(values[name] ?? 0), den: 1n };
};
