/** The only file that sees the bridge. */
import type { Bridge } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    readonly costbook: Bridge;
  }
}

export const bridge: Bridge = window.costbook;
