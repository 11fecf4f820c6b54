/** The real window on a plan of any size: the product's own store fills the data folder, then Electron opens it. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openAppStore } from '../../../src/main/openAppStore.ts';
import { readEditions } from '../../../src/main/resources.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { passLaunchToWorkers } from '../../e2e/fixtures/launch.ts';
import { prepareApp } from '../../../scripts/prepare.ts';

const RESOURCES = path.resolve(import.meta.dirname, '..', '..', '..', 'resources');

/** Builds the app and finds its Electron; throws where there is none. */
export const prepareWindows = async (): Promise<string> => {
  const prepared = await prepareApp();
  if (!prepared.ok) throw new Error(prepared.reason);
  passLaunchToWorkers(prepared.value);
  return prepared.value.electron;
};

/** A fresh data folder whose only scenario is this one. The caller removes it. */
export const dataFolderWith = (scenario: Scenario): string => {
  const dataFolder = path.join(os.tmpdir(), `costbook-window-${randomUUID()}`);
  fs.mkdirSync(dataFolder);
  const opened = openAppStore({ dataFolder, now: () => new Date(), editions: readEditions(RESOURCES) });
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened.value;
  const created = store.createScenario(scenario);
  store.close();
  if (!created.ok) throw new Error(created.error.code);
  return dataFolder;
};
