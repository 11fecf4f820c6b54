/**
 * What the visible sheets say about the lines, as text by cell: the same for the scenario that is written and for the workbook that
 * is read, so that an edit in Excel shows as a difference.
 */
import { createHash } from 'node:crypto';
import { getField, monthFields } from '../../shared/scenario/patch.ts';
import { resolveScenario } from '../../shared/scenario/resolve.ts';
import { LINE_FIELDS, type Line, type Scenario, SHEETS, type SheetId } from '../../shared/scenario/types.ts';
import { shownText } from './sanitise.ts';

export interface VisibleLine {
  readonly sheet: SheetId;
  readonly option: string;
  readonly id: string;
  /** input field -> text of its cell, null for an empty cell; a field whose column is gone is absent */
  readonly cells: ReadonlyMap<string, string | null>;
}

/** Input fields of a line, its overrides included, in a fixed order. */
export const inputFields = (sheet: SheetId, line: Line): readonly string[] => [...LINE_FIELDS[sheet], ...monthFields(line).toSorted()];

/** The text of the cell that shows a field; null for an empty cell. */
export const shownField = (line: Line, field: string): string | null => {
  const text = getField(line, field);
  return text === null || text === '' ? null : shownText(text);
};

/** All lines as an export of the scenario shows them: formulas by their results. One by one: a hundred thousand take a lot of memory. */
export const visibleLinesOf = function* (scenario: Scenario): Generator<VisibleLine> {
  const { options } = resolveScenario(scenario).scenario;
  for (const sheet of SHEETS) {
    for (const option of options) {
      for (const line of option[sheet]) {
        const cells = new Map(inputFields(sheet, line).map((field) => [field, shownField(line, field)]));
        yield { sheet, option: shownText(option.id), id: shownText(line.id), cells };
      }
    }
  }
};

/** Depends on the order of the lines, and not on empty cells, the order of columns, or missing columns that were empty. */
export const hashVisible = (lines: Iterable<VisibleLine>): string => {
  const hash = createHash('sha256');
  for (const line of lines) {
    const filled = [...line.cells].filter(([, text]) => text !== null).toSorted(([a], [b]) => (a < b ? -1 : 1));
    hash.update(`${JSON.stringify([line.sheet, line.option, line.id, filled])}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
};
