/**
 * The scenario with a number in place of each formula: what billing reads (billing.md knows only the resulting numbers).
 *
 * Rule: a result is rounded once, half away from zero, to the decimals that its field takes: 6, of a unit price 10. A formula that fails
 * stays in its field, and billing says what is wrong with it. What does not depend on a changed driver keeps its identity, so that an edit
 * bills again only what it reaches; a scenario without formulas is its own resolution.
 * Source: formats.md, "Drivers". The rounding is ASSUMPTION: the formats say nothing of it.
 */
import { createNote } from '../core/note.ts';
import { type Formula, type FormulaError, isFormula, type Outcome, sameName } from '../formula/ast.ts';
import { type Environment, evaluate } from '../formula/evaluate.ts';
import type { MonthContext } from '../formula/functions.ts';
import { parseFormula } from '../formula/parse.ts';
import { type References, referencesOf } from '../formula/references.ts';
import { formatFixed } from '../numeric/fixed.ts';
import type { Ratio } from '../numeric/ratio.ts';
import { divideHalfUp } from '../numeric/rounding.ts';
import { monthsBetween } from '../time/calendar.ts';
import { type DriverValues, evaluateDrivers, readDrivers } from './drivers.ts';
import { formulaFields, hasFormula, mergePlaces, placesOf } from './formulaPlaces.ts';
import { findChanged, rememberChanged } from './lineage.ts';
import { getField, setField } from './patch.ts';
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
  readonly context: Context;
  readonly scenario: Scenario;
  readonly options: ReadonlyMap<string, ResolvedOption>;
}
interface Context {
  readonly drivers: DriverValues;
  readonly startMonth: string;
}

const known = createNote<Scenario, Resolution>('resolution');

/** `former`: that of the scenario before an edit, or of any other one. */
export const resolveScenario = (scenario: Scenario, former: Resolution | null = null): Resolution => {
  const found = known.get(scenario);
  if (found !== undefined) return found;
  const context: Context = { drivers: evaluateDrivers(scenario.drivers), startMonth: scenario.startMonth };
  const changes = former && compareContexts(context, former.context);
  const resolved = scenario.options.map((option) => {
    const before = former?.options.get(option.id);
    return resolveOption(option, context, before === undefined || changes === null ? null : { ...before, changes });
  });
  const isSame = resolved.every(({ raw, option }) => raw === option);
  const resolution: Resolution = {
    context,
    scenario: isSame ? scenario : { ...scenario, options: resolved.map(({ option }) => option) },
    options: new Map(resolved.map((each) => [each.raw.id, each])),
  };
  known.set(scenario, resolution);
  // Resolving again what is resolved changes nothing.
  known.set(resolution.scenario, resolution);
  return resolution;
};

/** What is different from the context before. */
interface Changes {
  /** drivers that come to something else, or are no more, by name in small letters */
  readonly drivers: ReadonlySet<string>;
  /** names came, went or are written in another way: what an unknown name may have meant is another one */
  readonly hasOtherNames: boolean;
  readonly hasOtherStart: boolean;
}

const compareContexts = (after: Context, before: Context): Changes => {
  const hasOtherStart = after.startMonth !== before.startMonth;
  if (after.drivers === before.drivers) return { drivers: NO_DRIVERS, hasOtherNames: false, hasOtherStart };
  const names = new Set([...after.drivers.names, ...before.drivers.names].map(sameName));
  const drivers = [...names].filter((name) => valueKey(after.drivers.find(name)) !== valueKey(before.drivers.find(name)));
  const hasOtherNames = after.drivers.names.toSorted().join() !== before.drivers.names.toSorted().join();
  return { drivers: new Set(drivers), hasOtherNames, hasOtherStart };
};

const NO_DRIVERS: ReadonlySet<string> = new Set();

interface FormerOption extends ResolvedOption {
  readonly changes: Changes;
}

const resolveOption = (raw: Option, context: Context, former: FormerOption | null): ResolvedOption => {
  const of = (sheet: SheetId): ResolvedLines =>
    resolveLines({ sheet, raw: raw[sheet], context }, former && { lines: former.sheets[sheet], changes: former.changes });
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

interface LinesInput {
  readonly sheet: SheetId;
  readonly raw: readonly Line[];
  readonly context: Context;
}

const resolveLines = (input: LinesInput, former: { readonly lines: ResolvedLines; readonly changes: Changes } | null): ResolvedLines => {
  const changed = former === null ? null : findChanged(input.raw, former.lines.raw);
  return former === null || changed === null ? resolveAll(input) : followLines(input, former.lines, changed, former.changes);
};

const resolveAll = ({ sheet, raw, context }: LinesInput): ResolvedLines => {
  const formulas = placesOf(sheet, raw, raw.keys());
  if (formulas.length === 0) return { raw, formulas, lines: raw };
  return { raw, formulas, lines: withResults({ sheet, raw, context }, raw, formulas) };
};

/** Looks only at lines that were edited, and at formulas where what they name has changed; `edited`: the places of the former. */
const followLines = (input: LinesInput, former: ResolvedLines, edited: readonly number[], changes: Changes): ResolvedLines => {
  const { sheet, raw, context } = input;
  const formulas = mergePlaces(sheet, raw, former.formulas, edited);
  if (formulas.length === 0) return { raw, formulas, lines: raw };
  const isAnyChanged = changes.drivers.size > 0 || changes.hasOtherNames || changes.hasOtherStart;
  const touched = isAnyChanged ? formulas.filter((place) => isTouched(raw[place], changes, context)) : [];
  const places = [...new Set([...edited, ...touched])];
  const lines = withResults(input, former.lines, places);
  const others = places.filter((place) => lines[place] !== former.lines[place]);
  if (others.length === 0) return { raw, formulas, lines: former.lines };
  rememberChanged(lines, former.lines, others);
  return { raw, formulas, lines };
};

/** `lines` with what the lines at some places come to. */
const withResults = ({ sheet, raw, context }: LinesInput, lines: readonly Line[], places: readonly number[]): readonly Line[] => {
  const results = lines.slice();
  for (const place of places) {
    const line = raw[place];
    if (line !== undefined) results[place] = hasFormula(sheet, line) ? resolveLine(sheet, line, context) : line;
  }
  return results;
};

const isTouched = (line: Line | undefined, changes: Changes, { drivers }: Context): boolean => {
  const fields = (line && lineFormulas.get(line)?.fields) ?? [];
  return fields.some(
    ({ references: { names, usesMonth } }) =>
      (changes.hasOtherStart && usesMonth) ||
      names.some((name) => changes.drivers.has(name) || (changes.hasOtherNames && drivers.find(name) === undefined)),
  );
};

interface FieldFormula {
  readonly field: string;
  readonly parsed: Outcome<Formula>;
  readonly references: References;
}
interface LineFormulas {
  readonly fields: readonly FieldFormula[];
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
  const count = ({ names }: References): void => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { value } of readDrivers(scenario.drivers)) if (isFormula(value)) count(referencesOf(value));
  for (const { sheets } of resolveScenario(scenario).options.values()) {
    for (const { raw, formulas } of Object.values(sheets)) {
      for (const place of formulas) {
        const line = raw[place];
        for (const { references } of (line && lineFormulas.get(line)?.fields) ?? []) count(references);
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
  for (const { field, parsed } of made.fields) {
    const result = parsed.ok ? evaluate(parsed.value, environmentOf(field, context)) : parsed;
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
    return { field, parsed: parseFormula(text), references: referencesOf(text) };
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

const environmentOf = (field: string, { drivers, startMonth }: Context): Environment => ({
  find: drivers.find,
  nearest: drivers.nearest,
  month: monthContext(field, startMonth),
});

const monthContext = (field: string, startMonth: string): MonthContext | null => {
  if (!field.startsWith('m:')) return null;
  const month = field.slice(2);
  return { month, index: monthsBetween(startMonth, month) + 1 };
};

/** Decimals to which a field rounds what a formula comes to. */
export const decimalsOf = (field: string): number => (field === 'price' ? PRICE_DECIMALS : OTHER_DECIMALS);

const formatResult = (value: Ratio, field: string): string => formatRatio(value, decimalsOf(field));

/** Rounded half away from zero: (1/3, 6) -> '0.333333'. */
export const formatRatio = ({ num, den }: Ratio, decimals: number): string =>
  formatFixed(divideHalfUp(num * 10n ** BigInt(decimals), den), decimals);
