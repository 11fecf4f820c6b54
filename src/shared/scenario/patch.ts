/**
 * A patch: the smallest description of what one command changes. It can be applied, inverted and saved; undo applies the
 * inverse, the store derives its SQL from the same operations.
 */
import { rememberChanged } from './lineage.ts';
import { createLineLocator } from './locate.ts';
import { cellNotes, notedField, withNote } from './notes.ts';
import { type FieldText, isNeverNull, type Line, type Option, type Scenario, type ScenarioField, type SheetId } from './types.ts';

export type PatchOp =
  | {
      readonly op: 'scenario.set';
      readonly field: ScenarioField;
      readonly before: string | number | null;
      readonly after: string | number | null;
    }
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
      /** a name of LINE_FIELDS[sheet], `m:YYYY-MM` on the usage sheet (null removes the override), `n:` and either for the cell's note */
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
 * Consecutive operations on one sheet share one copy of its lines: a paste of many cells costs one pass.
 * Throws where the patch does not fit the scenario: that is a bug, never the user's data.
 */
export const applyPatch = (scenario: Scenario, patch: Patch): Scenario => {
  let result = scenario;
  for (let at = 0; at < patch.length; ) {
    const op = patch[at];
    must(op !== undefined, `operation ${at}`);
    if (isLineOp(op)) {
      const run = takeRun(patch, at, op);
      result = mapOption(result, op.option, (option) => ({ ...option, [op.sheet]: applyLineOps(option[op.sheet], run) }));
      at += run.length;
    } else {
      result = applyOp(result, op);
      at += 1;
    }
  }
  return result;
};

type LineOp = Extract<PatchOp, { readonly sheet: SheetId }>;

const isLineOp = (op: PatchOp): op is LineOp => 'sheet' in op;

const takeRun = (patch: Patch, from: number, first: LineOp): readonly LineOp[] => {
  const run: LineOp[] = [];
  for (let at = from; at < patch.length; at += 1) {
    const op = patch[at];
    if (op === undefined || !isLineOp(op) || op.option !== first.option || op.sheet !== first.sheet) break;
    run.push(op);
  }
  return run;
};

const applyLineOps = (before: readonly Line[], run: readonly LineOp[]): readonly Line[] => {
  const lines = before.slice();
  // until an insert or a remove moves the lines
  let locate: ReturnType<typeof createLineLocator> | null = null;
  const changed: number[] = [];
  for (const op of run) {
    if (op.op === 'line.set') {
      locate ??= createLineLocator(lines);
      const index = locate(op.line);
      const line = lines[index];
      must(line !== undefined, `line ${op.line}`);
      lines[index] = setField(line, op.field, op.after);
      changed.push(index);
      continue;
    }
    locate = null;
    if (op.op === 'line.insert') {
      lines.splice(op.index, 0, op.line);
    } else {
      must(lines[op.index]?.id === op.line.id, `line ${op.line.id} at ${op.index}`);
      lines.splice(op.index, 1);
    }
  }
  if (changed.length === run.length) rememberChanged(lines, before, changed);
  return lines;
};

const applyOp = (scenario: Scenario, op: Exclude<PatchOp, LineOp>): Scenario => {
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

/** The text of a field, monthly overrides (`m:2026-03`) and notes of cells (`n:price`) included; null where nothing is given. */
export const getField = (line: Line, field: string): FieldText => {
  if (field.startsWith('m:')) return 'monthly' in line ? (line.monthly[field.slice(2)] ?? null) : null;
  const noted = notedField(field);
  if (noted !== null) return cellNotes(line)[noted] ?? null;
  const value: unknown = Reflect.get(line, field);
  return typeof value === 'string' ? value : null;
};

/** The months that a usage line overrides, as the fields that they are: `m:2026-03`. */
export const monthFields = (line: Line): readonly string[] =>
  'monthly' in line ? Object.keys(line.monthly).map((month) => `m:${month}`) : [];

/** The line with one field replaced. `sku` and `note` hold '' for null. */
export const setField = <L extends Line>(line: L, field: string, value: FieldText): L => {
  const noted = notedField(field);
  if (noted !== null) return withNote(line, noted, value);
  if (!field.startsWith('m:')) return { ...line, [field]: value ?? (isNeverNull(field) ? '' : null) };
  if (!('monthly' in line)) throw new Error(`patch does not fit the line: ${field}`);
  const { [field.slice(2)]: _, ...others } = line.monthly;
  return { ...line, monthly: value === null ? others : { ...others, [field.slice(2)]: value } };
};
