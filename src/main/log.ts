import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A log file is turned over at this many bytes; one old file is kept. */
const TURN_OVER = 512 * 1024;

export interface Log {
  /** `what` is a code or a place in the program: never an amount, a name or the contents of a file (trust.md) */
  write(what: string, error?: unknown): void;
}

/** Appends to logs/costbook.log of the data folder. A log that cannot be written must not stop the app: then it is silent. */
export const openLog = (dataFolder: string, now: () => Date): Log => {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'costbook.log');
  return {
    write: (what, error) => {
      try {
        mkdirSync(folder, { recursive: true });
        turnOver(file);
        appendFileSync(file, `${now().toISOString()} ${what}${error === undefined ? '' : ` ${describe(error)}`}\n`);
      } catch {
        // see above
      }
    },
  };
};

const turnOver = (file: string): void => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > TURN_OVER) renameSync(file, `${file}.1`);
};

/** Kind and place of an error. Its message may quote what the user typed, so it stays out, but for our own and SQLite's codes. */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = Reflect.get(error, 'code');
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [`${error.name}${typeof code === 'string' ? ` ${code}` : ''}`, ...frames.slice(0, 8).map((line) => line.trim())].join('\n  ');
};
