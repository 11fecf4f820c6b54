/**
 * The open scenario, its bill, its history and how far it is saved. Every change goes through `dispatch`: a pure command's
 * patch is applied, what it touched is billed again, and the same patch is queued for the store. Nothing typed is lost:
 * patches stay queued until main has acknowledged them.
 */
import type { Bill } from '../../shared/billing/bill.ts';
import { type BillState, billScenario } from '../../shared/billing/recompute.ts';
import type { AppError, Result } from '../../shared/core/result.ts';
import type { Bridge, OpenScenario } from '../../shared/ipc/contract.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import type { History, HistoryEntry, HistoryLabel, Place } from '../../shared/scenario/history.ts';
import { applyPatch, invertPatch, type Patch } from '../../shared/scenario/patch.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { pushEntry, redoEntry, undoEntry } from './history.ts';
import { createSaver, type Move, type SaveState, type Schedule } from './saver.ts';
import { createStore, type StoreApi } from './store.ts';

export interface DocumentState {
  readonly id: string;
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
  readonly bill: Bill;
  readonly history: History;
  readonly saveState: SaveState;
  readonly saveError: AppError | null;
}

export interface Document {
  readonly store: StoreApi<DocumentState | null>;
  /** Shows another scenario with its history. Flush before: what the former one still queues is sent, but no longer reported. */
  load(opened: OpenScenario): void;
  /** Applies a command's patch as one gesture. Returns the command's error, if it was refused. */
  dispatch(result: Result<Patch>, gesture: Gesture): AppError | null;
  /** The place to show after undo or redo, null where there was nothing to do. */
  undo(): Place | null;
  redo(): Place | null;
  /** Makes an edition known before a command chooses it: undo and redo then bill by the edition that the scenario names. */
  addPriceBook(priceBook: PriceBook): void;
  /** Resolves when nothing is queued any more, or saving has failed. */
  flush(): Promise<SaveState>;
  retrySave(): void;
}

export interface Gesture {
  readonly label: HistoryLabel;
  readonly before: Place;
  readonly after: Place;
}

/** `schedule`: when a save begins; absent: at once. */
export const createDocument = (bridge: Pick<Bridge, 'invoke'>, schedule?: Schedule): Document => {
  const store = createStore<DocumentState | null>(() => null);
  const update = (change: Partial<DocumentState>): void => store.setState((state) => (state === null ? null : { ...state, ...change }));
  const saver = createSaver(bridge, (saveState, saveError) => update({ saveState, saveError }), schedule);
  const editions = new Map<string, PriceBook>();
  /** the bill on screen with what the next one keeps of it */
  let billed: BillState | null = null;

  const apply = (state: DocumentState, patch: Patch, history: History, move: Move): void => {
    const scenario = applyPatch(state.scenario, patch);
    const priceBook = editions.get(scenario.priceBook) ?? state.priceBook;
    billed = billScenario({ scenario, priceBook }, billed);
    store.setState({ ...state, scenario, priceBook, bill: billed.bill, history });
    saver.push(patch, move);
  };
  const step = (find: (history: History) => { entry: HistoryEntry; history: History } | null, inverse: boolean): Place | null => {
    const state = store.getState();
    const found = state === null ? null : find(state.history);
    if (state === null || found === null) return null;
    apply(state, inverse ? invertPatch(found.entry.patch) : found.entry.patch, found.history, { move: inverse ? 'undo' : 'redo' });
    return inverse ? found.entry.before : found.entry.after;
  };

  return {
    store,
    load: (opened) => {
      saver.reset({ id: opened.id, revision: opened.revision });
      const { id, scenario, priceBook, history, historyPriceBooks } = opened;
      editions.clear();
      for (const book of historyPriceBooks) editions.set(book.edition, book);
      editions.set(scenario.priceBook, priceBook);
      billed = billScenario({ scenario, priceBook }, null);
      store.setState({ id, scenario, priceBook, bill: billed.bill, history, saveState: 'saved', saveError: null }, true);
    },
    dispatch: (result, gesture) => {
      const state = store.getState();
      if (state === null) return null;
      if (!result.ok) return result.error;
      const patch = result.value;
      if (patch.length > 0) apply(state, patch, pushEntry(state.history, { ...gesture, patch }), { move: 'push', ...gesture });
      return null;
    },
    undo: () => step(undoEntry, true),
    redo: () => step(redoEntry, false),
    addPriceBook: (priceBook) => {
      editions.set(priceBook.edition, priceBook);
    },
    flush: saver.flush,
    retrySave: saver.retry,
  };
};
