/** The menu at a cell: everything that the keys do, for those who do not know them. */
import type { MenuCommand, Request } from '../../shared/ipc/contract.ts';
import type { GridHandle } from '../grid/SheetGrid.tsx';
import type { MenuEntry } from '../ui/controls/Menu.tsx';
import type { Translate } from '../ui/texts.ts';
import type { SheetTextKey } from './texts.ts';

type EditCommand = Request<'window.edit'>['command'];

interface Input {
  readonly grid: GridHandle;
  readonly t: Translate<SheetTextKey>;
  /** the browser's own copy, cut and paste, which only the main process may start */
  readonly edit: (command: EditCommand) => void;
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

export const sheetMenu = ({ grid, t, edit }: Input): readonly MenuEntry[] => {
  const change = (gesture: Parameters<GridHandle['change']>[0]) => () => grid.change(gesture);
  const clipboard = (command: EditCommand) => () => {
    grid.focus();
    edit(command);
  };
  return [
    { label: t('cut'), keys: 'Ctrl+X', run: clipboard('cut') },
    { label: t('copy'), keys: 'Ctrl+C', run: clipboard('copy') },
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
    { label: t('explain'), keys: 'Ctrl+Shift+E', groupStart: true, run: () => grid.explain() },
  ];
};
