/** Real windows: Costbook on a plan that its own store has written, and pages of bareApp, in the same Electron. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import type { Launch } from '../../../scripts/electron/launch.ts';
import { MODULES, ROOT } from '../../../scripts/paths.ts';
import { prepareApp } from '../../../scripts/prepare.ts';
import { openAppStore } from '../../../src/main/openAppStore.ts';
import { readEditions } from '../../../src/main/resources.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';

const READY_LIMIT_MS = 120_000;
const CLOSE_LIMIT_MS = 10_000;
const BARE_APP = path.join(import.meta.dirname, 'bareApp');
const GRID_SCRIPT = pathToFileURL(path.join(MODULES, 'ag-grid-community', 'dist', 'ag-grid-community.min.js')).href;

export interface OpenWindow {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** from the launch to the page's `data-ready` */
  readonly startMs: number;
  /** working sets of all processes of the app, in MB */
  readonly memory: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Builds the app and finds its Electron; throws where there is none. */
export const prepareWindows = async (): Promise<Launch> => {
  const prepared = await prepareApp();
  if (!prepared.ok) throw new Error(prepared.reason);
  return prepared.value;
};

/** A fresh data folder whose only scenario is this one. The caller removes it. */
export const dataFolderWith = (scenario: Scenario): string => {
  const dataFolder = path.join(os.tmpdir(), `costbook-window-${randomUUID()}`);
  fs.mkdirSync(dataFolder);
  const opened = openAppStore({ dataFolder, now: () => new Date(), editions: readEditions(path.join(ROOT, 'resources')) });
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened.value;
  const created = store.createScenario(scenario);
  store.close();
  if (!created.ok) throw new Error(created.error.code);
  return dataFolder;
};

export const openCostbook = (launch: Launch, dataFolder: string): Promise<OpenWindow> =>
  open({ launch, args: launch.args, env: { COSTBOOK_DATA: dataFolder, COSTBOOK_LOCALE: 'en' } });

export const openBare = (launch: Launch, page: 'trivial.html' | 'grid.html', rows = 0): Promise<OpenWindow> =>
  open({
    launch,
    args: launch.args.map((arg) => (arg === ROOT ? BARE_APP : arg)),
    env: { BENCH_PAGE: page, BENCH_ROWS: String(rows), BENCH_GRID: GRID_SCRIPT },
  });

const open = async (input: {
  readonly launch: Launch;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}): Promise<OpenWindow> => {
  const { launch, args, env } = input;
  const start = performance.now();
  const electron = await _electron.launch({ executablePath: launch.executablePath, args: [...args], env: { ...launch.env, ...env } });
  const close = (): Promise<void> => end(electron);
  try {
    const page = await electron.firstWindow();
    await page.locator('[data-ready="true"]').waitFor({ state: 'attached', timeout: READY_LIMIT_MS });
    return { electron, page, startMs: performance.now() - start, memory: () => memoryOf(electron), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const memoryOf = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(({ app }) => app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024);

/** Closes the app as a user does; one that does not close is killed. */
const end = async (electron: ElectronApplication): Promise<void> => {
  const main = electron.process();
  const ended = new Promise((resolve) => main.once('exit', resolve));
  await Promise.race([electron.close(), delay(CLOSE_LIMIT_MS, undefined, { ref: false })]);
  if (main.exitCode !== null || main.signalCode !== null) return;
  main.kill('SIGKILL');
  await ended;
};
