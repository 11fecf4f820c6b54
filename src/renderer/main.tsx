/** Starts the window: asks main for what exists, fills the stores and shows the first scenario. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createActions } from './actions/actions.ts';
import { connectWindow } from './actions/connect.ts';
import { commitTyping } from './actions/focus.ts';
import { StartFailed } from './features/app/Stopped.tsx';
import { bridge } from './ipc/client.ts';
import { startSession } from './state/session.ts';
import { createViewSaver } from './state/view.ts';
import './ui/theme.css';
import './app.css';

const element = document.getElementById('root');
if (element === null) throw new Error('no #root');
const root = createRoot(element);

/** A view is written when the window has nothing better to do, but never later than half a second after the change. */
const whenIdle = (task: () => void): (() => void) => {
  const handle = requestIdleCallback(task, { timeout: 500 });
  return () => cancelIdleCallback(handle);
};

// A window that nobody sees draws no frames.
const LONGEST_WAIT_MS = 100;

/** Once the next frame is drawn: a message that is sent while a frame is made arrives behind it. */
const afterPaint = (task: () => void): (() => void) => {
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    port1.close();
  };
  const run = (): void => {
    cancel();
    task();
  };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = run;
  const timer = setTimeout(run, LONGEST_WAIT_MS);
  const frame = requestAnimationFrame(() => port2.postMessage(null));
  return cancel;
};

const start = async (): Promise<void> => {
  const started = await startSession(bridge, afterPaint);
  if (!started.ok) {
    root.render(<StartFailed error={started.error} onRetry={start} />);
    return;
  }
  const session = started.value;
  const view = createViewSaver({ ...session, schedule: whenIdle });
  const context = { ...session, view, commitTyping, now: () => new Date().toISOString() };
  const actions = createActions(context);
  connectWindow(context, actions);
  root.render(
    <StrictMode>
      <App session={session} actions={actions} />
    </StrictMode>,
  );
};

void start();
