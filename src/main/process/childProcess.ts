/**
 * A process that works for main, by either of its makers: Node's (command line, tests) or Electron's. What it is asked and what it answers
 * is plain data.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The first thing that a process says: its own start, on a busy machine, is not its work's fault. */
export const READY = 'ready';

export interface ChildProcess<Message, Answer> {
  readonly send: (message: Message) => void;
  readonly onMessage: (listener: (answer: Answer | typeof READY) => void) => void;
  /** also where it could not be started */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}
export interface ProcessSettings {
  /** what its heap may hold */
  readonly megabytes: number;
  /** what the system's list of processes calls it */
  readonly title: string;
}
export type StartProcess<Message, Answer> = (file: string, settings: ProcessSettings) => ChildProcess<Message, Answer>;

/**
 * The file of a process. `here` is the address of the module that starts it: beside that in the source tree; `NAME.cjs`, a bundle of its
 * own, beside or above it in the bundle.
 */
export const processFile = (name: string, here: string): string => {
  const candidates = here.endsWith('.ts') ? [`./${name}.ts`] : [`./${name}.cjs`, `../${name}.cjs`];
  const found = candidates.map((candidate) => fileURLToPath(new URL(candidate, here))).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${name} is missing beside ${here}: it must be a bundle of its own`);
  return found;
};
