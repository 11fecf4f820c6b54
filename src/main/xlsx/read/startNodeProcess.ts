/** The reader's process under plain Node: for the command line and the tests. */
import { fork } from 'node:child_process';
import type { ChildProcess } from './reader.ts';

export const startNodeProcess = (file: string, megabytes: number): ChildProcess => {
  const child = fork(file, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${megabytes}`],
    // The parser talks to the console about odd files; standard error is for our own one line.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // A message to a process that has just ended is answered by its end.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as unknown as Parameters<typeof listener>[0])),
    onExit: (listener) => {
      child.on('error', listener);
      child.on('exit', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
