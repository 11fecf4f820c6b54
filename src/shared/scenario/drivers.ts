/**
 * Drivers: named assumptions of a scenario, which formulas refer to (formats.md).
 *
 * Shape: a scenario holds them as one canonical JSON text (keys in the order of the format), null where there are none; so they travel in a
 * patch, a database column and a file without a second form. Values are decimal text or formulas; what they come to is exact.
 */
import { type FormulaError, isFormula, type Outcome, sameName } from '../formula/ast.ts';
import { type Environment, evaluate } from '../formula/evaluate.ts';
import { parseFormula } from '../formula/parse.ts';
import { isDriverName } from '../formula/references.ts';
import type { Ratio } from '../numeric/ratio.ts';

export interface Driver {
  /** unique among the drivers, at most 64 characters */
  readonly id: string;
  /** unique in any case */
  readonly name: string;
  /** decimal text or a formula; '' while nothing is given */
  readonly value: string;
  /** free text: what it is counted in */
  readonly unit: string;
  readonly note: string;
}
export const DRIVER_FIELDS = ['name', 'value', 'unit', 'note'] as const;
export type DriverField = (typeof DRIVER_FIELDS)[number];
const MOST_DRIVERS = 1_000;

export const driversText = (drivers: readonly Driver[]): string | null =>
  drivers.length === 0 ? null : JSON.stringify(drivers.map(({ id, name, value, unit, note }) => ({ id, name, value, unit, note })));

const NONE: readonly Driver[] = [];
const KEPT = 50;

/** The last results again: a scenario's text is asked for at every edit. */
const remember = <T>(make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, made);
    return made;
  };
};

const parseText = remember((text: string) => JSON.parse(text) as readonly Driver[]);

/** What the text of a scenario says; it is canonical, or was refused. */
export const readDrivers = (text: string | null): readonly Driver[] => (text === null ? NONE : parseText(text));

/** Whether a text is what `driversText` writes of drivers that may stand together. */
export const isDriversText = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isDriver) && findDriverFault(value) === null && driversText(value) === text;
  } catch {
    return false;
  }
};

const isDriver = (value: unknown): value is Driver =>
  typeof value === 'object' &&
  value !== null &&
  (['id', ...DRIVER_FIELDS] as const).every((key) => typeof Reflect.get(value, key) === 'string') &&
  Object.keys(value).length === DRIVER_FIELDS.length + 1;

/** The first thing that forbids the drivers to stand together. */
export const findDriverFault = (drivers: readonly Driver[]): { readonly index: number; readonly field: 'id' | 'name' | 'count' } | null => {
  if (drivers.length > MOST_DRIVERS) return { index: MOST_DRIVERS, field: 'count' };
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const [index, { id, name }] of drivers.entries()) {
    if (id === '' || id.length > 64 || ids.has(id)) return { index, field: 'id' };
    if (!isDriverName(name) || names.has(sameName(name))) return { index, field: 'name' };
    ids.add(id);
    names.add(sameName(name));
  }
  return null;
};

export interface DriverValues {
  /** by name in small letters */
  readonly find: (name: string) => Outcome<Ratio> | undefined;
  readonly names: readonly string[];
}

/** What each driver comes to. A driver in a circle, or one whose value cannot be read, is an error with the name of the driver. */
export const evaluateDrivers = (text: string | null): DriverValues => (text === null ? NO_VALUES : evaluateText(text));

const NO_VALUES: DriverValues = { find: () => undefined, names: [] };

const evaluateText = remember((text: string): DriverValues => {
  const drivers = readDrivers(text);
  const byName = new Map(drivers.map((driver) => [sameName(driver.name), driver]));
  const names = drivers.map(({ name }) => name);
  const values = new Map<string, Outcome<Ratio>>();
  const path: string[] = [];
  const find = (name: string): Outcome<Ratio> | undefined => {
    const driver = byName.get(name);
    if (driver === undefined) return undefined;
    const known = values.get(name);
    if (known !== undefined) return known;
    const at = path.indexOf(driver.name);
    if (at >= 0) return { ok: false, error: circle([...path.slice(at), driver.name]) };
    path.push(driver.name);
    const value = computeValue(driver, { find, names: () => names, month: null });
    path.pop();
    // What was found on the way round a circle is the circle's for all of them.
    values.set(name, value);
    return value;
  };
  for (const name of byName.keys()) find(name);
  return { find: (name) => values.get(name), names };
});

const circle = (path: readonly string[]): FormulaError => ({
  code: 'FORMULA_CIRCULAR',
  from: 0,
  to: 0,
  params: { path: path.join(' → ') },
});

const NUMBER = /^-?\d{1,40}(?:\.\d{1,40})?$/;

const computeValue = ({ name, value }: Driver, environment: Environment): Outcome<Ratio> => {
  if (!isFormula(value) && !NUMBER.test(value))
    return { ok: false, error: { code: 'FORMULA_DRIVER_VALUE', from: 0, to: 0, params: { driver: name, value } } };
  const parsed = parseFormula(value);
  const result = parsed.ok ? evaluate(parsed.value, environment) : parsed;
  return result.ok
    ? result
    : { ok: false, error: { ...result.error, params: { ...result.error.params, driver: result.error.params.driver ?? name } } };
};
