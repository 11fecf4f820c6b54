/** The stores that App hands to its features, and the hooks that read small selections of them. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../shared/ipc/contract.ts';
import type { CatalogState, CatalogStore } from '../state/catalog.ts';
import type { Document, DocumentState } from '../state/document.ts';
import type { UiState, UiStore } from '../state/ui.ts';

export interface AppStores {
  readonly document: Document;
  readonly ui: UiStore;
  readonly catalog: CatalogStore;
  readonly bridge: Bridge;
}

const AppContext = createContext<AppStores | null>(null);
export const AppProvider = AppContext.Provider;

export const useApp = (): AppStores => {
  const stores = useContext(AppContext);
  if (stores === null) throw new Error('outside AppProvider');
  return stores;
};

export const useUi = <T,>(select: (ui: UiState) => T): T => useStore(useApp().ui, select);

export const useCatalog = <T,>(select: (catalog: CatalogState) => T): T => useStore(useApp().catalog, select);

/** A selection of the open document. `select` returns primitives or parts of the state, never a new object. */
export const useDocument = <T,>(select: (document: DocumentState) => T): T =>
  useStore(useApp().document.store, (document) => {
    if (document === null) throw new Error('no document is open');
    return select(document);
  });
