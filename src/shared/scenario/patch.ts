/**
 * A patch: the smallest description of what one command changes. It can be applied, inverted and saved; undo applies the
 * inverse, the store derives its SQL from the same operations.
 */
import type { FieldText, Line, Option, Scenario, ScenarioField, SheetId } from './types.ts';

export type PatchOp =
  | { readonly op: 'scenario.set'; readonly field: ScenarioField; readonly before: string | number | null; readonly after: string | number | null }
  | { readonly op: 'option.insert'; readonly index: number; readonly option: Option }
  | { readonly op: 'option.remove'; readonly index: number; readonly option: Option }
  | { readonly op: 'option.set'; readonly option: string; readonly field: 'name'; readonly before: string; readonly after: string }
  | { readonly op: 'line.insert'; readonly option: string; readonly sheet: SheetId; readonly index: number; readonly line: Line }
  | { readonly op: 'line.remove'; readonly option: string; readonly sheet: SheetId; readonly index: number; readonly line: Line }
  | {
      readonly op: 'line.set';
      readonly option: string;
      readonly sheet: SheetId;
      readonly line: string;
      /** a name of LINE_FIELDS[sheet], or `m:YYYY-MM` on the usage sheet (null removes the override) */
      readonly field: string;
      readonly before: FieldText;
      readonly after: FieldText;
    };
export type Patch = readonly PatchOp[];

/** The patch that takes back `patch`. */
export const invertPatch = (patch: Patch): Patch => patch.toReversed().map(invertOp);

const invertOp = (op: PatchOp): PatchOp => {
  switch (op.op) {
    case 'option.insert':
      return { ...op, op: 'option.remove' };
    case 'option.remove':
      return { ...op, op: 'option.insert' };
    case 'line.insert':
      return { ...op, op: 'line.remove' };
    case 'line.remove':
      return { ...op, op: 'line.insert' };
    case 'scenario.set':
      return { ...op, before: op.after, after: op.before };
    case 'option.set':
      return { ...op, before: op.after, after: op.before };
    case 'line.set':
      return { ...op, before: op.after, after: op.before };
  }
};

/**
 * The scenario after the patch. Untouched options, sheets and lines keep their identity, so views can compare by reference.
 * Throws where the patch does not fit the scenario: that is a bug, never the user's data.
 */
export const applyPatch = (scenario: Scenario, patch: Patch): Scenario => patch.reduce(applyOp, scenario);

const applyOp = (scenario: Scenario, op: PatchOp): Scenario => {
  switch (op.op) {
    case 'scenario.set':
      return { ...scenario, [op.field]: op.after };
    case 'option.insert':
      return { ...scenario, options: scenario.options.toSpliced(op.index, 0, op.option) };
    case 'option.remove':
      must(scenario.options[op.index]?.id === op.option.id, `option ${op.option.id} at ${op.index}`);
      return { ...scenario, options: scenario.options.toSpliced(op.index, 1) };
    case 'option.set':
      return mapOption(scenario, op.option, (option) => ({ ...option, name: op.after }));
    case 'line.insert':
      return mapLines(scenario, op.option, op.sheet, (lines) => lines.toSpliced(op.index, 0, op.line));
    case 'line.remove':
      return mapLines(scenario, op.option, op.sheet, (lines) => {
        must(lines[op.index]?.id === op.line.id, `line ${op.line.id} at ${op.index}`);
        return lines.toSpliced(op.index, 1);
      });
    case 'line.set':
      return mapLines(scenario, op.option, op.sheet, (lines) => {
        const index = lines.findIndex((line) => line.id === op.line);
        const line = lines[index];
        must(line !== undefined, `line ${op.line}`);
        return lines.with(index, setField(line, op.field, op.after));
      });
  }
};

const must: (fits: boolean, what: string) => asserts fits = (fits, what) => {
  if (!fits) throw new Error(`patch does not fit the scenario: ${what}`);
};

const mapOption = (scenario: Scenario, id: string, change: (option: Option) => Option): Scenario => {
  const index = scenario.options.findIndex((option) => option.id === id);
  const option = scenario.options[index];
  must(option !== undefined, `option ${id}`);
  return { ...scenario, options: scenario.options.with(index, change(option)) };
};

const mapLines = (
  scenario: Scenario,
  option: string,
  sheet: SheetId,
  change: (lines: readonly Line[]) => readonly Line[],
): Scenario => mapOption(scenario, option, (found) => ({ ...found, [sheet]: change(found[sheet]) }));

/** The text of a field, monthly overrides included (`m:2026-03`); null where nothing is given. */
export const getField = (line: Line, field: string): FieldText => {
  if (field.startsWith('m:')) return 'monthly' in line ? (line.monthly[field.slice(2)] ?? null) : null;
  const value: unknown = Reflect.get(line, field);
  return typeof value === 'string' ? value : null;
};

/** The line with one field replaced. `sku` and `note` hold '' for null. */
export const setField = <L extends Line>(line: L, field: string, value: FieldText): L => {
  if (!field.startsWith('m:')) return { ...line, [field]: value ?? (field === 'sku' || field === 'note' ? '' : null) };
  if (!('monthly' in line)) throw new Error(`patch does not fit the line: ${field}`);
  const { [field.slice(2)]: _, ...others } = line.monthly;
  return { ...line, monthly: value === null ? others : { ...others, [field.slice(2)]: value } };
};
