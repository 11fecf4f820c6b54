/** The rows of a sheet straight from the stores: an edit reaches the grid in the same task, without a round through React. */

import { isFormula } from '../../shared/formula/ast.ts';
import { completionsAt } from '../../shared/formula/references.ts';
import type { GridSettings } from '../../shared/ipc/contract.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import { readDrivers } from '../../shared/scenario/drivers.ts';
import { createLineLocator } from '../../shared/scenario/locate.ts';
import { cellNotes } from '../../shared/scenario/notes.ts';
import { getField } from '../../shared/scenario/patch.ts';
import { resultLineOf } from '../../shared/scenario/resolve.ts';
import { fieldKind, isNumberKind } from '../../shared/scenario/typed.ts';
import type { Line, LineOf, SheetId } from '../../shared/scenario/types.ts';
import { listMonths } from '../../shared/time/calendar.ts';
import { issueText } from '../../shared/wording/issueTexts.ts';
import type { GridSource } from '../grid/controller.ts';
import type { CellView, ColumnId, GridModel } from '../grid/types.ts';
import type { DocumentState } from '../state/document.ts';
import type { UiState } from '../state/ui.ts';
import type { AppStores } from '../ui/appContext.tsx';
import { EMPTY, EMPTY_INPUT, texts, withIssues, withNote } from './cells.ts';
import { followStores } from './followStores.ts';
import { indexIssues } from './issueIndex.ts';
import { arrangeColumns, COLLATOR, createArrangement, NO_SETTINGS } from './layout.ts';
import { memo } from './memo.ts';
import { bookIndex, shownOption } from './shown.ts';
import type { SheetColumn, SheetContext, SheetDefinition } from './types.ts';

export interface SheetSource<S extends SheetId> extends GridSource<LineOf[S]> {
  /** what the cells show now */
  readonly context: () => SheetContext;
  readonly column: (id: ColumnId) => SheetColumn<S> | undefined;
  /** null where there is none of that id */
  readonly line: (id: string) => LineOf[S] | null;
}

export const createSheetSource = <S extends SheetId>(
  { document, ui }: Pick<AppStores, 'document' | 'ui'>,
  definition: SheetDefinition<S>,
): SheetSource<S> => {
  const read = (): { readonly state: DocumentState; readonly ui: UiState } => {
    const state = document.store.getState();
    if (state === null) throw new Error('no document is open');
    return { state, ui: ui.getState() };
  };
  const columns = memo((locale: UiState['locale'], startMonth: string, months: number, folded: readonly string[]) =>
    definition.columns({ locale, months: listMonths(startMonth, months), folded }),
  );
  const shownColumns = memo((list: readonly SheetColumn<S>[], settings: GridSettings) => arrangeColumns(list, settings));
  const arrange = createArrangement<LineOf[S]>((a, b) => COLLATOR.compare(a, b));
  const columnIndex = memo((list: readonly SheetColumn<S>[]) => new Map(list.map((column) => [column.id, column])));
  const locate = memo(createLineLocator);
  const context = memo(makeContext);
  const model = memo(makeModel<S>);
  const current = () => {
    const { state, ui: shown } = read();
    const { scenario, priceBook } = state;
    const { option, optionBill } = shownOption(state, shown.option);
    const settings = shown.grids[definition.sheet] ?? NO_SETTINGS;
    const list = columns(shown.locale, scenario.startMonth, scenario.months, settings.folded ?? NOTHING_FOLDED);
    const filter = shown.filters[definition.sheet] ?? '';
    return { list, settings, filter, made: context(scenario, option, optionBill, priceBook, shown.locale) };
  };
  return {
    context: () => current().made,
    column: (id) => columnIndex(current().list).get(id),
    line: (id) => {
      const { made } = current();
      const lines = linesOf(made.option, definition.sheet);
      return lines[locate(lines)(id)] ?? null;
    },
    get: () => {
      const { list, settings, filter, made } = current();
      const index = columnIndex(list);
      const arranged = arrange({
        rows: linesOf(made.option, definition.sheet),
        sort: settings.sort ?? null,
        filter,
        value: (line, id) => plainValue(resultLineOf(line), index.get(id), made),
        text: (line) => list.map((column) => column.view(resultLineOf(line), made).text).join(' '),
      });
      return model(definition.sheet, shownColumns(list, settings), index, made, arranged.rows, arranged.places);
    },
    subscribe: followStores({ document, ui }),
  };
};

const NOTHING_FOLDED: readonly string[] = [];

const makeContext = (
  scenario: SheetContext['scenario'],
  option: SheetContext['option'],
  bill: SheetContext['bill'],
  priceBook: PriceBook,
  locale: SheetContext['locale'],
): SheetContext => ({
  scenario,
  option,
  bill,
  locale,
  book: bookIndex(priceBook),
  issues: indexIssues(bill),
  say: (issue) => issueText(issue, { locale, priceBook }),
});

/** The one place where a sheet's name and its lines' type meet; TypeScript does not follow it through the index. */
const linesOf = <S extends SheetId>(option: SheetContext['option'], sheet: S): readonly LineOf[S][] =>
  option[sheet] as readonly LineOf[S][];

const makeModel = <S extends SheetId>(
  sheet: S,
  columns: readonly SheetColumn<S>[],
  index: ReadonlyMap<ColumnId, SheetColumn<S>>,
  context: SheetContext,
  rows: readonly LineOf[S][],
  places: GridModel<LineOf[S]>['places'],
): GridModel<LineOf[S]> => ({
  columns,
  rows,
  places,
  cell: (line, id) => {
    const column = index.get(id);
    if (column === undefined) return EMPTY;
    const view = formulaCell(line, id, column.view(resultLineOf(line), context));
    return withIssues(withNote(view, cellNotes(line)[id]), context.issues.find(line.id, id), context);
  },
  rowTone: (line) => (context.issues.hasError(line.id) ? 'bad' : null),
  blank: (id): CellView => {
    if (id === columns[0]?.id) return { text: texts(context)('addHint'), tone: 'hint', edit: '' };
    return index.get(id)?.editor === 'none' ? EMPTY : EMPTY_INPUT;
  },
  total: (id) => index.get(id)?.total?.(context) ?? { text: '', tone: 'total' },
  choices: (line, id) => index.get(id)?.choices?.(line, context) ?? [],
  raw: (line, id) => (index.get(id)?.editor === 'none' ? '' : (getField(line, id) ?? '')),
  value: (line, id) => plainValue(resultLineOf(line), index.get(id), context),
  note: (line, id) => cellNotes(line)[id] ?? '',
  complete: (id, text, caret) =>
    isNumberKind(fieldKind(sheet, id))
      ? completionsAt(
          text,
          caret,
          readDrivers(context.scenario.drivers).map(({ name }) => name),
        )
      : null,
});

/** A formula shows its result and opens as it was typed. */
const formulaCell = (line: Line, id: ColumnId, view: CellView): CellView => {
  const text = getField(line, id);
  if (text === null || !isFormula(text)) return view;
  const title = typeof view.title === 'function' ? view.title() : view.title;
  return { ...view, edit: text, tone: 'formula', title: [text, title].filter((part) => part !== undefined).join('\n') };
};

/** Choices by their name, numbers without separators and not rounded. */
const plainValue = <S extends SheetId>(line: LineOf[S], column: SheetColumn<S> | undefined, context: SheetContext): string => {
  if (column === undefined) return '';
  const { text, value } = column.view(line, context);
  if (value !== undefined) return value();
  return column.align === 'right' ? text.replaceAll(',', '').replace('−', '-') : text;
};
