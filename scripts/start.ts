/** `npm start`: builds what is stale and runs the app until it is closed. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Launch } from './electron/launch.ts';
import { OUT, ROOT } from './paths.ts';
import { prepareApp } from './prepare.ts';
import { say } from './say.ts';

/** A bare machine has no D-Bus and no graphics device; Chromium complains of each at length and runs well. */
const FATAL_ONLY = '--log-level=3';
const SCREENSHOT = path.join(OUT, 'first-screen.png');

/** Says the name of the screenshot once the app has written it. */
const announceScreenshot = async (closed: AbortSignal): Promise<void> => {
  while (!closed.aborted) {
    if (fs.existsSync(SCREENSHOT)) return say(`Screenshot of the first screen: ${path.relative(ROOT, SCREENSHOT)}`);
    await delay(200);
  }
};

const runApp = ({ executablePath, args, env, virtualScreen }: Launch): Promise<number> =>
  new Promise((resolve) => {
    const closed = new AbortController();
    fs.rmSync(SCREENSHOT, { force: true });
    const app = spawn(executablePath, virtualScreen ? [FATAL_ONLY, ...args] : args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: virtualScreen ? { ...env, COSTBOOK_SCREENSHOT: SCREENSHOT } : env,
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal));
    app.on('error', (error) => say(`Electron does not start: ${error.message}`));
    app.on('close', (code, signal) => {
      closed.abort();
      resolve(code ?? (signal === null || signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
    if (virtualScreen) void announceScreenshot(closed.signal);
  });

const prepared = await prepareApp();
if (prepared.ok) {
  const { electron, origin, virtualScreen } = prepared.value;
  say(`Costbook runs on Electron ${electron} from ${origin}.`);
  if (virtualScreen) say('No display here: the window is on a virtual screen (Xvfb). Ctrl+C ends the app.');
  process.exitCode = await runApp(prepared.value);
} else {
  say(prepared.reason);
  process.exitCode = 1;
}
