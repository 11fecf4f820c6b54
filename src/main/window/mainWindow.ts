import type { BrowserWindow } from 'electron';
import type { ExportProgress, MenuCommand } from '../../shared/ipc/contract.ts';
import type { ImportProgress } from '../../shared/ipc/importing.ts';
import { EXPORT_CHANNEL, IMPORT_CHANNEL, MENU_CHANNEL } from '../ipc/listen.ts';
import type { Log } from '../log.ts';
import { openWindow } from './openWindow.ts';

export interface MainWindow {
  open(): void;
  /** shows the window, and opens it where it was closed (macOS) */
  toFront(): void;
  /** the open window; throws where there is none, which is a bug: only the window asks for things that need one */
  window(): BrowserWindow;
  send(command: MenuCommand): void;
  tellExport(progress: ExportProgress | null): void;
  tellImport(progress: ImportProgress | null): void;
}
interface MainWindowInput {
  readonly page: string;
  readonly preload: string;
  readonly devTools: boolean;
  readonly screenshot: string | null;
  readonly log: Log;
}

/** The one window. */
export const createMainWindow = ({ log, ...input }: MainWindowInput): MainWindow => {
  let window: BrowserWindow | null = null;
  const open = (): void => {
    const opened = openWindow({ ...input, onError: log.write });
    opened.once('closed', () => {
      window = null;
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      log.write(`page gone: ${reason}`);
      // What it had said is saved; a fresh page shows it again.
      if (reason !== 'clean-exit' && !opened.isDestroyed()) opened.reload();
    });
    window = opened;
  };
  return {
    open,
    toFront: () => {
      if (window === null) {
        open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    window: () => {
      if (window === null) throw new Error('no window');
      return window;
    },
    send: (command) => window?.webContents.send(MENU_CHANNEL, command),
    tellExport: (progress) => window?.webContents.send(EXPORT_CHANNEL, progress),
    tellImport: (progress) => window?.webContents.send(IMPORT_CHANNEL, progress),
  };
};
