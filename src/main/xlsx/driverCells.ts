/**
 * The cells of drivers and of the formulas over them: live where Excel's doubles give the exact result, otherwise the result.
 *
 * Rule: a driver keeps its exact value, so its cell is not rounded; a field of a line rounds to its decimals (scenario/resolve). A live
 * formula refers to drivers by the names of their cells.
 */
import { type Formula, isFormula, sameName } from '../../shared/formula/ast.ts';
import { parseFormula } from '../../shared/formula/parse.ts';
import { referencesOf } from '../../shared/formula/references.ts';
import { type Driver, evaluateDrivers, readDrivers } from '../../shared/scenario/drivers.ts';
import { decimalsOf, formatRatio } from '../../shared/scenario/resolve.ts';
import { computeAsExcel, toExcel } from './excelFormula.ts';
import { isShownAs, roundAsExcel } from './excelMath.ts';
import { excelNames } from './excelNames.ts';
import type { CellValue } from './model.ts';
import { exactNumber } from './sanitise.ts';

export interface DriverCell {
  readonly driver: Driver;
  /** of the cell of its value; null where that holds no number */
  readonly name: string | null;
  readonly value: CellValue | null;
}
export interface DriverCells {
  readonly drivers: readonly DriverCell[];
  /** a field's formula that comes to `result` in Excel too; null where it does not */
  readonly liveFormula: (input: { readonly formula: string; readonly field: string; readonly result: string }) => string | null;
}

/** Digits behind the point that tell any result from its neighbours. */
const EXACT_DECIMALS = 30;

export const makeDriverCells = (text: string | null): DriverCells => {
  const drivers = readDrivers(text);
  const values = evaluateDrivers(text);
  const names = excelNames(drivers.map(({ name }) => name));
  /** in the cells of drivers, by name in small letters */
  const numbers = new Map<string, number>();
  const find = (name: string): number | null => numbers.get(sameName(name)) ?? null;
  const nameOf = (name: string): string | null => (numbers.has(sameName(name)) ? (names.get(sameName(name)) ?? null) : null);
  const cells = new Map<Driver, DriverCell>();
  for (const driver of inOrderOfNeed(drivers)) {
    const result = values.find(sameName(driver.name));
    const exact = result?.ok === true ? formatRatio(result.value, EXACT_DECIMALS) : null;
    const value = driverValue(driver, exact, { find, nameOf });
    const number = value === null ? null : numberIn(value);
    if (number !== null) numbers.set(sameName(driver.name), number);
    cells.set(driver, { driver, name: number === null ? null : (names.get(sameName(driver.name)) ?? null), value });
  }
  return {
    drivers: drivers.flatMap((driver) => cells.get(driver) ?? []),
    liveFormula: ({ formula, field, result }) => {
      const parsed = parseFormula(formula);
      if (!parsed.ok || exactNumber(result) === null) return null;
      const [said, computed] = [toExcel(parsed.value, nameOf), computeAsExcel(parsed.value, find)];
      const decimals = decimalsOf(field);
      if (said === null || computed === null || !isShownAs(roundAsExcel(computed, decimals), result)) return null;
      return `ROUND(${said},${decimals})`;
    },
  };
};

interface Lookup {
  readonly find: (driver: string) => number | null;
  readonly nameOf: (driver: string) => string | null;
}

/** `exact`: what the driver comes to; null where it is in error, and its cell shows what was typed. */
const driverValue = ({ value }: Driver, exact: string | null, lookup: Lookup): CellValue | null => {
  if (value === '') return null;
  if (exact === null) return { kind: 'text', text: value };
  if (!isFormula(value)) return { kind: 'input', text: value };
  const parsed = parseFormula(value);
  const formula = parsed.ok ? liveDriver(parsed.value, exact, lookup) : null;
  return formula === null ? { kind: 'decimal', decimal: exact } : { kind: 'formula', formula, result: { decimal: exact } };
};

const liveDriver = (formula: Formula, exact: string, { find, nameOf }: Lookup): string | null => {
  const computed = computeAsExcel(formula, find);
  return computed !== null && isShownAs(computed, exact) ? toExcel(formula, nameOf) : null;
};

const numberIn = (value: CellValue): number | null => {
  if (value.kind === 'input') return exactNumber(value.text);
  if (value.kind === 'decimal') return Number(value.decimal);
  return value.kind === 'formula' && 'decimal' in value.result ? Number(value.result.decimal) : null;
};

/** Each driver after those that it names; those of a circle last. Step by step, for a chain may be a thousand long. */
const inOrderOfNeed = (drivers: readonly Driver[]): readonly Driver[] => {
  const known = new Set(drivers.map(({ name }) => sameName(name)));
  const needs = new Map(
    drivers.map((driver) => [driver, isFormula(driver.value) ? referencesOf(driver.value).names.filter((name) => known.has(name)) : []]),
  );
  const done = new Set<string>();
  const ordered: Driver[] = [];
  let left = drivers;
  while (left.length > 0) {
    const waiting: Driver[] = [];
    for (const driver of left) {
      if (!(needs.get(driver) ?? []).every((name) => done.has(name))) waiting.push(driver);
      else {
        done.add(sameName(driver.name));
        ordered.push(driver);
      }
    }
    if (waiting.length === left.length) return [...ordered, ...waiting];
    left = waiting;
  }
  return ordered;
};
