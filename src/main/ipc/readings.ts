/** Files that are being read: what the window hears of them, and how they are stopped. Of what is read in a moment it hears nothing. */
import type { ImportProgress } from '../../shared/ipc/importing.ts';

/** The files of one request, one after the other. */
export interface Reading {
  readonly isStopped: () => boolean;
  /** `stop`: ends the work on this file */
  readonly at: (progress: ImportProgress, stop: () => void) => void;
  readonly end: () => void;
}
export interface Readings {
  readonly begin: () => Reading;
  /** all that are under way */
  readonly stop: () => void;
}

const MOMENT_MS = 300;

/** `tell` null: nothing is read any more. */
export const createReadings = (tell: (progress: ImportProgress | null) => void): Readings => {
  const underWay = new Set<() => void>();
  return {
    begin: () => {
      let latest: ImportProgress | null = null;
      let stopFile = (): void => undefined;
      let isTold = false;
      let stopped = false;
      const tellLatest = (): void => {
        isTold = true;
        if (latest !== null) tell(latest);
      };
      const timer = setTimeout(tellLatest, MOMENT_MS);
      const stop = (): void => {
        stopped = true;
        stopFile();
      };
      underWay.add(stop);
      return {
        isStopped: () => stopped,
        at: (progress, stopThis) => {
          latest = progress;
          stopFile = stopThis;
          if (isTold) tellLatest();
        },
        end: () => {
          clearTimeout(timer);
          underWay.delete(stop);
          if (isTold && underWay.size === 0) tell(null);
        },
      };
    },
    stop: () => {
      for (const stop of underWay) stop();
    },
  };
};
