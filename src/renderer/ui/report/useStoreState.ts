import { useSyncExternalStore } from 'react';
import type { StoreApi } from '../../state/store.ts';

/** The whole state of a small store: how a report is looked at. */
export const useStoreState = <T>(store: StoreApi<T>): T => useSyncExternalStore(store.subscribe, store.getState);
