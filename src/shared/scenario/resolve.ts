/**
 * The scenario with a number in place of each formula: what billing reads (billing.md knows only the resulting numbers).
 *
 * Rule: a result is rounded once, half away from zero, to the decimals that its field takes: 6, of a unit price 10. A formula that fails
 * stays in its field, and billing says what is wrong with it. What does not depend on a changed driver keeps its identity, so that an edit
 * bills again only what it reaches; a scenario without formulas is its own resolution.
 * Source: formats.md, "Drivers". The rounding is ASSUMPTION: the formats say nothing of it.
 */
import { type FormulaError, isFormula, type Outcome } from '../formula/ast.ts';
import { evaluate } from '../formula/evaluate.ts';
import type { MonthContext } from '../formula/functions.ts';
import { parseFormula } from '../formula/parse.ts';
import { type References, referencesOf } from '../formula/references.ts';
import { formatFixed } from '../numeric/fixed.ts';
import type { Ratio } from '../numeric/ratio.ts';
import { monthsBetween } from '../time/calendar.ts';
import { type DriverValues, evaluateDrivers, readDrivers } from './drivers.ts';
import { findChanged, rememberChanged } from './lineage.ts';
import { getField, setField } from './patch.ts';
import { LINE_NUMBER_FIELDS } from './typed.ts';
import type { Line, Option, Scenario, SheetId } from './types.ts';

const PRICE_DECIMALS = 10;
const OTHER_DECIMALS = 6;

/** A list of lines with what its formulas came to. */
interface ResolvedLines {
  readonly raw: readonly Line[];
  /** places of lines with formulas, ascending */
  readonly formulas: readonly number[];
  readonly lines: readonly Line[];
}
interface ResolvedOption {
  readonly raw: Option;
  readonly sheets: Readonly<Record<SheetId, ResolvedLines>>;
  readonly option: Option;
}
/** A resolution with what the next one may keep of it. Immutable. */
export interface Resolution {
  readonly scenario: Scenario;
  readonly options: ReadonlyMap<string, ResolvedOption>;
}
interface Context {
  readonly drivers: DriverValues;
  readonly startMonth: string;
}

const known = new WeakMap<Scenario, Resolution>();

/** `former`: that of the scenario before an edit, or of any other one. */
export const resolveScenario = (scenario: Scenario, former: Resolution | null = null): Resolution => {
  const found = known.get(scenario);
  if (found !== undefined) return found;
  const context: Context = { drivers: evaluateDrivers(scenario.drivers), startMonth: scenario.startMonth };
  const resolved = scenario.options.map((option) => resolveOption(option, context, former?.options.get(option.id) ?? null));
  const isSame = resolved.every(({ raw, option }) => raw === option);
  const resolution: Resolution = {
    scenario: isSame ? scenario : { ...scenario, options: resolved.map(({ option }) => option) },
    options: new Map(resolved.map((each) => [each.raw.id, each])),
  };
  known.set(scenario, resolution);
  // Resolving again what is resolved changes nothing.
  known.set(resolution.scenario, resolution);
  return resolution;
};

const resolveOption = (raw: Option, context: Context, former: ResolvedOption | null): ResolvedOption => {
  const of = (sheet: SheetId): ResolvedLines => resolveLines(sheet, raw[sheet], context, former?.sheets[sheet] ?? null);
  const sheets = { nodes: of('nodes'), usage: of('usage'), packs: of('packs') };
  const keeps = (before: Option): boolean =>
    before.name === raw.name &&
    sheets.nodes.lines === before.nodes &&
    sheets.usage.lines === before.usage &&
    sheets.packs.lines === before.packs;
  if (keeps(raw)) return { raw, sheets, option: raw };
  if (former !== null && keeps(former.option)) return { raw, sheets, option: former.option };
  // The one place where a sheet's name and its lines' type meet; TypeScript does not follow it.
  const option = { ...raw, nodes: sheets.nodes.lines, usage: sheets.usage.lines, packs: sheets.packs.lines } as Option;
  return { raw, sheets, option };
};

const resolveLines = (sheet: SheetId, raw: readonly Line[], context: Context, former: ResolvedLines | null): ResolvedLines => {
  const changed = former === null ? null : findChanged(raw, former.raw);
  const formulas =
    former === null || changed === null ? placesOf(sheet, raw, raw.keys()) : mergePlaces(sheet, raw, former.formulas, changed);
  if (formulas.length === 0) return { raw, formulas, lines: raw };
  const lines = raw.slice();
  for (const place of formulas) {
    const line = raw[place];
    if (line !== undefined) lines[place] = resolveLine(sheet, line, context);
  }
  if (former === null || changed === null) return { raw, formulas, lines };
  const others = [...changed, ...formulas].filter((place) => lines[place] !== former.lines[place]);
  if (others.length === 0 && raw.length === former.lines.length) return { raw, formulas, lines: former.lines };
  rememberChanged(lines, former.lines, others);
  return { raw, formulas, lines };
};

const placesOf = (sheet: SheetId, lines: readonly Line[], places: Iterable<number>): readonly number[] => {
  const found: number[] = [];
  for (const place of places) {
    const line = lines[place];
    if (line !== undefined && hasFormula(sheet, line)) found.push(place);
  }
  return found;
};

const mergePlaces = (sheet: SheetId, raw: readonly Line[], before: readonly number[], changed: readonly number[]): readonly number[] => {
  if (changed.length === 0) return before;
  const touched = new Set(changed);
  return [...before.filter((place) => !touched.has(place)), ...placesOf(sheet, raw, touched)].sort((a, b) => a - b);
};

const hasFormula = (sheet: SheetId, line: Line): boolean => {
  for (const field of LINE_NUMBER_FIELDS[sheet]) {
    const text: unknown = Reflect.get(line, field);
    if (typeof text === 'string' && isFormula(text)) return true;
  }
  if ('monthly' in line) for (const month in line.monthly) if (isFormula(line.monthly[month] ?? '')) return true;
  return false;
};

/** The fields of a line that hold formulas; months of a usage line as `m:2026-03`. */
const formulaFields = (sheet: SheetId, line: Line): readonly string[] => {
  const months = 'monthly' in line ? Object.keys(line.monthly).map((month) => `m:${month}`) : [];
  return [...LINE_NUMBER_FIELDS[sheet], ...months].filter((field) => isFormula(getField(line, field) ?? ''));
};

interface LineFormulas {
  readonly fields: readonly { readonly field: string; readonly text: string; readonly references: References }[];
  /** what the last resolution depended on */
  key: string;
  resolved: Line;
}
const lineFormulas = new WeakMap<Line, LineFormulas>();
const sources = new WeakMap<Line, Line>();
const errors = new WeakMap<Line, ReadonlyMap<string, FormulaError>>();

/** The line as the user wrote it. */
export const sourceLineOf = <L extends Line>(resolved: L): L => (sources.get(resolved) as L | undefined) ?? resolved;

/** Why a field of a resolved line still holds its formula; null where nothing is wrong. */
export const formulaErrorOf = (resolved: Line, field: string): FormulaError | null => errors.get(resolved)?.get(field) ?? null;

/** The line with its results, as they were when the scenario was last resolved. */
export const resultLineOf = <L extends Line>(line: L): L => (lineFormulas.get(line)?.resolved as L | undefined) ?? line;

const uses = new WeakMap<Scenario, ReadonlyMap<string, number>>();

/** How many cells and drivers name each driver, by its name in small letters. */
export const countUses = (scenario: Scenario): ReadonlyMap<string, number> => {
  const found = uses.get(scenario);
  if (found !== undefined) return found;
  const counts = new Map<string, number>();
  const count = (text: string): void => {
    if (isFormula(text)) for (const name of referencesOf(text).names) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { value } of readDrivers(scenario.drivers)) count(value);
  for (const { sheets } of resolveScenario(scenario).options.values()) {
    for (const { raw, formulas } of Object.values(sheets)) {
      for (const place of formulas) {
        const line = raw[place];
        for (const { text } of (line && lineFormulas.get(line)?.fields) ?? []) count(text);
      }
    }
  }
  uses.set(scenario, counts);
  return counts;
};

const resolveLine = (sheet: SheetId, line: Line, context: Context): Line => {
  const made = lineFormulas.get(line) ?? readFormulas(sheet, line);
  lineFormulas.set(line, made);
  const key = keyOf(made, context);
  if (made.key === key) return made.resolved;
  const wrong = new Map<string, FormulaError>();
  let resolved: Line = { ...line };
  for (const { field, text } of made.fields) {
    const result = resultOf(field, text, context);
    if (result.ok) resolved = setField(resolved, field, formatResult(result.value, field));
    else wrong.set(field, result.error);
  }
  if (wrong.size > 0) errors.set(resolved, wrong);
  sources.set(resolved, line);
  made.key = key;
  made.resolved = resolved;
  return resolved;
};

const readFormulas = (sheet: SheetId, line: Line): LineFormulas => ({
  fields: formulaFields(sheet, line).map((field) => {
    const text = getField(line, field) ?? '';
    return { field, text, references: referencesOf(text) };
  }),
  key: '',
  resolved: line,
});

/** Never empty: the values of all drivers that the line names, and the start where a function of the month is used. */
const keyOf = ({ fields }: LineFormulas, { drivers, startMonth }: Context): string =>
  fields
    .map(({ references }) => {
      const values = references.names.map((name) => `${name}=${valueKey(drivers.find(name)) ?? `?${drivers.nearest(name) ?? ''}`}`);
      return `${references.usesMonth ? startMonth : ''} ${values.join(' ')};`;
    })
    .join('');

/** undefined: there is no such driver */
const valueKey = (value: Outcome<Ratio> | undefined): string | undefined => {
  if (value === undefined) return undefined;
  return value.ok ? `${value.value.num}/${value.value.den}` : JSON.stringify(value.error);
};

const resultOf = (field: string, text: string, { drivers, startMonth }: Context): Outcome<Ratio> => {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  return evaluate(parsed.value, { find: drivers.find, nearest: drivers.nearest, month: monthContext(field, startMonth) });
};

const monthContext = (field: string, startMonth: string): MonthContext | null => {
  if (!field.startsWith('m:')) return null;
  const month = field.slice(2);
  return { month, index: monthsBetween(startMonth, month) + 1 };
};

const formatResult = ({ num, den }: Ratio, field: string): string => {
  const decimals = field === 'price' ? PRICE_DECIMALS : OTHER_DECIMALS;
  return formatRatio({ num, den }, decimals);
};

/** Rounded half away from zero: (1/3, 6) -> '0.333333'. */
export const formatRatio = ({ num, den }: Ratio, decimals: number): string => {
  const magnitude = (num < 0n ? -num : num) * 10n ** BigInt(decimals);
  const rounded = (magnitude * 2n + den) / (den * 2n);
  return formatFixed(num < 0n ? -rounded : rounded, decimals);
};
