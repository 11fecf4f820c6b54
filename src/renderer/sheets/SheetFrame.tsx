/** A grid on screen, bound to the window: its menu, its texts, the commands of the menu bar, the cell that somebody asks for. */
import { useEffect, useState } from 'react';
import type { MenuCommand } from '../../shared/ipc/contract.ts';
import type { GridSource } from '../grid/controller.ts';
import { type GridHandle, SheetGrid } from '../grid/SheetGrid.tsx';
import type { CellRef, GridHandlers, GridRow, GridTexts } from '../grid/types.ts';
import type { Tab } from '../state/ui.ts';
import { type AppStores, useApp, useUi } from '../ui/appContext.tsx';
import { type Translate, translate } from '../ui/texts.ts';
import { ArrangeBar } from './ArrangeBar.tsx';
import { FindBar } from './FindBar.tsx';
import { layoutActions, NO_SETTINGS } from './layout.ts';
import { runGridCommand, sheetMenu } from './sheetMenu.ts';
import { SHEET_GRID_TEXTS, type SheetTextKey } from './texts.ts';
import './sheets.css';

interface Props<R extends GridRow> {
  readonly sheet: Tab;
  /** read aloud for the grid as a whole */
  readonly label: string;
  readonly source: GridSource<R>;
  readonly handlers: GridHandlers;
  /** another one makes another grid */
  readonly gridKey?: string;
}

export const SheetFrame = <R extends GridRow>({ sheet, label, source, handlers, gridKey = '' }: Props<R>) => {
  const stores = useApp();
  const locale = useUi((ui) => ui.locale);
  const [grid, setGrid] = useState<GridHandle | null>(null);
  useReveal(stores, sheet, grid);
  useEffect(
    () => stores.bridge.onMenuCommand((command: MenuCommand) => (grid === null ? undefined : runGridCommand(command, grid))),
    [stores, grid],
  );
  const t = translate(SHEET_GRID_TEXTS, locale);
  return (
    <section className="sheet" data-sheet={sheet} aria-label={label}>
      <FindBar sheet={sheet} source={source} handlers={handlers} grid={grid} />
      <ArrangeBar sheet={sheet} source={source} />
      <SheetGrid
        key={`${locale} ${gridKey}`}
        label={label}
        locale={locale}
        texts={gridTexts(t)}
        menu={(opened) => {
          const { columns } = source.get();
          return sheetMenu({
            grid: opened,
            t,
            columns,
            edit: (command) => void stores.bridge.invoke('window.edit', { command }),
            settings: stores.ui.getState().grids[sheet] ?? NO_SETTINGS,
            layout: layoutActions(stores.ui, sheet, columns),
          });
        }}
        source={source}
        handlers={handlers}
        initial={initialCell(stores, sheet)}
        takesFocus={mayTakeFocus}
        onReady={setGrid}
      />
    </section>
  );
};

const gridTexts = (t: Translate<SheetTextKey>): GridTexts => ({
  rowNumber: t('rowNumber'),
  nothingFound: t('nothingFound'),
  cell: t('cell'),
  blankRow: t('blankRow'),
  totalRow: t('totalRow'),
  range: t('range'),
  menu: t('menu'),
  note: t('note'),
  noteKeys: t('noteKeys'),
});

/** The cell that somebody asks for, or else where the user was. */
const initialCell = ({ ui }: AppStores, sheet: Tab): CellRef | null => {
  const { reveal, cells } = ui.getState();
  return reveal?.sheet === sheet ? { row: reveal.row, column: reveal.column } : (cells[sheet] ?? null);
};

/** Undo, redo and problem links ask for a cell; it is asked for once, as soon as the grid stands. */
const useReveal = ({ ui }: AppStores, sheet: Tab, grid: GridHandle | null): void => {
  const reveal = useUi((state) => (state.reveal?.sheet === sheet ? state.reveal : null));
  useEffect(() => {
    if (reveal === null || grid === null) return;
    grid.reveal({ row: reveal.row, column: reveal.column }, reveal.ranges);
    ui.setState(({ reveal: latest }) => (latest === reveal ? { reveal: null } : {}));
  }, [reveal, ui, grid]);
};

/** As in Excel the keys go to the sheet that a click on a tab shows; somebody walking along the tabs with the keyboard stays there. */
const mayTakeFocus = (): boolean => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || !activeElement.matches(':focus-visible');
};
