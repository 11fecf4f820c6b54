import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/main/db/open.ts';
import { createStore, type Store } from '../../../src/main/store/createStore.ts';
import type { Result } from '../../../src/shared/core/result.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

/** A folder of the test's own, removed after it. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'costbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The value, or the test fails with the error. */
export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const NOW = new Date('2026-01-15T08:00:00Z');
let made = 0;

export const openStore = (folder: string, onHistoryLost: (entries: number) => void = () => undefined): Store => {
  const { db } = must(openDatabase({ file: join(folder, 'costbook.db'), now: () => NOW }));
  made += 1;
  let ids = 0;
  const prefix = `s${made}`;
  return createStore({
    db,
    now: () => NOW,
    onHistoryLost,
    newId: () => {
      ids += 1;
      return `${prefix}-${ids}`;
    },
  });
};

/** A store in a folder of its own with both editions. */
export const freshStore = (): { readonly store: Store; readonly folder: string } => {
  const folder = tempFolder();
  const store = openStore(folder);
  onTestFinished(() => store.close());
  for (const name of ['seed', '2021-01-21'] as const) must(store.addEdition(readPriceBook(name)));
  return { store, folder };
};

export const blank = (name = 'Plan'): Scenario => makeBlankScenario({ name, priceBook: 'seed', startMonth: '2026-01' });

/** A blank scenario that has just been opened. */
export const begin = (store: Store): { readonly id: string; readonly scenario: Scenario } => {
  const id = must(store.createScenario(blank()));
  return { id, scenario: must(store.openScenario(id)).scenario };
};
