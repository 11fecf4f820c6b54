/** Whether the first scenario is on screen: other programs wait for it before they drive the window (formats.md). */
import { useEffect, useState } from 'react';
import { SHEETS } from '../../../shared/scenario/types.ts';

/** A sheet without rows to wait for, or one that failed, must not keep the signal back for ever. */
const LONGEST_WAIT_MS = 3_000;

/** A grid has its rows; a report is there as soon as it is mounted. */
const isPainted = (): boolean => {
  const sheet = document.querySelector<HTMLElement>('[data-sheet]');
  if (sheet === null) return false;
  return !SHEETS.some((grid) => grid === sheet.dataset.sheet) || sheet.querySelector('.ag-row [col-id]') !== null;
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
