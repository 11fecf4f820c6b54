/** Real windows: Costbook on a plan that its own store has written, and bare pages, in the same Electron. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import { build } from 'vite';
import type { Launch } from '../../../scripts/electron/launch.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { prepareApp } from '../../../scripts/prepare.ts';
import { openAppStore } from '../../../src/main/openAppStore.ts';
import { readEditions } from '../../../src/main/resources.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import type { GridLayout } from './gridLayout.ts';

const READY_LIMIT_MS = 120_000;
const CLOSE_LIMIT_MS = 10_000;
const BARE_APP = path.join(import.meta.dirname, 'bareApp');
const BARE_PAGES = path.join(import.meta.dirname, 'barePages');

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

/** Bundles the bare pages; gives their folder. The caller removes it. */
export const buildBare = async (): Promise<string> => {
  const folder = path.join(os.tmpdir(), `costbook-bare-${randomUUID()}`);
  const pages = ['trivial.html', 'grid.html'].map((page) => path.join(BARE_PAGES, page));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: BARE_PAGES,
    base: './',
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: Number.POSITIVE_INFINITY, rolldownOptions: { input: pages } },
  });
  return folder;
};

interface BareInput {
  readonly launch: Launch;
  /** of `buildBare` */
  readonly folder: string;
  readonly page: 'trivial.html' | 'grid.html';
  readonly rows?: number;
  /** `react`: by ag-grid-react */
  readonly mount?: 'plain' | 'react';
  readonly layout?: GridLayout | null;
}

export const openBare = ({ launch, folder, page, rows = 0, mount = 'plain', layout = null }: BareInput): Promise<OpenWindow> =>
  open({
    launch,
    args: launch.args.map((arg) => (arg === ROOT ? BARE_APP : arg)),
    env: {
      BENCH_PAGE: path.join(folder, page),
      BENCH_QUERY: JSON.stringify({ rows: String(rows), mount, layout: JSON.stringify(layout) }),
    },
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
