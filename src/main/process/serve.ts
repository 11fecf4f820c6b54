/** The other end: what the process itself does with what it is asked. */
import { READY } from './childProcess.ts';

/** Electron's port of a utility process; Node's channel otherwise. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };

/** Hears every message from now on, and says that it does. */
export const serve = <Message, Answer>(answer: (message: Message, reply: (answer: Answer) => void) => void): void => {
  // Both ends are ours: a message is of the type that they share.
  if (parentPort === undefined) {
    process.on('message', (message) => answer(message as Message, (value) => process.send?.(value)));
    process.send?.(READY);
  } else {
    parentPort.on('message', ({ data }) => answer(data as Message, (value) => parentPort.postMessage(value)));
    parentPort.postMessage(READY);
  }
};
