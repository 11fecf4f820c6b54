/** Starts the window: asks main for what exists, fills the stores and shows the first scenario. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { bridge } from './ipc/client.ts';
import { startSession } from './state/session.ts';
import './ui/theme.css';
import './app.css';

const element = document.getElementById('root');
if (element === null) throw new Error('no #root');
const root = createRoot(element);

const start = async (): Promise<void> => {
  const session = await startSession(bridge);
  if (!session.ok) throw new Error(session.error.code);
  root.render(
    <StrictMode>
      <App session={session.value} />
    </StrictMode>,
  );
};

void start();
