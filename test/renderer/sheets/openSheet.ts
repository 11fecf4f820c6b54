/** A sheet without a window: the real stores, source and handlers, with main as fakeMain plays it. */
import type { GridHandlers } from '../../../src/renderer/grid/types.ts';
import { createSheetHandlers } from '../../../src/renderer/sheets/lineCommands.ts';
import { createSheetSource, type SheetSource } from '../../../src/renderer/sheets/sheetSource.ts';
import type { SheetDefinition } from '../../../src/renderer/sheets/types.ts';
import { createDocument, type Document } from '../../../src/renderer/state/document.ts';
import { createUiStore, type UiStore } from '../../../src/renderer/state/ui.ts';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import type { LineOf, Option, SheetId } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { FakeMain } from '../state/fakeMain.ts';

interface Input {
  readonly option: Option;
  readonly months?: number;
  readonly locale?: Locale;
  readonly book?: 'seed' | '2021-01-21' | PriceBook;
}
export interface OpenSheet<S extends SheetId> {
  readonly document: Document;
  readonly ui: UiStore;
  readonly source: SheetSource<S>;
  readonly handlers: GridHandlers;
  /** the text of a cell */
  readonly text: (row: string, column: string) => string;
  readonly cell: (row: string, column: string) => ReturnType<ReturnType<SheetSource<S>['get']>['cell']>;
  readonly line: (row: string) => LineOf[S];
}

export const openSheet = <S extends SheetId>(definition: SheetDefinition<S>, input: Input): OpenSheet<S> => {
  const { option, months = 2, locale = 'en', book = 'seed' } = input;
  const document = createDocument(new FakeMain('test').bridge);
  const ui = createUiStore(locale);
  const scenario = { ...makeBlankScenario({ name: 'test', priceBook: 'seed', startMonth: '2026-01', months }), options: [option] };
  document.load({
    id: 's1',
    revision: 0,
    scenario,
    priceBook: typeof book === 'string' ? readPriceBook(book) : book,
    view: null,
    history: { done: [], undone: [] },
    historyPriceBooks: [],
  });
  ui.setState({ option: option.id, sheet: definition.sheet });
  const source = createSheetSource({ document, ui }, definition);
  const handlers = createSheetHandlers({ stores: { document, ui }, sheet: definition.sheet, source });
  const line = (row: string): LineOf[S] => {
    const found = source.get().rows.find(({ id }) => id === row);
    if (found === undefined) throw new Error(`no row ${row}`);
    return found;
  };
  const cell: OpenSheet<S>['cell'] = (row, column) => source.get().cell(line(row), column);
  return { document, ui, source, handlers, line, cell, text: (row, column) => cell(row, column).text };
};
