/** The gestures of the Drivers sheet as commands on the scenario. */
import { fail, type Result } from '../../../shared/core/result.ts';
import { type DriverEdit, editDrivers, moveDrivers, type NewDriver, removeDrivers } from '../../../shared/scenario/commands/drivers.ts';
import { type Driver, isDriverField, readDrivers, wrongDrivers } from '../../../shared/scenario/drivers.ts';
import { cellNotes, noteField } from '../../../shared/scenario/notes.ts';
import type { Patch } from '../../../shared/scenario/patch.ts';
import type { Scenario } from '../../../shared/scenario/types.ts';
import type { CellRef, GridEdit, GridHandlers, NewCell } from '../../grid/types.ts';
import { batchNotice } from '../../sheets/batchNotice.ts';
import { createGestures, type SheetCommands } from '../../sheets/gestures.ts';
import type { AppStores } from '../../ui/appContext.tsx';

export const createDriverHandlers = (stores: Pick<AppStores, 'document' | 'ui'>): GridHandlers =>
  createGestures({
    stores,
    sheet: 'drivers',
    mainColumn: 'name',
    option: () => stores.ui.getState().option,
    commands: driverCommands(stores),
  });

const driverCommands = ({ document, ui }: Pick<AppStores, 'document' | 'ui'>): SheetCommands => {
  const scenario = (): Scenario => {
    const state = document.store.getState();
    if (state === null) throw new Error('no document is open');
    return state.scenario;
  };
  const run = (edits: readonly GridEdit[], added: readonly (readonly NewCell[])[], index?: number): Result<Patch> =>
    editDrivers(scenario(), {
      edits: edits.flatMap(toEdit),
      added: added.map(toDriver),
      ...(index === undefined ? {} : { index }),
    });
  const placeOf = (before: string | null): number | undefined =>
    before === null ? undefined : readDrivers(scenario().drivers).findIndex(({ id }) => id === before);
  return {
    edit: (edit) => run([edit], []),
    add: (cell) => run([], [[cell]]),
    batch: ({ edits, added }) => run(edits, added),
    note: (cells, text) =>
      editDrivers(scenario(), {
        edits: cells.flatMap(({ row, column }) => (isDriverField(column) ? [{ driver: row, field: noteField(column), typed: text }] : [])),
      }),
    remove: (drivers) => removeDrivers(scenario(), { drivers }),
    insert: ({ count, before }) =>
      run(
        [],
        Array.from({ length: count }, () => []),
        placeOf(before),
      ),
    duplicate: (rows) => {
      const all = readDrivers(scenario().drivers);
      const copied = all.filter(({ id }) => rows.includes(id));
      const last = all.findIndex(({ id }) => id === copied.at(-1)?.id);
      // A name belongs to one driver: the copies get new ones.
      const copies = copied.map((driver): NewDriver => ({ value: driver.value, unit: driver.unit, note: driver.note, ...notesOf(driver) }));
      return last < 0 ? fail('COMMAND_REFUSED', rows[0] ?? null) : editDrivers(scenario(), { edits: [], added: copies, index: last + 1 });
    },
    move: ({ rows: drivers, before }) => moveDrivers(scenario(), { drivers, before }),
    inserted,
    afterBatch: (batch, added, loss) => {
      const wrong = new Set(wrongDrivers(scenario().drivers).map(({ driver }) => driver.id));
      const isWrong = ({ row, column }: CellRef): boolean => column === 'value' && wrong.has(row);
      return batchNotice({ ui, option: ui.getState().option, sheet: 'drivers', batch, added, loss, needed: 'value', isWrong });
    },
    explain: () => undefined,
  };
};

const notesOf = (driver: Driver): NewDriver =>
  Object.fromEntries(Object.entries(cellNotes(driver)).map(([field, text]) => [noteField(field), text]));

/** What was typed into a cell, and the note that came along with it. */
const typedOf = ({ column, text, note }: NewCell): readonly (readonly [DriverEdit['field'], string])[] => {
  if (!isDriverField(column)) return [];
  return note === undefined
    ? [[column, text]]
    : [
        [column, text],
        [noteField(column), note],
      ];
};

const toEdit = ({ row, ...cell }: GridEdit): readonly DriverEdit[] =>
  typedOf(cell).map(([field, typed]) => ({ driver: row, field, typed }));

const toDriver = (cells: readonly NewCell[]): NewDriver => Object.fromEntries(cells.flatMap(typedOf));

/** Drivers that a patch brings in. */
const inserted = (patch: Patch): readonly string[] =>
  patch.flatMap((op) => {
    if (op.op !== 'scenario.set' || op.field !== 'drivers') return [];
    const before = new Set(idsOf(op.before));
    return idsOf(op.after).filter((id) => !before.has(id));
  });

const idsOf = (text: string | number | null): readonly string[] => readDrivers(typeof text === 'string' ? text : null).map(({ id }) => id);
