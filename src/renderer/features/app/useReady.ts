/** Whether the first scenario is on screen: other programs wait for it before they drive the window (formats.md). */
import { useEffect, useState } from 'react';

/** A sheet without rows to wait for, or one that failed, must not keep the signal back for ever. */
const LONGEST_WAIT_MS = 3_000;

const isPainted = (): boolean => {
  const sheet = document.querySelector('[data-sheet]');
  return sheet === null ? document.querySelector('[role="tabpanel"] *') !== null : sheet.querySelector('.ag-row [col-id]') !== null;
};

export const useReady = (): boolean => {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const started = performance.now();
    let frame = 0;
    const look = (): void => {
      if (isPainted() || performance.now() - started > LONGEST_WAIT_MS) {
        // One frame more: what is in the page now is painted then.
        frame = requestAnimationFrame(() => setReady(true));
        return;
      }
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, []);
  return ready;
};
