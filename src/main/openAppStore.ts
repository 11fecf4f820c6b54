import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ok, type Result } from '../shared/core/result.ts';
import type { PriceBook } from '../shared/pricebook/types.ts';
import { openDatabase } from './db/open.ts';
import { createStore, type Store } from './store/createStore.ts';

interface AppStoreInput {
  readonly dataFolder: string;
  readonly now: () => Date;
  /** of the resources; those that are new here are added */
  readonly editions: readonly PriceBook[];
  readonly onHistoryLost?: (entries: number) => void;
}
export interface AppStore {
  readonly store: Store;
  /** hashes under which the shipped editions are kept */
  readonly builtIn: ReadonlySet<string>;
}

/** The store of a data folder with the shipped editions in it. Errors: STORE_FAILED (db/open.ts). */
export const openAppStore = ({ dataFolder, now, editions, ...report }: AppStoreInput): Result<AppStore> => {
  const opened = openDatabase({ file: join(dataFolder, 'costbook.db'), now });
  if (!opened.ok) return opened;
  const store = createStore({ db: opened.value.db, now, newId: randomUUID, ...report });
  const builtIn = new Set<string>();
  for (const book of editions) {
    const added = store.addEdition(book);
    if (!added.ok) {
      store.close();
      return added;
    }
    builtIn.add(added.value.hash);
  }
  return ok({ store, builtIn });
};
