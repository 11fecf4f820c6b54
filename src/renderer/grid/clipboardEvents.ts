/** Copy, cut and paste, from keys and menus alike. In a text that is being typed the browser's own work. */
import type { Listeners } from './dom.ts';

interface Input {
  /** no text is being typed */
  readonly isIdle: () => boolean;
  readonly target: { readonly copy: (event: ClipboardEvent, cut: boolean) => void; readonly paste: (event: ClipboardEvent) => void };
}

export const listenToClipboard = (area: HTMLElement, listeners: Listeners, { isIdle, target }: Input): void => {
  const atRest =
    <E extends Event>(run: (event: E) => void) =>
    (event: E): void => {
      if (isIdle()) run(event);
    };
  // Without a selected text the browser offers neither copy nor cut unless somebody takes this event.
  for (const type of ['beforecopy', 'beforecut', 'beforepaste']) {
    listeners.onAny(
      area,
      type,
      atRest((event) => event.preventDefault()),
    );
  }
  listeners.on(
    area,
    'copy',
    atRest((event) => target.copy(event, false)),
  );
  listeners.on(
    area,
    'cut',
    atRest((event) => target.copy(event, true)),
  );
  listeners.on(
    area,
    'paste',
    atRest((event) => target.paste(event)),
  );
};
