/** The only file that sees what the preload put on the page. */
import type { Bridge, Channel, Request, Response, WindowBridge } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    readonly costbook: WindowBridge;
  }
}

/** Bytes pass as they are: as text they would be a third longer, and hold the window up. */
const holdsBytes = (request: unknown): boolean =>
  typeof request === 'object' && request !== null && Object.values(request).some((value) => value instanceof Uint8Array);

/** The contract gives the channel's type; what main sends is trusted. */
export const bridge: Bridge = {
  invoke: async <C extends Channel>(channel: C, request: Request<C>) =>
    JSON.parse(await window.costbook.invoke(channel, holdsBytes(request) ? request : JSON.stringify(request))) as Response<C>,
  onMenuCommand: (listener) => window.costbook.onMenuCommand(listener),
  onExportProgress: (listener) => window.costbook.onExportProgress(listener),
  onImportProgress: (listener) => window.costbook.onImportProgress(listener),
};
