/** Commands on lines. Pure: (scenario, input) -> Result<Patch>. A bad value is kept as typed and never refused. */
import { nextId } from '../../core/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { makeLine } from '../blank.ts';
import { getField, type Patch, type PatchOp, setField } from '../patch.ts';
import { canonicalText } from '../typed.ts';
import type { Line, Option, Scenario, SheetId } from '../types.ts';

export const findOption = (scenario: Scenario, id: string): Option | undefined => scenario.options.find((option) => option.id === id);

interface LineAddress {
  readonly option: string;
  readonly sheet: SheetId;
  readonly line: string;
}

/** Sets one field to what was typed. An empty patch where nothing changes. */
export const editField = (scenario: Scenario, input: LineAddress & { readonly field: string; readonly typed: string }): Result<Patch> => {
  const line = findOption(scenario, input.option)?.[input.sheet].find((candidate) => candidate.id === input.line);
  if (line === undefined) return fail('COMMAND_REFUSED', `${input.option}/${input.line}`);
  const before = getField(line, input.field);
  const after = canonicalText(input.sheet, input.field, input.typed);
  if (before === after) return ok([]);
  const { option, sheet, field } = input;
  return ok([{ op: 'line.set', option, sheet, line: input.line, field, before, after }]);
};

/** Adds a line whose one field is what was typed into the blank row; at the end, or at `index`. */
export const addLine = (
  scenario: Scenario,
  input: { readonly option: string; readonly sheet: SheetId; readonly field: string; readonly typed: string; readonly index?: number },
): Result<Patch> => {
  const option = findOption(scenario, input.option);
  if (option === undefined) return fail('COMMAND_REFUSED', input.option);
  const { sheet, field } = input;
  const blank = makeLine(sheet, nextId(ID_PREFIX[sheet], lineIds(option)));
  const line = setField<Line>(blank, field, canonicalText(sheet, field, input.typed));
  const index = Math.min(input.index ?? option[sheet].length, option[sheet].length);
  return ok([{ op: 'line.insert', option: option.id, sheet, index, line }]);
};

/** Removes lines; undo brings them back where they were. */
export const deleteLines = (
  scenario: Scenario,
  input: { readonly option: string; readonly sheet: SheetId; readonly lines: readonly string[] },
): Result<Patch> => {
  const option = findOption(scenario, input.option);
  if (option === undefined) return fail('COMMAND_REFUSED', input.option);
  const chosen = new Set(input.lines);
  const removals: PatchOp[] = [];
  option[input.sheet].forEach((line, index) => {
    if (chosen.has(line.id)) removals.push({ op: 'line.remove', option: option.id, sheet: input.sheet, index, line });
  });
  return ok(removals.toReversed());
};

export const ID_PREFIX: Readonly<Record<SheetId, string>> = { nodes: 'n', usage: 'u', packs: 'p' };

export const lineIds = (option: Option): string[] => [...option.nodes, ...option.usage, ...option.packs].map((line) => line.id);
