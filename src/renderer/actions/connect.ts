/** Ties a session to the window: menu commands and keys to actions, undo labels to the menu bar, language and title to the page. */
import type { Request } from '../../shared/ipc/contract.ts';
import type { HistoryEntry } from '../../shared/scenario/history.ts';
import { renameInCatalog } from '../state/catalog.ts';
import type { Actions } from './actions.ts';
import { commandOfKey, runCommand } from './commands.ts';
import { type ActionContext, notify } from './context.ts';
import { showExportProgress } from './exportProgress.ts';
import { connectFileDrops } from './fileDrops.ts';
import { isTypingText } from './focus.ts';
import { createHold } from './holdWindow.ts';
import { gestureText } from './texts.ts';

/** Returns a function that unties it again. */
export const connectWindow = (context: ActionContext, actions: Actions): (() => void) => {
  const { bridge, catalog, document: open, ui, view } = context;
  const openId = (): string => open.store.getState()?.id ?? '';
  const syncMenu = menuSync(context);
  const syncPage = (): void => {
    const { locale } = ui.getState();
    const title = `${open.store.getState()?.scenario.name ?? ''} — Costbook`;
    // Written anew, even the same language makes the browser style the whole page again: 60 ms at every key press.
    if (document.documentElement.lang !== locale) document.documentElement.lang = locale;
    if (document.title !== title) document.title = title;
  };
  const onDocument = (): void => {
    const state = open.store.getState();
    if (state !== null) renameInCatalog(catalog, state.id, state.scenario.name);
    syncMenu();
    syncPage();
  };
  const onKey = (event: KeyboardEvent): void => {
    // A grid or a field that has used the key has said so.
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandOfKey(event, isTypingText(document.activeElement));
    if (command === null) return;
    event.preventDefault();
    runCommand(command, actions, openId());
  };
  onDocument();
  const stops = [
    open.store.subscribe(onDocument),
    ui.subscribe((after, before) => {
      if (after.locale === before.locale) return;
      syncMenu();
      syncPage();
    }),
    bridge.onExportProgress(showExportProgress(ui)),
    bridge.onImportProgress((reading) => ui.setState({ reading })),
    bridge.onMenuCommand((command) => runCommand(command, actions, openId())),
    listen('keydown', onKey),
    listen(
      'beforeunload',
      createHold(context, () => window.close()),
    ),
    listen('pagehide', view.flush),
    // A bug: the user learns that something did not happen, and the rest of the window goes on.
    listen('error', ({ error }) => tellBug(context, error)),
    listen('unhandledrejection', ({ reason }) => tellBug(context, reason)),
    view.stop,
    connectFileDrops(context, actions.importing),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

const tellBug = (context: ActionContext, cause: unknown): void => {
  // Without an Error it is the browser's own notice (a ResizeObserver that goes round once more).
  if (cause instanceof Error) notify(context, 'unexpected', { reason: cause.message });
};

const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void): (() => void) => {
  window.addEventListener(type, listener);
  return () => window.removeEventListener(type, listener);
};

/** Tells main what undo and redo would do, when that has changed. */
const menuSync = ({ bridge, document: open, ui }: ActionContext): (() => void) => {
  let sent: Request<'app.setMenuState'> | null = null;
  return () => {
    const { locale } = ui.getState();
    const label = (entry: HistoryEntry | undefined): string | null => (entry === undefined ? null : gestureText(entry.label, locale));
    const history = open.store.getState()?.history;
    const next = { undo: label(history?.done.at(-1)), redo: label(history?.undone.at(-1)) };
    if (sent !== null && sent.undo === next.undo && sent.redo === next.redo) return;
    sent = next;
    bridge.invoke('app.setMenuState', next).catch(() => undefined);
  };
};
