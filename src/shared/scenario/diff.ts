/**
 * What a colleague changed in the lines of a scenario, and the same changes on top of what the scenario has become since.
 *
 * Rule: three ways. What she changed is taken; what only we changed stays; a field that both changed becomes hers and is named with
 * our value; a line that we changed is not removed because she removed it, and changes of a line that we removed are not taken. Both
 * are named. Lines keep our order; a new one stands where it stood for her.
 */
import { makeIdSource } from '../core/ids.ts';
import { ID_PREFIX, lineIds } from './commands/lines.ts';
import { noteFields } from './notes.ts';
import { getField, monthFields, type Patch, type PatchOp } from './patch.ts';
import { type FieldText, LINE_FIELDS, type Line, type Option, type Scenario, SHEETS, type SheetId } from './types.ts';

export interface FieldChange {
  readonly field: string;
  readonly before: FieldText;
  readonly after: FieldText;
}
interface LineAddress {
  readonly option: string;
  readonly sheet: SheetId;
}
export type LineChange =
  /** `after`: id of the line above it, null for the first */
  | (LineAddress & { readonly kind: 'added'; readonly line: Line; readonly after: string | null })
  | (LineAddress & { readonly kind: 'removed'; readonly line: Line })
  | (LineAddress & { readonly kind: 'changed'; readonly line: Line; readonly fields: readonly FieldChange[] });

/** Options have the same ids in both; an option that one of them lacks has no changes. `line` of a change is the one before. */
export const diffScenarios = (before: Scenario, after: Scenario): readonly LineChange[] =>
  before.options.flatMap((option) => {
    const other = after.options.find(({ id }) => id === option.id);
    return other === undefined || other === option ? [] : SHEETS.flatMap((sheet) => diffSheet({ option: option.id, sheet }, option, other));
  });

const diffSheet = (address: LineAddress, before: Option, after: Option): readonly LineChange[] => {
  const { sheet } = address;
  const were = new Map(before[sheet].map((line: Line) => [line.id, line]));
  const are = new Set(after[sheet].map((line: Line) => line.id));
  const changes: LineChange[] = [];
  let above: string | null = null;
  for (const line of after[sheet]) {
    const was = were.get(line.id);
    if (was === undefined) changes.push({ ...address, kind: 'added', line, after: above });
    else if (was !== line) {
      const fields = diffLine(sheet, was, line);
      if (fields.length > 0) changes.push({ ...address, kind: 'changed', line: was, fields });
    }
    above = line.id;
  }
  const removed = before[sheet].filter((line: Line) => !are.has(line.id));
  return [...changes, ...removed.map((line): LineChange => ({ ...address, kind: 'removed', line }))];
};

const diffLine = (sheet: SheetId, before: Line, after: Line): readonly FieldChange[] => {
  const months = new Set([...monthFields(before), ...monthFields(after)]);
  const notes = new Set([...noteFields(before), ...noteFields(after)]);
  return [...LINE_FIELDS[sheet], ...[...months].toSorted(), ...[...notes].toSorted()].flatMap((field) => {
    const change = { field, before: getField(before, field), after: getField(after, field) };
    return change.before === change.after ? [] : [change];
  });
};

export type ConflictKind =
  /** both changed the field: hers is taken, ours is named */
  | 'both'
  /** she changed a line that is not there any more: not taken */
  | 'gone'
  /** she removed a line that we changed: it stays */
  | 'kept';
/** By the position of the change; absent where there is none. */
export type LineConflicts = ReadonlyMap<number, { readonly kind: ConflictKind; readonly ours: Readonly<Record<string, FieldText>> }>;
export interface Rebased {
  readonly patch: Patch;
  readonly conflicts: LineConflicts;
}

/** The changes as a patch of `current`. What is so already takes no operation. */
export const rebaseChanges = (changes: readonly LineChange[], current: Scenario): Rebased => {
  const conflicts = new Map<number, { readonly kind: ConflictKind; readonly ours: Readonly<Record<string, FieldText>> }>();
  const sets: PatchOp[] = [];
  const gone = new Map<Option, Map<SheetId, Set<string>>>();
  const added: (Extract<LineChange, { readonly kind: 'added' }> & { readonly to: Option })[] = [];
  const lines = indexLines(current);
  for (const [at, change] of changes.entries()) {
    const { option: id, sheet, line } = change;
    const option = current.options.find((candidate) => candidate.id === id);
    const now = lines.get(keyOf(change, line.id));
    if (option === undefined || (now === undefined && change.kind === 'changed')) conflicts.set(at, { kind: 'gone', ours: {} });
    else if (change.kind === 'added') added.push({ ...change, to: option });
    else if (now === undefined) continue;
    else if (change.kind === 'removed') {
      const ours = diffLine(sheet, line, now);
      if (ours.length > 0) conflicts.set(at, { kind: 'kept', ours: valuesOf(ours) });
      else placed(gone, option, sheet).add(line.id);
    } else {
      const both = change.fields.filter(({ field, before, after }) => ![before, after].includes(getField(now, field)));
      if (both.length > 0)
        conflicts.set(at, { kind: 'both', ours: Object.fromEntries(both.map(({ field }) => [field, getField(now, field)])) });
      sets.push(...setOps(change, now));
    }
  }
  return { patch: [...sets, ...removeOps(gone), ...insertOps(gone, added)], conflicts };
};

const keyOf = ({ option, sheet }: LineAddress, line: string): string => JSON.stringify([option, sheet, line]);

const indexLines = (scenario: Scenario): ReadonlyMap<string, Line> =>
  new Map(
    scenario.options.flatMap((option) =>
      SHEETS.flatMap((sheet) => option[sheet].map((line: Line): [string, Line] => [keyOf({ option: option.id, sheet }, line.id), line])),
    ),
  );

const valuesOf = (fields: readonly FieldChange[]): Readonly<Record<string, FieldText>> =>
  Object.fromEntries(fields.map(({ field, after }) => [field, after]));

const placed = (gone: Map<Option, Map<SheetId, Set<string>>>, option: Option, sheet: SheetId): Set<string> => {
  const sheets = gone.get(option) ?? new Map<SheetId, Set<string>>();
  gone.set(option, sheets);
  const ids = sheets.get(sheet) ?? new Set<string>();
  sheets.set(sheet, ids);
  return ids;
};

const setOps = ({ option, sheet, line, fields }: Extract<LineChange, { readonly kind: 'changed' }>, now: Line): readonly PatchOp[] =>
  fields.flatMap(({ field, after }): PatchOp[] => {
    const before = getField(now, field);
    return before === after ? [] : [{ op: 'line.set', option, sheet, line: line.id, field, before, after }];
  });

/** From the last line up, so that positions hold. A removed line has no changes of its own: it is as it was. */
const removeOps = (gone: ReadonlyMap<Option, ReadonlyMap<SheetId, ReadonlySet<string>>>): readonly PatchOp[] =>
  [...gone].flatMap(([option, sheets]) =>
    [...sheets].flatMap(([sheet, ids]) =>
      option[sheet]
        .map((line: Line, index): PatchOp => ({ op: 'line.remove', option: option.id, sheet, index, line }))
        .filter((op) => op.op === 'line.remove' && ids.has(op.line.id))
        .toReversed(),
    ),
  );

const insertOps = (
  gone: ReadonlyMap<Option, ReadonlyMap<SheetId, ReadonlySet<string>>>,
  added: readonly (Extract<LineChange, { readonly kind: 'added' }> & { readonly to: Option })[],
): readonly PatchOp[] => {
  const orders = new Map<string, string[]>();
  const ids = new Map<Option, Set<string>>();
  return added.map(({ to, sheet, line, after }): PatchOp => {
    const key = keyOf({ option: to.id, sheet }, '');
    const order = orders.get(key) ?? to[sheet].map(({ id }: Line) => id).filter((id) => !gone.get(to)?.get(sheet)?.has(id));
    orders.set(key, order);
    const taken = ids.get(to) ?? new Set(lineIds(to));
    ids.set(to, taken);
    const id = taken.has(line.id) ? makeIdSource(ID_PREFIX[sheet], taken)() : line.id;
    taken.add(id);
    const above = after === null ? -1 : order.indexOf(after);
    // Where the line above it is gone, the new one comes last.
    const index = after !== null && above < 0 ? order.length : above + 1;
    order.splice(index, 0, id);
    return { op: 'line.insert', option: to.id, sheet, index, line: { ...line, id } };
  });
};
