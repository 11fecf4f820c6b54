/** A sheet on screen: its grid, bound to the stores. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SheetId } from '../../shared/scenario/types.ts';
import { type GridHandle, SheetGrid } from '../grid/SheetGrid.tsx';
import type { GridTexts } from '../grid/types.ts';
import { type AppStores, useApp, useDocument, useUi } from '../ui/appContext.tsx';
import { type Translate, translate } from '../ui/texts.ts';
import { createSheetHandlers } from './handlers.ts';
import { sheetMenu } from './sheetMenu.ts';
import { createSheetSource } from './sheetSource.ts';
import { SHEET_GRID_TEXTS, type SheetTextKey } from './texts.ts';
import type { SheetDefinition } from './types.ts';
import './sheets.css';

const LONG_HORIZON = 24;

interface Props<S extends SheetId> {
  readonly definition: SheetDefinition<S>;
  /** read aloud for the grid as a whole */
  readonly label: string;
}

export const Sheet = <S extends SheetId>({ definition, label }: Props<S>) => {
  const stores = useApp();
  const locale = useUi((ui) => ui.locale);
  // Whether all columns are kept in the page is decided when the grid opens.
  const long = useDocument(({ scenario }) => scenario.months > LONG_HORIZON);
  const { sheet } = definition;
  const [grid, setGrid] = useState<GridHandle | null>(null);
  const source = useMemo(() => createSheetSource(stores, definition), [stores, definition]);
  const handlers = useMemo(() => createSheetHandlers({ stores, sheet, source }), [stores, sheet, source]);
  const onReady = useCallback((ready: GridHandle | null) => {
    setGrid(ready);
    if (ready !== null && mayTakeFocus()) ready.focus();
  }, []);
  useReveal(stores, sheet, grid);
  useEffect(
    () =>
      stores.bridge.onMenuCommand((command) =>
        command === 'edit.deleteRows' ? grid?.change((changing) => changing.deleteRows()) : undefined,
      ),
    [stores, grid],
  );
  const t = translate(SHEET_GRID_TEXTS, locale);
  return (
    <section className="sheet" data-sheet={sheet} aria-label={label}>
      <SheetGrid
        key={`${locale} ${long}`}
        label={label}
        locale={locale}
        texts={gridTexts(t)}
        menu={(opened) => sheetMenu({ grid: opened, t, edit: (command) => void stores.bridge.invoke('window.edit', { command }) })}
        source={source}
        handlers={handlers}
        initial={stores.ui.getState().cells[sheet] ?? null}
        onReady={onReady}
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
});

/** Undo, redo and problem links ask for a cell; it is asked for once, as soon as the grid stands. */
const useReveal = ({ ui }: AppStores, sheet: SheetId, grid: GridHandle | null): void => {
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
