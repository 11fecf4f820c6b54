/** What a sheet does with the grid's gestures: commands, the place for undo, the number to explain, what is selected. */
import type { AppError, Result } from '../../shared/core/result.ts';
import { makeLine } from '../../shared/scenario/blank.ts';
import { editCells, fillLine, type TypedField } from '../../shared/scenario/commands/cells.ts';
import { addLine, deleteLines, editField } from '../../shared/scenario/commands/lines.ts';
import { duplicateLines, insertLines, moveLines } from '../../shared/scenario/commands/rows.ts';
import type { Patch } from '../../shared/scenario/patch.ts';
import type { LineOf, SheetId } from '../../shared/scenario/types.ts';
import { exactChoice } from '../grid/choices.ts';
import {
  BLANK_ROW,
  type CellRef,
  type GridBatch,
  type GridEdit,
  type GridHandlers,
  type NewCell,
  type RowId,
  TOTAL_ROW,
} from '../grid/types.ts';
import type { HistoryLabel, Place } from '../state/history.ts';
import { showPlace, withRanges } from '../state/place.ts';
import type { AppStores } from '../ui/appContext.tsx';
import { batchNotice } from './batchNotice.ts';
import { summarize } from './selectionSummary.ts';
import type { SheetSource } from './sheetSource.ts';

interface Input<S extends SheetId> {
  readonly stores: Pick<AppStores, 'document' | 'ui'>;
  readonly sheet: S;
  readonly source: SheetSource<S>;
}

export const createSheetHandlers = <S extends SheetId>(input: Input<S>): GridHandlers => {
  const { document, ui } = input.stores;
  let giveUpSummary = (): void => undefined;
  const tellError = (error: AppError | null): boolean => {
    if (error !== null) ui.setState({ notice: { message: error, action: null } });
    return error === null;
  };
  /** One gesture; `after` is where it leads, seen from the patch. Returns the patch, null where it was refused. */
  const dispatch = (
    result: Result<Patch>,
    label: HistoryLabel,
    after: (before: Place, patch: Patch) => Place,
    before: Place = placeOf(input),
  ): Patch | null => {
    const patch = result.ok ? result.value : [];
    return tellError(document.dispatch(result, { label, before, after: after(before, patch) })) ? patch : null;
  };
  const address = () => ({ option: input.source.context().option.id, sheet: input.sheet });
  const scenario = () => input.source.context().scenario;

  return {
    onEdit: ({ row, column, ...edit }) => {
      const typed = typedText(input, row, column, edit);
      const key = row === BLANK_ROW ? 'addLine' : 'edit';
      const result =
        row === BLANK_ROW
          ? addLine(scenario(), { ...address(), field: column, typed })
          : editField(scenario(), { ...address(), line: row, field: column, typed });
      const label: HistoryLabel = { key, params: { field: column, sheet: input.sheet } };
      const at = (patch: Patch): RowId => insertedLines(patch)[0] ?? row;
      const here = withRanges({ ...placeOf(input), row, column }, []);
      const patch = dispatch(result, label, (before, done) => ({ ...before, row: at(done) }), here);
      return patch === null ? null : at(patch);
    },
    onBatch: (batch, loss) => {
      const result = editCells(scenario(), {
        ...address(),
        cells: cellsOf(input, batch),
        added: batch.added.map((cells) => newFields(input, cells)),
      });
      const count = batch.edits.length + batch.added.reduce((sum, cells) => sum + cells.length, 0);
      const label: HistoryLabel = { key: batch.kind, params: { count: String(count), sheet: input.sheet } };
      const patch = dispatch(result, label, (before, done) => placeAfter(before, batch, insertedLines(done)));
      if (patch === null) return null;
      const added = insertedLines(patch);
      ui.setState({ notice: batchNotice({ stores: input.stores, source: input.source, sheet: input.sheet, batch, added, loss }) });
      return added;
    },
    onRefused: (why) => ui.setState({ notice: { message: { key: why, params: {} }, action: null } }),
    onDeleteRows: (rows) => {
      const count = String(rows.length);
      const label: HistoryLabel = { key: 'deleteLines', params: { count, sheet: input.sheet } };
      const [first = null] = rows;
      const place = placeOf(input);
      const here = { ...place, row: place.row ?? first, column: place.column ?? 'sku' };
      const gone = (before: Place): Place => withRanges({ ...before, row: null, column: null }, []);
      const patch = dispatch(deleteLines(scenario(), { ...address(), lines: rows }), label, gone, here);
      if (patch !== null) ui.setState({ notice: deletedNotice(input, count) });
    },
    onInsertRows: ({ count, before }) => rowsAfter(insertLines(scenario(), { ...address(), count, before }), 'insertLines', count),
    onDuplicateRows: (rows) => rowsAfter(duplicateLines(scenario(), { ...address(), lines: rows }), 'duplicateLines', rows.length),
    onMoveRows: ({ rows, before }) => rowsAfter(moveLines(scenario(), { ...address(), lines: rows, before }), 'moveLines', rows.length),
    onActive: (cell, why) => {
      if (cell.row !== TOTAL_ROW) ui.setState(({ cells }) => ({ cells: { ...cells, [input.sheet]: cell } }));
      explain(input, cell, why);
    },
    onSelection: (report, ranges) => {
      giveUpSummary();
      ui.setState((state) => ({ ranges: { ...state.ranges, [input.sheet]: ranges } }));
      giveUpSummary = summarize(report, (selection) => {
        if (selection !== null || ui.getState().selection !== null) ui.setState({ selection });
      });
    },
  };

  function rowsAfter(result: Result<Patch>, key: HistoryLabel['key'], count: number): readonly RowId[] {
    const label: HistoryLabel = { key, params: { count: String(count), sheet: input.sheet } };
    const patch = dispatch(result, label, (before, done) => {
      const rows = insertedLines(done);
      const column = before.column ?? 'sku';
      return rows[0] === undefined ? before : { ...before, row: rows[0], column, ranges: spanOf(rows, [column]) };
    });
    return patch === null ? [] : insertedLines(patch);
  }
};

const insertedLines = (patch: Patch): readonly RowId[] => patch.flatMap((op) => (op.op === 'line.insert' ? [op.line.id] : []));

const placeOf = <S extends SheetId>({ stores: { ui }, sheet, source }: Input<S>): Place => {
  const { cells, ranges } = ui.getState();
  const cell = cells[sheet] ?? null;
  const place = { option: source.context().option.id, sheet, row: cell?.row ?? null, column: cell?.column ?? null };
  return withRanges(place, ranges[sheet] ?? []);
};

/** The cells that were changed are selected when it is done again. */
const placeAfter = (before: Place, { edits, added: newRows }: GridBatch, added: readonly RowId[]): Place => {
  const rows = [...new Set(edits.map(({ row }) => row)), ...added];
  const columns = [...new Set([...edits, ...newRows.flat()].map(({ column }) => column))];
  const [row] = rows;
  const [column] = columns;
  return row === undefined || column === undefined ? before : { ...before, row, column, ranges: spanOf(rows, columns) };
};

const spanOf = (rows: readonly RowId[], columns: readonly string[]): NonNullable<Place['ranges']> => {
  const from = { row: rows[0] ?? '', column: columns[0] ?? '' };
  return [{ from, to: { row: rows.at(-1) ?? from.row, column: columns.at(-1) ?? from.column } }];
};

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

const cellsOf = <S extends SheetId>(input: Input<S>, { edits }: GridBatch) =>
  edits.map(({ row, column, ...edit }) => ({ line: row, field: column, typed: typedText(input, row, column, edit) }));

/** In the order of the columns, so that a list that depends on the item finds it chosen. */
const newFields = <S extends SheetId>(input: Input<S>, cells: readonly NewCell[]): readonly TypedField[] => {
  const fields: TypedField[] = [];
  for (const { column, ...cell } of cells) {
    // The one place where a sheet's name and its lines' type meet; TypeScript does not follow it through `fillLine`.
    const line = fillLine(input.sheet, makeLine(input.sheet, ''), fields) as LineOf[S];
    fields.push({ field: column, typed: typedText(input, line, column, cell) });
  }
  return fields;
};

const deletedNotice = <S extends SheetId>({ stores: { document, ui } }: Input<S>, count: string) => {
  const entry = document.store.getState()?.history.done.at(-1);
  const run = (): void => {
    // Only while it is still the last gesture: the button takes back what the notice names.
    const state = document.store.getState();
    const place = state?.history.done.at(-1) === entry ? document.undo() : null;
    if (state !== null && place !== null) showPlace(ui, state.scenario, place);
    ui.setState({ notice: null });
  };
  return { message: { key: 'linesDeleted', params: { count } }, action: { key: 'undo', run } };
};

/** `follow` changes what an open panel explains, `open` also opens it. */
const explain = <S extends SheetId>({ stores: { ui }, source }: Input<S>, { row, column }: CellRef, why: 'open' | 'follow'): void => {
  const context = source.context();
  const found = source.column(column);
  const line = row === TOTAL_ROW ? null : source.line(row);
  const subject = row === TOTAL_ROW ? found?.totalSubject?.(context) : line === null ? undefined : found?.subject?.(line, context);
  if (subject === undefined) return;
  if (why === 'open') ui.setState({ subject, whyOpen: true });
  else if (ui.getState().whyOpen) ui.setState({ subject });
};
