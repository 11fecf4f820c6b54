/** What a sheet does with the grid's gestures: one command each, the places for undo, what is selected, what there is to say. */
import type { AppError, Result } from '../../shared/core/result.ts';
import type { GestureKey, HistoryLabel, Place } from '../../shared/scenario/history.ts';
import type { Patch } from '../../shared/scenario/patch.ts';
import {
  type BatchLoss,
  BLANK_ROW,
  type CellRef,
  type GridBatch,
  type GridEdit,
  type GridHandlers,
  type NewCell,
  type RowId,
} from '../grid/types.ts';
import { showPlace, withRanges } from '../state/place.ts';
import type { Notice, Tab } from '../state/ui.ts';
import type { AppStores } from '../ui/appContext.tsx';
import { viewGestures } from './viewGestures.ts';

/** What the gestures mean for the rows of one sheet. */
export interface SheetCommands {
  /** `row` is no row that exists in `add` */
  readonly edit: (edit: GridEdit) => Result<Patch>;
  readonly add: (cell: NewCell) => Result<Patch>;
  readonly batch: (batch: GridBatch) => Result<Patch>;
  /** '' deletes */
  readonly note: (cells: readonly CellRef[], text: string) => Result<Patch>;
  readonly remove: (rows: readonly RowId[]) => Result<Patch>;
  readonly insert: (input: { readonly count: number; readonly before: RowId | null }) => Result<Patch>;
  readonly duplicate: (rows: readonly RowId[]) => Result<Patch>;
  readonly move: (input: { readonly rows: readonly RowId[]; readonly before: RowId | null }) => Result<Patch>;
  /** rows that a patch puts into the sheet, in their order */
  readonly inserted: (patch: Patch) => readonly RowId[];
  /** what to say after a batch; null: nothing */
  readonly afterBatch: (batch: GridBatch, added: readonly RowId[], loss: BatchLoss) => Notice | null;
  /** `open`: asked for, `follow`: the cell became active */
  readonly explain: (cell: CellRef, why: 'open' | 'follow') => void;
}
interface Input {
  readonly stores: Pick<AppStores, 'document' | 'ui'>;
  readonly sheet: Tab;
  /** column that stands for a row as a whole */
  readonly mainColumn: string;
  /** the option on screen */
  readonly option: () => string;
  readonly commands: SheetCommands;
}

export const createGestures = (input: Input): GridHandlers => {
  const { commands, sheet, mainColumn } = input;
  const { document, ui } = input.stores;
  const here = (): Place => placeOf(input);
  const labelOf = (key: GestureKey, count: number): HistoryLabel => ({ key, params: { count: String(count), sheet } });
  /** What was said of the gesture before is over: its button would take back nothing any more. A list of rejected cells stays while they are mended one by one. */
  const tell = (error: AppError | null, keeps = false): boolean => {
    if (keeps && error === null && ui.getState().notice?.rejected !== undefined) return true;
    if (error !== null || ui.getState().notice !== null) {
      ui.setState({ notice: error === null ? null : { message: error, action: null } });
    }
    return error === null;
  };
  /** One gesture; `after` is where it leads, seen from the patch. Returns the patch, null where it was refused. */
  const dispatch = (result: Result<Patch>, label: HistoryLabel, before: Place, after: (patch: Patch) => Place): Patch | null => {
    const patch = result.ok ? result.value : [];
    return tell(document.dispatch(result, { label, before, after: after(patch) }), label.key === 'edit') ? patch : null;
  };
  const rowsAfter = (result: Result<Patch>, key: GestureKey, count: number): readonly RowId[] => {
    const before = here();
    const column = before.column ?? mainColumn;
    const patch = dispatch(result, labelOf(key, count), before, (done) => {
      const rows = commands.inserted(done);
      return rows[0] === undefined ? before : { ...before, row: rows[0], column, ranges: spanOf(rows, [column]) };
    });
    return patch === null ? [] : commands.inserted(patch);
  };

  return {
    onEdit: (edit) => {
      const { row, column } = edit;
      const isNew = row === BLANK_ROW;
      const label: HistoryLabel = { key: isNew ? 'addLine' : 'edit', params: { field: column, sheet } };
      const at = (patch: Patch): RowId => (isNew ? (commands.inserted(patch)[0] ?? row) : row);
      const before = withRanges({ ...here(), row, column }, []);
      const patch = dispatch(isNew ? commands.add(edit) : commands.edit(edit), label, before, (done) => ({ ...before, row: at(done) }));
      return patch === null ? null : at(patch);
    },
    onBatch: (batch, loss) => {
      const count = batch.edits.length + batch.added.reduce((sum, cells) => sum + cells.length, 0);
      const before = here();
      const newRows = (patch: Patch): readonly RowId[] => (batch.added.length === 0 ? [] : commands.inserted(patch));
      const patch = dispatch(commands.batch(batch), labelOf(batch.kind, count), before, (done) => placeAfter(before, batch, newRows(done)));
      if (patch === null) return null;
      const added = newRows(patch);
      ui.setState({ notice: commands.afterBatch(batch, added, loss) });
      return added;
    },
    ...viewGestures({ ui, sheet, explain: commands.explain }),
    onNotes: (cells, text) => {
      const [first] = cells;
      if (first === undefined) return;
      const label: HistoryLabel =
        text.trim() === '' ? labelOf('deleteNotes', cells.length) : { key: 'note', params: { field: first.column, sheet } };
      const place = here();
      dispatch(commands.note(cells, text), label, place, () => place);
    },
    onDeleteRows: (rows) => {
      const place = here();
      const before = { ...place, row: place.row ?? rows[0] ?? null, column: place.column ?? mainColumn };
      const gone = withRanges({ ...place, row: null, column: null }, []);
      const patch = dispatch(commands.remove(rows), labelOf('deleteLines', rows.length), before, () => gone);
      if (patch !== null) ui.setState({ notice: deletedNotice(input, String(rows.length)) });
    },
    onInsertRows: (place) => rowsAfter(commands.insert(place), 'insertLines', place.count),
    onDuplicateRows: (rows) => rowsAfter(commands.duplicate(rows), 'duplicateLines', rows.length),
    onMoveRows: (move) => rowsAfter(commands.move(move), 'moveLines', move.rows.length),
  };
};

const placeOf = ({ stores: { ui }, sheet, option }: Input): Place => {
  const { cells, ranges } = ui.getState();
  const cell = cells[sheet] ?? null;
  return withRanges({ option: option(), sheet, row: cell?.row ?? null, column: cell?.column ?? null }, ranges[sheet] ?? []);
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

const deletedNotice = ({ stores: { document, ui } }: Input, count: string): Notice => {
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
