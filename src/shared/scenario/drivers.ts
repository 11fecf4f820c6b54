/**
 * Drivers: named assumptions of a scenario, which formulas refer to (formats.md).
 *
 * Shape: a scenario holds them as one canonical JSON text (keys in the order of the format), null where there are none; so they travel in a
 * patch, a database column and a file without a second form. Values are decimal text or formulas; what they come to is exact.
 */
import { remember } from '../core/remember.ts';
import { type FormulaError, isFormula, type Outcome, sameName } from '../formula/ast.ts';
import { type Environment, evaluate } from '../formula/evaluate.ts';
import { nearestName } from '../formula/nearest.ts';
import { parseFormula } from '../formula/parse.ts';
import { isDriverName, referencesOf } from '../formula/references.ts';
import type { Ratio } from '../numeric/ratio.ts';
import { sortNotes } from './notes.ts';
import type { CellNotes } from './types.ts';

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
  /** of single cells, by field; absent where there is none */
  readonly notes?: CellNotes | undefined;
}
export const DRIVER_FIELDS = ['name', 'value', 'unit', 'note'] as const;
export type DriverField = (typeof DRIVER_FIELDS)[number];
export const isDriverField = (field: string): field is DriverField => DRIVER_FIELDS.some((name) => name === field);
const MOST_DRIVERS = 1_000;

export const driversText = (drivers: readonly Driver[]): string | null =>
  drivers.length === 0 ? null : JSON.stringify(drivers.map(canonicalDriver));

const canonicalDriver = ({ id, name, value, unit, note, notes }: Driver): Driver => ({
  id,
  name,
  value,
  unit,
  note,
  ...(notes === undefined ? {} : { notes: sortNotes(notes) }),
});

const NONE: readonly Driver[] = [];
const KEPT = 50;

const parseText = remember((text) => JSON.parse(text) as readonly Driver[], KEPT);

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
  Object.keys(value).length === DRIVER_FIELDS.length + (Object.hasOwn(value, 'notes') ? 2 : 1) &&
  areDriverNotes(Reflect.get(value, 'notes'));

const areDriverNotes = (notes: unknown): boolean =>
  notes === undefined ||
  (typeof notes === 'object' &&
    notes !== null &&
    Object.keys(notes).length > 0 &&
    Object.entries(notes).every(([field, text]) => isDriverField(field) && typeof text === 'string'));

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
  /** the name that was probably meant; each is looked for once, however many cells hold it */
  readonly nearest: (name: string) => string | null;
}

/**
 * What each driver comes to. A driver whose value cannot be read, or that needs itself by way of others, is an error with the name of the
 * driver; what a formula names counts as needed, also in a branch of IF that is not taken.
 */
export const evaluateDrivers = (text: string | null): DriverValues => (text === null ? NO_VALUES : evaluateText(text));

export interface WrongDriver {
  readonly driver: Driver;
  /** from 0 */
  readonly place: number;
  readonly error: FormulaError;
}

/** Those that come to no number, whether a line uses them or not; in their order. */
export const wrongDrivers = (text: string | null): readonly WrongDriver[] => {
  const values = evaluateDrivers(text);
  return readDrivers(text).flatMap((driver, place) => {
    const value = values.find(sameName(driver.name));
    return value?.ok === false ? [{ driver, place, error: value.error }] : [];
  });
};

const NO_VALUES: DriverValues = { find: () => undefined, names: [], nearest: () => null };

const evaluateText = remember((text): DriverValues => {
  const drivers = new Map(readDrivers(text).map((driver) => [sameName(driver.name), driver]));
  const names = [...drivers.values()].map(({ name }) => name);
  const values = new Map<string, Outcome<Ratio>>();
  const find = (name: string): Outcome<Ratio> | undefined => values.get(name);
  const nearest = remember((name) => nearestName(name, names), KEPT);
  const environment: Environment = { find, nearest, month: null };
  for (const name of drivers.keys()) evaluateWith(drivers, name, values, environment);
  return { find, names, nearest };
}, KEPT);

interface Open {
  readonly driver: Driver;
  readonly references: readonly string[];
  /** how many of them have been looked at */
  next: number;
}

/**
 * A driver after all that it needs. Step by step and not by recursion: a thousand drivers, each on the one before, would not fit on the
 * stack.
 */
const evaluateWith = (
  drivers: ReadonlyMap<string, Driver>,
  start: string,
  values: Map<string, Outcome<Ratio>>,
  environment: Environment,
): void => {
  const open: Open[] = [];
  const places = new Map<string, number>();
  const enter = (name: string): void => {
    const driver = drivers.get(name);
    if (driver === undefined || values.has(name)) return;
    places.set(name, open.length);
    open.push({ driver, references: isFormula(driver.value) ? referencesOf(driver.value).names : [], next: 0 });
  };
  enter(start);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const reference = top.references[top.next];
    top.next += 1;
    const place = reference === undefined ? undefined : places.get(reference);
    if (reference === undefined) {
      open.pop();
      const name = sameName(top.driver.name);
      places.delete(name);
      if (!values.has(name)) values.set(name, computeValue(top.driver, environment));
    } else if (place === undefined) enter(reference);
    else if (!values.has(reference)) setCircle(open.slice(place), values);
  }
};

/** Each driver of a circle says it from its own place on. */
const setCircle = (circle: readonly Open[], values: Map<string, Outcome<Ratio>>): void => {
  const names = circle.map(({ driver }) => driver.name);
  for (const [at, name] of names.entries()) {
    if (values.has(sameName(name))) continue;
    const path = [...names.slice(at), ...names.slice(0, at), name].join(' → ');
    values.set(sameName(name), { ok: false, error: { code: 'FORMULA_CIRCULAR', from: 0, to: 0, params: { path, driver: name } } });
  }
};

const NUMBER = /^-?\d{1,40}(?:\.\d{1,40})?$/;

const computeValue = ({ name, value }: Driver, environment: Environment): Outcome<Ratio> => {
  if (!isFormula(value) && !NUMBER.test(value))
    return { ok: false, error: { code: 'FORMULA_DRIVER_VALUE', from: 0, to: 0, params: { driver: name, value } } };
  const parsed = parseFormula(value);
  const result = parsed.ok ? evaluate(parsed.value, environment) : parsed;
  return result.ok ? result : { ok: false, error: { ...result.error, params: { driver: name, formula: value, ...result.error.params } } };
};
