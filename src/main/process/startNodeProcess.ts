/** A process under plain Node: for the command line and the tests. */
import { fork } from 'node:child_process';
import type { ChildProcess, ProcessSettings, READY } from './childProcess.ts';

export const startNodeProcess = <Message, Answer>(file: string, { megabytes }: ProcessSettings): ChildProcess<Message, Answer> => {
  const child = fork(file, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${megabytes}`],
    // The parser talks to the console about odd files; standard error is for our own one line.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // A message to a process that has just ended is answered by its end.
    send: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', (answer) => listener(answer as Answer | typeof READY)),
    onExit: (listener) => {
      child.on('error', listener);
      child.on('exit', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
