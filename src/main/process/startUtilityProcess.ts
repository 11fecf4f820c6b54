/** A process under Electron, which cannot fork Node itself. */
import { utilityProcess } from 'electron';
import type { ChildProcess, ProcessSettings, READY } from './childProcess.ts';

export const startUtilityProcess = <Message, Answer>(
  file: string,
  { megabytes, title }: ProcessSettings,
): ChildProcess<Message, Answer> => {
  const child = utilityProcess.fork(file, [], {
    serviceName: title,
    // Node's own switch is not heard here; V8's is.
    execArgv: [`--js-flags=--max-old-space-size=${megabytes}`],
    stdio: 'ignore',
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (answer: unknown) => listener(answer as Answer | typeof READY)),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
};
