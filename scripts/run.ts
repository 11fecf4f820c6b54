import { type SpawnOptions, spawn } from 'node:child_process';
import { messageOf } from './outcome.ts';

export interface Ended {
  /** exit code; null when a signal ended it or it did not start */
  readonly code: number | null;
  readonly stdout: string;
  /** stdout and stderr as they came, or why it did not start */
  readonly output: string;
}
interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly options?: Pick<SpawnOptions, 'cwd' | 'env' | 'signal'>;
}

/** Runs a command without input and collects what it prints. Never rejects. */
export const capture = ({ command, args, options = {} }: Command): Promise<Ended> =>
  new Promise((resolve) => {
    let stdout = '';
    let output = '';
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => resolve({ code: null, stdout, output: `${output}${messageOf(error)}` }));
    child.on('close', (code) => resolve({ code, stdout, output }));
  });

/** Runs a command whose output the person sees as it comes; all of it on stderr. Resolves with the exit code. */
export const show = ({ command, args, options = {} }: Command): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 2, 2] });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
