/** The reader's process under Electron, which cannot fork Node itself. */
import { utilityProcess } from 'electron';
import type { ChildProcess } from './xlsx/read/reader.ts';

export const startUtilityProcess = (file: string, megabytes: number): ChildProcess => {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Costbook reader',
    // Node's own switch is not heard here; V8's is.
    execArgv: [`--js-flags=--max-old-space-size=${megabytes}`],
    stdio: 'ignore',
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (answer: unknown) => listener(answer as Parameters<typeof listener>[0])),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
};
