/** The store: everything that Costbook keeps. All SQL is in this folder; every change is one transaction. */
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { RememberedMapping } from '../../shared/importing/mapping.ts';
import type { EditionSummary, Locale, OpenScenario, ScenarioSummary, ViewState } from '../../shared/ipc/contract.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import { type History, type HistoryMove, historyEditions } from '../../shared/scenario/history.ts';
import type { Patch } from '../../shared/scenario/patch.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import type { Db } from '../db/driver.ts';
import { type Connection, connectionOf, refuse, transact } from './connection.ts';
import { addEdition, type EditionKey, getEdition, listEditions, settleEdition } from './editions.ts';
import { forgetNames, openHistory } from './history.ts';
import { lineOrderOf } from './order.ts';
import { savePatch } from './savePatch.ts';
import { findScenarioRow, insertScenario, readScenario } from './scenarioRows.ts';
import { getImportMappings, getLastScenario, getLocale, rememberImportMapping, setLastScenario, setLocale } from './settings.ts';

export interface StoreInput {
  readonly db: Db;
  readonly now: () => Date;
  /** a new unique id, at most 64 characters */
  readonly newId: () => string;
  /** told how many entries of undo and redo could not be read any more, when a scenario is opened */
  readonly onHistoryLost?: (entries: number) => void;
}
export type PeekedScenario = Pick<OpenScenario, 'id' | 'revision' | 'scenario' | 'priceBook' | 'view'>;
export interface Store {
  /** newest change first */
  listScenarios(): readonly ScenarioSummary[];
  /** and remembers it as the one to open at the next start. Errors: SCENARIO_NOT_FOUND, EDITION_NOT_FOUND */
  openScenario(id: string): Result<OpenScenario>;
  /** what there is to see of it, without opening it */
  peekScenario(id: string): Result<PeekedScenario>;
  /** id of the scenario that was open last and still exists, else of the newest, else null */
  lastScenario(): string | null;
  /** returns the id. Errors: EDITION_NOT_FOUND, EDITION_CHANGED */
  createScenario(scenario: Scenario): Result<string>;
  duplicateScenario(id: string, name: string): Result<string>;
  renameScenario(id: string, name: string): Result<ScenarioSummary>;
  /** keeps the rows, so that restoreScenario brings it back */
  deleteScenario(id: string): Result<null>;
  restoreScenario(id: string): Result<null>;
  /** see savePatch.ts */
  save(input: {
    readonly id: string;
    readonly revision: number;
    readonly patch: Patch;
    readonly history: readonly HistoryMove[];
  }): Result<{ readonly revision: number }>;
  saveView(id: string, view: ViewState): Result<null>;
  listEditions(): readonly EditionSummary[];
  getEdition(edition: string): Result<PriceBook>;
  addEdition(book: PriceBook): Result<EditionKey>;
  /** what the columns of imported files were, by the shape of the file */
  importMappings(): readonly RememberedMapping[];
  rememberMapping(remembered: RememberedMapping): Result<null>;
  locale(): Locale | null;
  setLocale(locale: Locale): Result<null>;
  sqliteVersion(): string;
  close(): void;
}

export const createStore = ({ db, now, newId, onHistoryLost = () => undefined }: StoreInput): Store => {
  const connection = connectionOf(db);
  const order = lineOrderOf(connection);
  return {
    listScenarios: () => listScenarios(connection),
    openScenario: (id) => openScenario(connection, id, onHistoryLost),
    peekScenario: (id) => peekScenario(connection, id),
    lastScenario: () => {
      const last = getLastScenario(connection);
      if (last !== null && findScenarioRow(connection, last) !== undefined) return last;
      return listScenarios(connection)[0]?.id ?? null;
    },
    createScenario: (scenario) => transact(connection, () => create({ connection, scenario, id: newId(), now: now() })),
    duplicateScenario: (id, name) => transact(connection, () => duplicate({ connection, id, name, newId: newId(), now: now() })),
    renameScenario: (id, name) => transact(connection, () => rename({ connection, id, name, now: now() })),
    deleteScenario: (id) =>
      transact(connection, () =>
        mustFind(connection.run('UPDATE scenarios SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL', now().toISOString(), id), id),
      ),
    restoreScenario: (id) =>
      transact(connection, () =>
        mustFind(connection.run('UPDATE scenarios SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL', id), id),
      ),
    save: (input) => savePatch(connection, order, { ...input, now: now() }),
    saveView: (id, view) =>
      transact(connection, () => mustFind(connection.run('UPDATE scenarios SET view = ? WHERE id = ?', JSON.stringify(view), id), id)),
    listEditions: () => listEditions(connection),
    getEdition: (edition) => getEdition(connection, edition),
    addEdition: (book) => transact(connection, () => addEdition(connection, book, now())),
    importMappings: () => getImportMappings(connection),
    rememberMapping: (remembered) =>
      transact(connection, () => {
        rememberImportMapping(connection, remembered);
        return null;
      }),
    locale: () => getLocale(connection),
    setLocale: (locale) =>
      transact(connection, () => {
        setLocale(connection, locale);
        return null;
      }),
    sqliteVersion: () => connection.query<{ readonly version: string }>('SELECT sqlite_version() AS version').get()?.version ?? '',
    close: () => {
      db.close();
    },
  };
};

const listScenarios = (connection: Connection): readonly ScenarioSummary[] =>
  connection
    .query<ScenarioSummary>(
      'SELECT id, name, updated_at AS updatedAt FROM scenarios WHERE deleted_at IS NULL ORDER BY updated_at DESC, rowid DESC',
    )
    .all();

const openScenario = (connection: Connection, id: string, onHistoryLost: (entries: number) => void): Result<OpenScenario> => {
  const peeked = peekScenario(connection, id);
  if (!peeked.ok) return peeked;
  const opened = transact(connection, () => {
    setLastScenario(connection, id);
    return openHistory(connection, id);
  });
  if (!opened.ok) return opened;
  const { history, lost } = opened.value;
  if (lost > 0) onHistoryLost(lost);
  return ok({ ...peeked.value, history, historyPriceBooks: readHistoryPriceBooks(connection, history, peeked.value.priceBook.edition) });
};

/** Editions are never deleted, so what the history names is there. */
const readHistoryPriceBooks = (connection: Connection, history: History, current: string): readonly PriceBook[] =>
  [...historyEditions(history)].flatMap((edition) => {
    const found = edition === current ? null : getEdition(connection, edition);
    return found?.ok === true ? [found.value] : [];
  });

const peekScenario = (connection: Connection, id: string): Result<PeekedScenario> => {
  const row = findScenarioRow(connection, id);
  if (row === undefined) return fail('SCENARIO_NOT_FOUND', id, { id });
  const priceBook = getEdition(connection, row.price_book);
  if (!priceBook.ok) return priceBook;
  return ok({
    id,
    revision: row.revision,
    scenario: readScenario(connection, row),
    priceBook: priceBook.value,
    // Written by saveView only, which takes nothing but a ViewState.
    view: row.view === null ? null : (JSON.parse(row.view) as ViewState),
  });
};

interface CreateInput {
  readonly connection: Connection;
  readonly scenario: Scenario;
  readonly id: string;
  readonly now: Date;
}
const create = ({ connection, scenario, id, now }: CreateInput): string => {
  insertScenario(connection, { id, scenario, edition: settleEdition(connection, scenario, now), now });
  return id;
};

interface ChangeInput {
  readonly connection: Connection;
  readonly id: string;
  readonly name: string;
  readonly now: Date;
}
const duplicate = ({ connection, id, name, newId, now }: ChangeInput & { readonly newId: string }): string => {
  const row = findScenarioRow(connection, id) ?? notFound(id);
  const scenario = { ...readScenario(connection, row), name };
  create({ connection, scenario, id: newId, now });
  connection.run('UPDATE scenarios SET view = ? WHERE id = ?', row.view, newId);
  return newId;
};

/** Leaves the revision alone, so that a window that has the scenario open can go on; it renames the open one by a patch. */
const rename = ({ connection, id, name, now }: ChangeInput): ScenarioSummary => {
  const updatedAt = now.toISOString();
  forgetNames(connection, id);
  mustFind(connection.run('UPDATE scenarios SET name = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL', name, updatedAt, id), id);
  return { id, name, updatedAt };
};

const notFound = (id: string): never => refuse('SCENARIO_NOT_FOUND', id, { id });

const mustFind = ({ changes }: { readonly changes: number }, id: string): null => (changes === 1 ? null : notFound(id));
