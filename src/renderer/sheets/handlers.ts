/** What a sheet does with the grid's gestures: commands, the place for undo, the number to explain. */
import { addLine, deleteLines, editField } from '../../shared/scenario/commands/lines.ts';
import type { SheetId } from '../../shared/scenario/types.ts';
import { BLANK_ROW, type CellRef, type GridEdit, type GridHandlers, type RowId, TOTAL_ROW } from '../grid/types.ts';
import type { HistoryLabel, Place } from '../state/history.ts';
import type { AppStores } from '../ui/appContext.tsx';
import type { SheetSource } from './sheetSource.ts';

interface Input<S extends SheetId> {
  readonly stores: Pick<AppStores, 'document' | 'ui'>;
  readonly sheet: S;
  readonly source: SheetSource<S>;
}

export const createSheetHandlers = <S extends SheetId>(input: Input<S>): GridHandlers => ({
  onEdit: (edit) => (edit.row === BLANK_ROW ? addRow(input, edit) : editCell(input, edit)),
  onDeleteRows: (rows) => deleteRows(input, rows),
  onActive: (cell, why) => {
    const { ui } = input.stores;
    if (cell.row !== TOTAL_ROW) ui.setState(({ cells }) => ({ cells: { ...cells, [input.sheet]: cell } }));
    explain(input, cell, why);
  },
});

const editCell = <S extends SheetId>(
  { stores: { document, ui }, sheet, source }: Input<S>,
  { row, column, text }: GridEdit,
): RowId | null => {
  const { scenario, option } = source.context();
  const place = { option: option.id, sheet, row, column };
  const label: HistoryLabel = { key: 'edit', params: { field: column, sheet } };
  const typed = source.column(column)?.parse?.(text) ?? text;
  const result = editField(scenario, { option: option.id, sheet, line: row, field: column, typed });
  const error = document.dispatch(result, { label, before: place, after: place });
  if (error !== null) ui.setState({ notice: { message: error, action: null } });
  return error === null ? row : null;
};

const addRow = <S extends SheetId>(
  { stores: { document, ui }, sheet, source }: Input<S>,
  { row, column, text }: GridEdit,
): RowId | null => {
  const { scenario, option } = source.context();
  const typed = source.column(column)?.parse?.(text) ?? text;
  const result = addLine(scenario, { option: option.id, sheet, field: column, typed });
  const inserted = result.ok ? result.value.find((op) => op.op === 'line.insert') : undefined;
  const added = inserted?.line.id ?? null;
  const before = { option: option.id, sheet, row, column };
  const label: HistoryLabel = { key: 'addLine', params: { sheet } };
  const error = document.dispatch(result, { label, before, after: { ...before, row: added } });
  if (error !== null) ui.setState({ notice: { message: error, action: null } });
  return error === null ? added : null;
};

const deleteRows = <S extends SheetId>({ stores: { document, ui }, sheet, source }: Input<S>, rows: readonly RowId[]): void => {
  const { scenario, option } = source.context();
  const count = String(rows.length);
  const cell = ui.getState().cells[sheet] ?? null;
  const before: Place = { option: option.id, sheet, row: cell?.row ?? null, column: cell?.column ?? null };
  const label: HistoryLabel = { key: 'deleteLines', params: { count, sheet } };
  const error = document.dispatch(deleteLines(scenario, { option: option.id, sheet, lines: rows }), {
    label,
    before,
    after: { ...before, row: null, column: null },
  });
  if (error !== null) {
    ui.setState({ notice: { message: error, action: null } });
    return;
  }
  const entry = document.store.getState()?.history.done.at(-1);
  const run = (): void => {
    // Only while it is still the last gesture: the button takes back what the notice names.
    if (document.store.getState()?.history.done.at(-1) === entry && document.undo() !== null && rows[0] !== undefined) {
      ui.setState({ option: option.id, sheet, reveal: { sheet, row: rows[0], column: cell?.column ?? 'sku' } });
    }
    ui.setState({ notice: null });
  };
  ui.setState({ notice: { message: { key: 'linesDeleted', params: { count } }, action: { key: 'undo', run } } });
};

/** `follow` changes what an open panel explains, `open` also opens it. */
const explain = <S extends SheetId>({ stores: { ui }, source }: Input<S>, { row, column }: CellRef, why: 'open' | 'follow'): void => {
  const context = source.context();
  const found = source.column(column);
  const line = source.get().rows.find(({ id }) => id === row);
  const subject = row === TOTAL_ROW ? found?.totalSubject?.(context) : line === undefined ? undefined : found?.subject?.(line, context);
  if (subject === undefined) return;
  if (why === 'open') ui.setState({ subject, whyOpen: true });
  else if (ui.getState().whyOpen) ui.setState({ subject });
};
