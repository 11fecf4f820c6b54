/** Whole lines: new ones between others, copies, other places. Pure: (scenario, input) -> Result<Patch>. */
import { makeIdSource } from '../../core/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { makeLine } from '../blank.ts';
import type { Patch, PatchOp } from '../patch.ts';
import type { Line, Option, Scenario, SheetId } from '../types.ts';
import { findOption, ID_PREFIX, lineIds } from './lines.ts';

interface Rows {
  readonly option: string;
  readonly sheet: SheetId;
}
/** line above which the lines come; null: at the end */
type Before = string | null;

/** Empty lines. */
export const insertLines = (scenario: Scenario, input: Rows & { readonly count: number; readonly before: Before }): Result<Patch> => {
  const { option, sheet, count, before } = input;
  const found = findOption(scenario, option);
  const index = found === undefined ? null : placeOf(found[sheet], before);
  if (found === undefined || index === null) return fail('COMMAND_REFUSED', `${option}/${before ?? ''}`);
  const makeId = makeIdSource(ID_PREFIX[sheet], lineIds(found));
  const lines = Array.from({ length: count }, () => makeLine(sheet, makeId()));
  return ok(insertOps({ option, sheet }, index, lines));
};

/** Copies below the last of the lines, in the order of the sheet. */
export const duplicateLines = (scenario: Scenario, input: Rows & { readonly lines: readonly string[] }): Result<Patch> => {
  const { option, sheet } = input;
  const found = findOption(scenario, option);
  if (found === undefined) return fail('COMMAND_REFUSED', option);
  const chosen = placesOf(found, sheet, input.lines);
  const last = chosen.at(-1);
  if (last === undefined) return fail('COMMAND_REFUSED', option);
  const makeId = makeIdSource(ID_PREFIX[sheet], lineIds(found));
  const copies = chosen.map(({ line }): Line => ({ ...line, id: makeId() }));
  return ok(insertOps({ option, sheet }, last.index + 1, copies));
};

/** The lines together above another, in the order of the sheet. An empty patch where they stand there already. */
export const moveLines = (
  scenario: Scenario,
  input: Rows & { readonly lines: readonly string[]; readonly before: Before },
): Result<Patch> => {
  const { option, sheet, before } = input;
  const found = findOption(scenario, option);
  const place = found === undefined ? null : placeOf(found[sheet], before);
  if (found === undefined || place === null || (before !== null && input.lines.includes(before))) {
    return fail('COMMAND_REFUSED', `${option}/${before ?? ''}`);
  }
  const chosen = placesOf(found, sheet, input.lines);
  const target = place - chosen.filter(({ index }) => index < place).length;
  if (chosen.every(({ index }, at) => index === target + at)) return ok([]);
  const removals = chosen.toReversed().map(({ index, line }): PatchOp => ({ op: 'line.remove', option, sheet, index, line }));
  const insertions = insertOps(
    { option, sheet },
    target,
    chosen.map(({ line }) => line),
  );
  return ok([...removals, ...insertions]);
};

/** Lines from a file at the end, with ids of their own. */
export const importLines = (scenario: Scenario, input: Rows & { readonly lines: readonly Line[] }): Result<Patch> => {
  const { option, sheet } = input;
  const found = findOption(scenario, option);
  if (found === undefined) return fail('COMMAND_REFUSED', option);
  const makeId = makeIdSource(ID_PREFIX[sheet], lineIds(found));
  const lines = input.lines.map((line): Line => ({ ...line, id: makeId() }));
  return ok(insertOps({ option, sheet }, found[sheet].length, lines));
};

const insertOps = (rows: Rows, index: number, lines: readonly Line[]): readonly PatchOp[] =>
  lines.map((line, at) => ({ op: 'line.insert', ...rows, index: index + at, line }));

const placeOf = (lines: readonly Line[], before: Before): number | null => {
  if (before === null) return lines.length;
  const index = lines.findIndex(({ id }) => id === before);
  return index < 0 ? null : index;
};

const placesOf = (option: Option, sheet: SheetId, ids: readonly string[]): readonly { readonly index: number; readonly line: Line }[] => {
  const chosen = new Set(ids);
  return option[sheet].flatMap((line: Line, index) => (chosen.has(line.id) ? [{ index, line }] : []));
};
