/** Many cells of one sheet in one patch: paste, fill, clear, replace. Pure: (scenario, input) -> Result<Patch>. */
import { makeIdSource } from '../../core/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { makeLine } from '../blank.ts';
import { createLineLocator } from '../locate.ts';
import { getField, type Patch, type PatchOp, setField } from '../patch.ts';
import { canonicalText } from '../typed.ts';
import type { FieldText, Line, Scenario, SheetId } from '../types.ts';
import { findOption, ID_PREFIX, lineIds } from './lines.ts';

/** A field and what was typed or stored for it. */
export interface TypedField {
  readonly field: string;
  readonly typed: string;
}
export interface CellEdits {
  readonly option: string;
  readonly sheet: SheetId;
  /** where a cell comes twice the last one counts */
  readonly cells: readonly (TypedField & { readonly line: string })[];
  /** lines to add at the end, each with its fields */
  readonly added: readonly (readonly TypedField[])[];
}

/**
 * A bad value is kept as typed and never refused: billing says what is wrong with it. A cell that already holds the text is no operation, so
 * that an empty patch means that nothing changes.
 */
export const editCells = (scenario: Scenario, { option, sheet, cells, added }: CellEdits): Result<Patch> => {
  const found = findOption(scenario, option);
  if (found === undefined) return fail('COMMAND_REFUSED', option);
  const lines: readonly Line[] = found[sheet];
  const locate = createLineLocator(lines);
  const wanted = new Map<string, Map<string, FieldText>>();
  for (const { line, field, typed } of cells) {
    if (locate(line) < 0) return fail('COMMAND_REFUSED', `${option}/${line}`);
    const fields = wanted.get(line) ?? new Map<string, FieldText>();
    wanted.set(line, fields.set(field, canonicalText(sheet, field, typed)));
  }
  const ops: PatchOp[] = [];
  for (const [id, fields] of wanted) {
    const line = lines[locate(id)];
    if (line === undefined) continue;
    for (const [field, after] of fields) {
      const before = getField(line, field);
      if (before !== after) ops.push({ op: 'line.set', option, sheet, line: id, field, before, after });
    }
  }
  if (added.length === 0) return ok(ops);
  const makeId = makeIdSource(ID_PREFIX[sheet], lineIds(found));
  for (const [at, fields] of added.entries()) {
    const line = fillLine(sheet, makeLine(sheet, makeId()), fields);
    ops.push({ op: 'line.insert', option, sheet, index: found[sheet].length + at, line });
  }
  return ok(ops);
};

/** A line with its fields set to what was typed. */
export const fillLine = (sheet: SheetId, blank: Line, fields: readonly TypedField[]): Line =>
  fields.reduce<Line>((line, { field, typed }) => setField(line, field, canonicalText(sheet, field, typed)), blank);
