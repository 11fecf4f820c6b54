/** What exists beside the open scenario: scenarios and price-book editions. */
import type { Bootstrap, EditionSummary, OpenScenario, ScenarioSummary } from '../../shared/ipc/contract.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import { createStore, type StoreApi } from './store.ts';

export interface CatalogState {
  readonly scenarios: readonly ScenarioSummary[];
  readonly editions: readonly EditionSummary[];
  readonly about: Bootstrap['about'];
}
export type CatalogStore = StoreApi<CatalogState>;

export const createCatalogStore = ({ scenarios, editions, about }: Pick<Bootstrap, 'scenarios' | 'editions' | 'about'>): CatalogStore =>
  createStore<CatalogState>(() => ({ scenarios, editions, about }));

/** A scenario that main has made, copied, imported or brought back; its price book too, where it is new here. */
export const addOpened = (catalog: CatalogStore, opened: OpenScenario, now: string): void =>
  catalog.setState(({ scenarios, editions }) => ({
    scenarios: scenarios.some(({ id }) => id === opened.id)
      ? scenarios
      : [{ id: opened.id, name: opened.scenario.name, updatedAt: now }, ...scenarios],
    editions: editions.some(({ edition }) => edition === opened.priceBook.edition)
      ? editions
      : [...editions, summarizeEdition(opened.priceBook, opened.scenario.priceBookHash ?? '')],
  }));

/** An edition that main has made. */
export const addEdition = (catalog: CatalogStore, priceBook: PriceBook, hash: string): void =>
  catalog.setState(({ editions }) => ({
    editions: editions.some(({ edition }) => edition === priceBook.edition) ? editions : [...editions, summarizeEdition(priceBook, hash)],
  }));

export const renameInCatalog = (catalog: CatalogStore, id: string, name: string): void =>
  catalog.setState(({ scenarios }) => ({
    scenarios: scenarios.some((summary) => summary.id === id && summary.name !== name)
      ? scenarios.map((summary) => (summary.id === id ? { ...summary, name } : summary))
      : scenarios,
  }));

export const removeFromCatalog = (catalog: CatalogStore, id: string): void =>
  catalog.setState(({ scenarios }) => ({ scenarios: scenarios.filter((summary) => summary.id !== id) }));

/** Puts a summary back where it stood. */
export const restoreInCatalog = (catalog: CatalogStore, summary: ScenarioSummary, index: number): void =>
  catalog.setState(({ scenarios }) =>
    scenarios.some(({ id }) => id === summary.id) ? {} : { scenarios: scenarios.toSpliced(index, 0, summary) },
  );

const summarizeEdition = (priceBook: PriceBook, hash: string): EditionSummary => ({
  edition: priceBook.edition,
  title: priceBook.title,
  effectiveFrom: priceBook.effectiveFrom,
  hash,
  skuCount: priceBook.skus.length,
});
