/** A typed store outside React; features subscribe to small selections of it through ui/useSelection. */
export { createStore, type StoreApi } from 'zustand/vanilla';
