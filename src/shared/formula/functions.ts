/** The functions of formulas: how many arguments they take and what they give. Rounding is half away from zero, as in Excel. */
import type { Ratio } from '../numeric/ratio.ts';
import { divideCeiling, divideDown, divideFloor, divideHalfUp } from '../numeric/rounding.ts';
import type { Month } from '../time/calendar.ts';

export interface MonthContext {
  readonly month: Month;
  /** position in the horizon, from 1; may lie outside it */
  readonly index: number;
}
export type FunctionKind = 'numbers' | 'round' | 'choice' | 'conditions' | 'month';

export interface FunctionSpec {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly fewest: number;
  readonly most: number;
  /** as it is shown while typing */
  readonly signature: string;
}

const MANY = 100;

export const FUNCTIONS: readonly FunctionSpec[] = [
  { name: 'SUM', kind: 'numbers', fewest: 1, most: MANY, signature: 'SUM(a, b, …)' },
  { name: 'MIN', kind: 'numbers', fewest: 1, most: MANY, signature: 'MIN(a, b, …)' },
  { name: 'MAX', kind: 'numbers', fewest: 1, most: MANY, signature: 'MAX(a, b, …)' },
  { name: 'ABS', kind: 'numbers', fewest: 1, most: 1, signature: 'ABS(a)' },
  { name: 'ROUND', kind: 'round', fewest: 1, most: 2, signature: 'ROUND(a, decimals)' },
  { name: 'ROUNDUP', kind: 'round', fewest: 1, most: 2, signature: 'ROUNDUP(a, decimals)' },
  { name: 'ROUNDDOWN', kind: 'round', fewest: 1, most: 2, signature: 'ROUNDDOWN(a, decimals)' },
  { name: 'IF', kind: 'choice', fewest: 3, most: 3, signature: 'IF(condition, then, else)' },
  { name: 'AND', kind: 'conditions', fewest: 1, most: MANY, signature: 'AND(a, b, …)' },
  { name: 'OR', kind: 'conditions', fewest: 1, most: MANY, signature: 'OR(a, b, …)' },
  { name: 'NOT', kind: 'conditions', fewest: 1, most: 1, signature: 'NOT(a)' },
  { name: 'MONTHINDEX', kind: 'month', fewest: 0, most: 0, signature: 'MONTHINDEX()' },
  { name: 'MONTH', kind: 'month', fewest: 0, most: 0, signature: 'MONTH()' },
  { name: 'YEAR', kind: 'month', fewest: 0, most: 0, signature: 'YEAR()' },
  { name: 'DAYSINMONTH', kind: 'month', fewest: 0, most: 0, signature: 'DAYSINMONTH()' },
  { name: 'HOURSINMONTH', kind: 'month', fewest: 0, most: 0, signature: 'HOURSINMONTH()' },
];

const byName = new Map(FUNCTIONS.map((spec) => [spec.name, spec]));

export const findFunction = (name: string): FunctionSpec | undefined => byName.get(name.normalize('NFKC').toUpperCase());

/** Decimals from -20 to 20; null beyond, where nobody means it. */
export const roundRatio = ({ num, den }: Ratio, decimals: bigint, how: string): Ratio | null => {
  if (decimals > 20n || decimals < -20n) return null;
  const scale = 10n ** (decimals < 0n ? -decimals : decimals);
  const above = decimals < 0n ? num : num * scale;
  const below = decimals < 0n ? den * scale : den;
  const rounded = (ROUNDINGS[how] ?? divideHalfUp)(above, below);
  return decimals < 0n ? { num: rounded * scale, den: 1n } : { num: rounded, den: scale };
};

/** Away from zero: 1/2 -> 1, -1/2 -> -1. */
const divideUp = (numerator: bigint, denominator: bigint): bigint =>
  numerator < 0n ? divideFloor(numerator, denominator) : divideCeiling(numerator, denominator);

const ROUNDINGS: Readonly<Record<string, typeof divideHalfUp>> = { ROUNDUP: divideUp, ROUNDDOWN: divideDown };
