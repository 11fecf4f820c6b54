/** Remembers what was on screen for the open scenario: sheet, option, active cells, what is compared. */
import type { Bridge, ViewState } from '../../shared/ipc/contract.ts';
import type { Document } from './document.ts';
import type { UiState, UiStore } from './ui.ts';

export interface ViewSaver {
  /** Sends at once what has not been sent yet: before another scenario opens, and when the window goes. */
  flush(): void;
  stop(): void;
}
interface Input {
  readonly bridge: Pick<Bridge, 'invoke'>;
  readonly document: Pick<Document, 'store'>;
  readonly ui: UiStore;
  /** runs a task soon, once the window is idle; returns how to cancel it */
  readonly schedule: (task: () => void) => () => void;
}

export const viewOf = ({ sheet, option, cells, baseline, compareBy, grids }: UiState): ViewState => ({
  sheet,
  option,
  cells,
  baseline,
  compareBy,
  grids,
});

/** A view that cannot be saved is not worth a notice: the scenario itself is safe. */
export const createViewSaver = ({ bridge, document, ui, schedule }: Input): ViewSaver => {
  let cancel: (() => void) | null = null;
  let waiting: { readonly id: string; readonly view: ViewState } | null = null;

  const send = (): void => {
    cancel?.();
    cancel = null;
    const request = waiting;
    waiting = null;
    if (request !== null) bridge.invoke('scenario.saveView', request).catch(() => undefined);
  };
  const stop = ui.subscribe((after, before) => {
    const id = document.store.getState()?.id;
    if (id === undefined || sameView(after, before)) return;
    // Of another scenario: its last view must not be lost to this one's.
    if (waiting !== null && waiting.id !== id) send();
    waiting = { id, view: viewOf(after) };
    cancel ??= schedule(send);
  });
  return { flush: send, stop };
};

const sameView = (a: UiState, b: UiState): boolean =>
  a.sheet === b.sheet &&
  a.option === b.option &&
  a.cells === b.cells &&
  a.grids === b.grids &&
  a.baseline === b.baseline &&
  a.compareBy === b.compareBy;
