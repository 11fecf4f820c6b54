/** Peak memory of one piece of work, in a process of its own. */
import { fork } from 'node:child_process';
import path from 'node:path';
import type { Side } from './memorySide.ts';

/** MB; null where the process failed. */
export const peakOf = (side: Side): Promise<number | null> =>
  new Promise((resolve) => {
    let peak: number | null = null;
    const child = fork(path.join(import.meta.dirname, 'memorySide.ts'), [side]);
    child.on('message', (message) => {
      peak = Number(message);
    });
    child.on('close', () => resolve(peak));
  });
