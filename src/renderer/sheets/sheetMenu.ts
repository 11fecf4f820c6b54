/** The menu at a cell: everything that the keys do, for those who do not know them. */
import type { GridSettings, MenuCommand, Request } from '../../shared/ipc/contract.ts';
import type { GridHandle } from '../grid/SheetGrid.tsx';
import type { GridColumn } from '../grid/types.ts';
import type { MenuEntry } from '../ui/controls/Menu.tsx';
import type { Translate } from '../ui/texts.ts';
import { type layoutActions, movedOrder } from './layout.ts';
import { quarterOfColumn } from './quarters.ts';
import type { SheetTextKey } from './texts.ts';

type EditCommand = Request<'window.edit'>['command'];

interface Input {
  readonly grid: GridHandle;
  readonly t: Translate<SheetTextKey>;
  /** the browser's own copy, cut and paste, which only the main process may start */
  readonly edit: (command: EditCommand) => void;
  readonly settings: GridSettings;
  readonly layout: ReturnType<typeof layoutActions>;
  /** columns that are shown */
  readonly columns: readonly GridColumn[];
}

/** Commands of the menu bar that are the grid's. */
export const runGridCommand = (command: MenuCommand, grid: GridHandle): void => {
  const gesture = GESTURES[command];
  if (gesture !== undefined) grid.change(gesture);
};

const GESTURES: Partial<Record<MenuCommand, Parameters<GridHandle['change']>[0]>> = {
  'edit.deleteRows': (changing) => changing.deleteRows(),
  'edit.insertAbove': (changing) => changing.insertRows('above'),
  'edit.insertBelow': (changing) => changing.insertRows('below'),
  'edit.duplicateRows': (changing) => changing.duplicateRows(),
  'edit.moveUp': (changing) => changing.moveRows(-1),
  'edit.moveDown': (changing) => changing.moveRows(1),
  'edit.fillDown': (changing) => changing.fill('down'),
  'edit.fillRight': (changing) => changing.fill('right'),
  'edit.fillSeries': (changing) => changing.fillSelection('series'),
  'edit.fillGrowth': (changing) => changing.fillSelection('growth'),
};

export const sheetMenu = (input: Input): readonly MenuEntry[] => {
  const { grid, t, edit } = input;
  const change = (gesture: Parameters<GridHandle['change']>[0]) => () => grid.change(gesture);
  const clipboard = (command: EditCommand) => () => {
    grid.focus();
    edit(command);
  };
  const copy: MenuEntry = { label: t('copy'), keys: 'Ctrl+C', run: clipboard('copy') };
  const explain: MenuEntry = { label: t('explain'), keys: 'Ctrl+Shift+E', groupStart: true, run: () => grid.explain() };
  if (grid.isReadOnly) return [copy, explain, ...columnEntries(input)];
  return [
    { label: t('cut'), keys: 'Ctrl+X', run: clipboard('cut') },
    copy,
    { label: t('paste'), keys: 'Ctrl+V', run: clipboard('paste') },
    { label: t('insertAbove'), keys: 'Ctrl++', groupStart: true, run: change((changing) => changing.insertRows('above')) },
    { label: t('insertBelow'), run: change((changing) => changing.insertRows('below')) },
    { label: t('duplicateRows'), run: change((changing) => changing.duplicateRows()) },
    { label: t('moveUp'), keys: 'Alt+Shift+↑', run: change((changing) => changing.moveRows(-1)) },
    { label: t('moveDown'), keys: 'Alt+Shift+↓', run: change((changing) => changing.moveRows(1)) },
    { label: t('deleteRows'), keys: 'Ctrl+-', danger: true, run: change((changing) => changing.deleteRows()) },
    { label: t('fillDown'), keys: 'Ctrl+D', groupStart: true, run: change((changing) => changing.fill('down')) },
    { label: t('fillRight'), keys: 'Ctrl+R', run: change((changing) => changing.fill('right')) },
    { label: t('fillSeries'), run: change((changing) => changing.fillSelection('series')) },
    { label: t('fillGrowth'), run: change((changing) => changing.fillSelection('growth')) },
    { label: t('clear'), keys: 'Del', run: change((changing) => changing.clear()) },
    ...noteEntries(input),
    explain,
    ...columnEntries(input),
    ...quarterEntries(input),
  ];
};

const noteEntries = ({ grid, t }: Input): readonly MenuEntry[] => {
  const note = grid.notes.atActive;
  return [
    {
      label: t(note === '' || note === null ? 'insertNote' : 'editNote'),
      keys: 'Shift+F2',
      groupStart: true,
      disabled: note === null,
      run: () => grid.notes.write(),
    },
    { label: t('deleteNote'), disabled: !note, run: () => grid.change((changing) => changing.deleteNotes()) },
  ];
};

const columnEntries = ({ grid, t, settings, layout, columns }: Input): readonly MenuEntry[] => {
  const column = grid.activeCell?.column;
  if (column === undefined) return [];
  const isFrozen = settings.frozen !== undefined;
  return [
    { label: t('sortUp'), groupStart: true, run: () => layout.sort(column, false) },
    { label: t('sortDown'), run: () => layout.sort(column, true) },
    { label: t('sortClear'), disabled: settings.sort === undefined, run: layout.clearSort },
    { label: t('moveLeft'), groupStart: true, disabled: movedOrder(columns, column, -1) === null, run: () => layout.move(column, -1) },
    { label: t('moveRight'), disabled: movedOrder(columns, column, 1) === null, run: () => layout.move(column, 1) },
    { label: t('fitColumn'), run: () => grid.change((changing) => changing.fitColumns()) },
    { label: t('hideColumn'), disabled: columns.length < 2, run: () => layout.hide(column) },
    { label: t('showColumns'), disabled: (settings.hidden ?? []).length === 0, run: layout.showAll },
    isFrozen ? { label: t('unfreeze'), run: layout.unfreeze } : { label: t('freeze'), run: () => layout.freeze(column) },
  ];
};

const quarterEntries = ({ grid, t, settings, layout, columns }: Input): readonly MenuEntry[] => {
  const quarters = [...new Set(columns.flatMap(({ id }) => quarterOfColumn(id) ?? []))];
  if (quarters.length === 0) return [];
  const quarter = quarterOfColumn(grid.activeCell?.column ?? '');
  const isFolded = quarter !== null && (settings.folded ?? []).includes(quarter);
  const one: MenuEntry[] =
    quarter === null
      ? []
      : [
          isFolded
            ? { label: t('unfoldQuarter', { quarter }), run: () => layout.unfold([quarter]) }
            : { label: t('foldQuarter', { quarter }), run: () => layout.fold([quarter]) },
        ];
  const all: MenuEntry[] = [
    { label: t('foldQuarters'), run: () => layout.fold(quarters) },
    { label: t('unfoldQuarters'), disabled: (settings.folded ?? []).length === 0, run: () => layout.unfold(quarters) },
  ];
  return [...one, ...all].map((entry, at) => (at === 0 ? { ...entry, groupStart: true } : entry));
};
