/** Says that rows or columns are not shown as they are, and puts them back. */
import type { GridSource } from '../grid/controller.ts';
import type { GridRow } from '../grid/types.ts';
import type { Tab } from '../state/ui.ts';
import { useApp, useDocument, useUi } from '../ui/appContext.tsx';
import { Button } from '../ui/controls/Button.tsx';
import { translate } from '../ui/texts.ts';
import { layoutActions, NO_SETTINGS } from './layout.ts';
import { SHEET_GRID_TEXTS } from './texts.ts';

interface Props<R extends GridRow> {
  readonly sheet: Tab;
  readonly source: GridSource<R>;
}

export const ArrangeBar = <R extends GridRow>({ sheet, source }: Props<R>) => {
  const { ui } = useApp();
  const locale = useUi((state) => state.locale);
  const settings = useUi((state) => state.grids[sheet] ?? NO_SETTINGS);
  const filter = useUi((state) => state.filters[sheet] ?? '');
  // The counts follow every edit.
  useDocument((document) => document.scenario);
  const t = translate(SHEET_GRID_TEXTS, locale);
  const { sort, hidden = [] } = settings;
  if (sort === undefined && filter === '' && hidden.length === 0) return null;
  const { columns, rows, places } = source.get();
  const column = columns.find(({ id }) => id === sort?.column)?.header ?? sort?.column ?? '';
  const parts = [
    ...(sort === undefined ? [] : [t('sortedBy', { column, direction: t(sort.descending ? 'descending' : 'ascending') })]),
    ...(filter === '' ? [] : [t('filteredBy', { filter, shown: rows.length, all: places?.size ?? rows.length })]),
    ...(hidden.length === 0 ? [] : [t('hiddenColumns', { count: hidden.length })]),
  ];
  return (
    <div className="arrange-bar" role="status">
      {parts.join(' · ')}
      <Button kind="quiet" onClick={() => layoutActions(ui, sheet, columns).clear()}>
        {t('clearArrangement')}
      </Button>
    </div>
  );
};
