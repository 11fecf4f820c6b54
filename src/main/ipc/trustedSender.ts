/** What is asked of a frame that sends a request; Electron's WebFrameMain fits. */
export interface SenderFrame {
  readonly origin: string;
  /** null for the top frame */
  readonly parent: unknown;
}

/** Only the top frame of our own page may ask. `frame` is null when it is gone already. */
export const isTrusted = (frame: SenderFrame | null, origin: string): boolean =>
  frame !== null && frame.parent === null && frame.origin === origin;
