/** The gestures of a sheet of lines as commands on the option on screen. */
import { makeLine } from '../../shared/scenario/blank.ts';
import { editCells, fillLine, type TypedField } from '../../shared/scenario/commands/cells.ts';
import { addLine, deleteLines, editField } from '../../shared/scenario/commands/lines.ts';
import { duplicateLines, insertLines, moveLines } from '../../shared/scenario/commands/rows.ts';
import { noteField } from '../../shared/scenario/notes.ts';
import type { LineOf, Scenario, SheetId } from '../../shared/scenario/types.ts';
import { exactChoice } from '../grid/choices.ts';
import { BLANK_ROW, type CellRef, type GridEdit, type GridHandlers, type NewCell, type RowId, TOTAL_ROW } from '../grid/types.ts';
import type { AppStores } from '../ui/appContext.tsx';
import { batchNotice } from './batchNotice.ts';
import { createGestures, type SheetCommands } from './gestures.ts';
import type { SheetSource } from './sheetSource.ts';
import { showSubject } from './viewGestures.ts';

interface Input<S extends SheetId> {
  readonly stores: Pick<AppStores, 'document' | 'ui'>;
  readonly sheet: S;
  readonly source: SheetSource<S>;
}

export const createSheetHandlers = <S extends SheetId>(input: Input<S>): GridHandlers =>
  createGestures({
    stores: input.stores,
    sheet: input.sheet,
    mainColumn: 'sku',
    option: () => input.source.context().option.id,
    commands: lineCommands(input),
  });

const lineCommands = <S extends SheetId>(input: Input<S>): SheetCommands => {
  const { source, sheet } = input;
  const scenario = (): Scenario => source.context().scenario;
  const address = () => ({ option: source.context().option.id, sheet });
  return {
    edit: ({ row, column, ...edit }) =>
      editField(scenario(), { ...address(), line: row, field: column, typed: typedText(input, row, column, edit) }),
    add: ({ column, ...cell }) => addLine(scenario(), { ...address(), field: column, typed: typedText(input, BLANK_ROW, column, cell) }),
    batch: ({ edits, added }) =>
      editCells(scenario(), {
        ...address(),
        cells: edits.flatMap(({ row, column, ...edit }) => [
          { line: row, field: column, typed: typedText(input, row, column, edit) },
          ...noteOf(column, edit.note).map((field) => ({ line: row, ...field })),
        ]),
        added: added.map((cells) => newFields(input, cells)),
      }),
    note: (cells, text) =>
      editCells(scenario(), {
        ...address(),
        cells: cells.map(({ row, column }) => ({ line: row, field: noteField(column), typed: text })),
        added: [],
      }),
    remove: (lines) => deleteLines(scenario(), { ...address(), lines }),
    insert: (place) => insertLines(scenario(), { ...address(), ...place }),
    duplicate: (lines) => duplicateLines(scenario(), { ...address(), lines }),
    move: ({ rows: lines, before }) => moveLines(scenario(), { ...address(), lines, before }),
    inserted: (patch) => patch.flatMap((op) => (op.op === 'line.insert' ? [op.line.id] : [])),
    afterBatch: (batch, added, loss) => {
      const { issues, option } = source.context();
      const isWrong = ({ row, column }: CellRef): boolean => issues.find(row, column).some(({ severity }) => severity === 'error');
      return batchNotice({ ui: input.stores.ui, option: option.id, sheet, batch, added, loss, needed: 'sku', isWrong });
    },
    explain: (cell, why) => explain(input, cell, why),
  };
};

/** A note that came along with a cell. */
const noteOf = (column: string, note: string | undefined): readonly TypedField[] =>
  note === undefined ? [] : [{ field: noteField(column), typed: note }];

/** As the command should read it: a name stands for the entry of the list that it names. */
const typedText = <S extends SheetId>(
  { source }: Input<S>,
  row: RowId | LineOf[S],
  column: string,
  { text, raw }: Pick<GridEdit, 'text' | 'raw'>,
): string => {
  const definition = source.column(column);
  if (raw === true || definition === undefined) return text;
  if (definition.choices !== undefined && text.trim() !== '') {
    const line = typeof row === 'string' ? source.line(row) : row;
    return exactChoice(definition.choices(line, source.context()), text)?.value ?? text;
  }
  return definition.parse?.(text) ?? text;
};

/** In the order of the columns, so that a list that depends on the item finds it chosen. */
const newFields = <S extends SheetId>(input: Input<S>, cells: readonly NewCell[]): readonly TypedField[] => {
  const fields: TypedField[] = [];
  for (const { column, ...cell } of cells) {
    // The one place where a sheet's name and its lines' type meet; TypeScript does not follow it through `fillLine`.
    const line = fillLine(input.sheet, makeLine(input.sheet, ''), fields) as LineOf[S];
    fields.push({ field: column, typed: typedText(input, line, column, cell) }, ...noteOf(column, cell.note));
  }
  return fields;
};

const explain = <S extends SheetId>({ stores: { ui }, source }: Input<S>, { row, column }: CellRef, why: 'open' | 'follow'): void => {
  const context = source.context();
  const found = source.column(column);
  const line = row === TOTAL_ROW ? null : source.line(row);
  const subject = row === TOTAL_ROW ? found?.totalSubject?.(context) : line === null ? undefined : found?.subject?.(line, context);
  showSubject(ui, subject, why);
};
