/** What is on screen: sheet, option, active cells, the explained number, folded zones, language. Pointer-rate state is not here. */
import type { ExplanationSubject } from '../../shared/billing/explanation.ts';
import type { AppError } from '../../shared/core/result.ts';
import type { Locale, ViewState } from '../../shared/ipc/contract.ts';
import { createStore, type StoreApi } from './store.ts';

export const TABS = ['nodes', 'usage', 'packs', 'summary', 'compare'] as const;
export type Tab = (typeof TABS)[number];

export interface CellAddress {
  readonly row: string;
  readonly column: string;
}
/** A line at the foot of the window: what happened, and one thing to do about it. */
export interface Notice {
  /** key of a sentence of the shell's texts, or an error */
  readonly message: { readonly key: string; readonly params: Readonly<Record<string, string>> } | AppError;
  readonly action: { readonly key: string; readonly run: () => void } | null;
}
export interface UiState {
  readonly locale: Locale;
  readonly sheet: Tab;
  readonly option: string;
  readonly cells: ViewState['cells'];
  readonly baseline: string | null;
  /** a cell that the grid should scroll to and focus; a new object each time */
  readonly reveal: (CellAddress & { readonly sheet: Tab }) | null;
  readonly subject: ExplanationSubject | null;
  readonly scenariosOpen: boolean;
  readonly whyOpen: boolean;
  readonly notice: Notice | null;
}

export type UiStore = StoreApi<UiState>;
export const createUiStore = (locale: Locale): UiStore =>
  createStore<UiState>(() => ({
    locale,
    sheet: 'nodes',
    option: '',
    cells: {},
    baseline: null,
    reveal: null,
    subject: null,
    scenariosOpen: true,
    whyOpen: true,
    notice: null,
  }));
