/** Puts the one narrow object on the page. Imports Electron and types only: whatever stands here runs beside the page. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Channel, ExportProgress, MenuCommand, Request, WindowBridge } from '../../shared/ipc/contract.ts';
import type { ImportProgress } from '../../shared/ipc/importing.ts';

// The names of main/ipc/listen.ts; a preload imports no values of ours.
const ELECTRON_CHANNEL = 'costbook';
const MENU_CHANNEL = 'menu.command';
const EXPORT_CHANNEL = 'export.progress';
const IMPORT_CHANNEL = 'import.progress';

const hear = <T>(channel: string, listener: (said: T) => void): (() => void) => {
  // Electron's event object stays here: it would hand the page its sender.
  const forward = (_event: unknown, said: T): void => listener(said);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.off(channel, forward);
  };
};

const bridge: WindowBridge = {
  invoke: async <C extends Channel>(channel: C, request: Request<C> | string): Promise<string> => {
    try {
      return (await ipcRenderer.invoke(ELECTRON_CHANNEL, channel, request)) as string;
    } catch {
      // What cannot be cloned (a function, say) never leaves this process.
      return JSON.stringify({ ok: false, error: { code: 'REQUEST_INVALID', place: channel, params: {} } });
    }
  },
  onMenuCommand: (listener) => hear<MenuCommand>(MENU_CHANNEL, listener),
  onExportProgress: (listener) => hear<ExportProgress | null>(EXPORT_CHANNEL, listener),
  onImportProgress: (listener) => hear<ImportProgress | null>(IMPORT_CHANNEL, listener),
};

// Frozen on the page by Electron itself.
contextBridge.exposeInMainWorld('costbook', Object.freeze(bridge));
