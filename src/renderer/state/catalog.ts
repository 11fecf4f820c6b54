/** What exists beside the open scenario: scenarios and price-book editions. */
import type { Bootstrap, EditionSummary, ScenarioSummary } from '../../shared/ipc/contract.ts';
import { createStore, type StoreApi } from './store.ts';

export interface CatalogState {
  readonly scenarios: readonly ScenarioSummary[];
  readonly editions: readonly EditionSummary[];
  readonly about: Bootstrap['about'];
}
export type CatalogStore = StoreApi<CatalogState>;

export const createCatalogStore = ({ scenarios, editions, about }: Bootstrap): CatalogStore =>
  createStore<CatalogState>(() => ({ scenarios, editions, about }));
