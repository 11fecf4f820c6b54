/** The rows of the ledger straight from the stores: of the option on screen, in all months or in one. */
import type { OptionBill } from '../../../shared/billing/bill.ts';
import type { GridSettings, Locale } from '../../../shared/ipc/contract.ts';
import type { PriceBook } from '../../../shared/pricebook/types.ts';
import type { Month, Option } from '../../../shared/scenario/types.ts';
import { listMonths } from '../../../shared/time/calendar.ts';
import type { GridSource } from '../../grid/controller.ts';
import { type CellRef, type CellView, type ColumnId, type GridModel, TOTAL_ROW } from '../../grid/types.ts';
import { EMPTY } from '../../sheets/cells.ts';
import { followStores } from '../../sheets/followStores.ts';
import { arrangeColumns, COLLATOR, createArrangement, NO_SETTINGS } from '../../sheets/layout.ts';
import { memo } from '../../sheets/memo.ts';
import { bookIndex, shownOption } from '../../sheets/shown.ts';
import type { WhySubject } from '../../state/subject.ts';
import type { AppStores } from '../../ui/appContext.tsx';
import { type LedgerColumn, type LedgerContext, ledgerColumns } from './columns.ts';
import { type LedgerRow, type LedgerRows, listEntries } from './entries.ts';
import { ledgerView } from './view.ts';

export interface LedgerSource extends GridSource<LedgerRow> {
  /** what is listed, before it is filtered */
  readonly entries: () => LedgerRows;
  /** undefined: there is nothing to explain */
  readonly subject: (cell: CellRef) => WhySubject | undefined;
}

export const createLedgerSource = ({ document, ui }: Pick<AppStores, 'document' | 'ui'>): LedgerSource => {
  const arrange = createArrangement<LedgerRow>((a, b) => COLLATOR.compare(a, b));
  const columns = memo(ledgerColumns);
  const shownColumns = memo((list: readonly LedgerColumn[], settings: GridSettings) => arrangeColumns(list, settings));
  const list = memo((option: Option, bill: OptionBill, startMonth: Month, months: number, month: Month | null) =>
    listEntries({ option, bill, horizon: listMonths(startMonth, months), month }),
  );
  const context = memo(
    (locale: Locale, bill: OptionBill, priceBook: PriceBook, month: Month | null): LedgerContext => ({
      locale,
      bill,
      book: bookIndex(priceBook),
      month,
    }),
  );
  const model = memo(makeModel);
  const current = () => {
    const state = document.store.getState();
    if (state === null) throw new Error('no document is open');
    const { scenario, priceBook } = state;
    const { option, optionBill } = shownOption(state, ui.getState().option);
    const entries = list(option, optionBill, scenario.startMonth, scenario.months, ledgerView.getState().month);
    return { entries, made: context(ui.getState().locale, optionBill, priceBook, entries.month) };
  };
  return {
    entries: () => current().entries,
    get: () => {
      const { entries, made } = current();
      const { grids, filters, locale } = ui.getState();
      const settings = grids.ledger ?? NO_SETTINGS;
      const all = columns(locale);
      const arranged = arrange({
        rows: entries.rows,
        sort: settings.sort ?? null,
        filter: filters.ledger ?? '',
        value: (row, id) => plainValue(viewOf(all, id, row, made)),
        text: (row) => all.map((column) => column.view(row, made).text).join(' '),
      });
      return model(shownColumns(all, settings), all, made, arranged.rows, arranged.places);
    },
    subject: ({ row: id, column: columnId }) => {
      const { entries, made } = current();
      const column = columns(ui.getState().locale).find((each) => each.id === columnId);
      if (id === TOTAL_ROW) return column?.totalSubject(made) ?? undefined;
      const row = entries.rows.find((each) => each.id === id);
      return row === undefined ? undefined : column?.subject(row, made);
    },
    subscribe: followStores({ document, ui }, ledgerView),
  };
};

const makeModel = (
  columns: readonly LedgerColumn[],
  all: readonly LedgerColumn[],
  context: LedgerContext,
  rows: readonly LedgerRow[],
  places: GridModel<LedgerRow>['places'],
): GridModel<LedgerRow> => ({
  columns,
  rows,
  places,
  cell: (row, id) => viewOf(all, id, row, context),
  rowTone: () => null,
  blank: null,
  total: (id) => all.find((column) => column.id === id)?.total(context) ?? EMPTY,
  choices: () => [],
  raw: () => '',
  value: (row, id) => plainValue(viewOf(all, id, row, context)),
  note: () => '',
  complete: () => null,
});

const viewOf = (columns: readonly LedgerColumn[], id: ColumnId, row: LedgerRow, context: LedgerContext): CellView =>
  columns.find((column) => column.id === id)?.view(row, context) ?? EMPTY;

const plainValue = ({ text, value }: CellView): string => value?.() ?? text;
