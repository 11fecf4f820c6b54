/** What is on screen: sheet, option, active cells, the explained number, folded zones, language. Pointer-rate state is not here. */
import type { CompareBy } from '../../shared/compare/compareOptions.ts';
import type { AppError } from '../../shared/core/result.ts';
import type { GridSettings, Locale, ViewState } from '../../shared/ipc/contract.ts';
import type { ImportedFile, ImportProgress } from '../../shared/ipc/importing.ts';
import type { PlaceRange } from '../../shared/scenario/history.ts';
import type { Rejected } from './rejected.ts';
import { createStore, type StoreApi } from './store.ts';
import type { WhySubject } from './subject.ts';

export const TABS = ['nodes', 'usage', 'packs', 'drivers', 'summary', 'compare', 'ledger'] as const;
export type Tab = (typeof TABS)[number];

export interface CellAddress {
  readonly row: string;
  readonly column: string;
}
/** What the status bar says of several selected cells; numbers as exact decimals, null where no cell holds one. */
export interface SelectionSummary {
  readonly cells: number;
  readonly count: number;
  readonly numbers: number;
  readonly sum: string | null;
  readonly average: string | null;
  readonly min: string | null;
  readonly max: string | null;
}
/** A line at the foot of the window: what happened, and one thing to do about it. */
export interface Notice {
  /** key of a sentence of ui/noticeTexts.ts, or an error */
  readonly message: { readonly key: string; readonly params: Readonly<Record<string, string>> } | AppError;
  readonly action: { readonly key: string; readonly run: () => void } | null;
  /** cells that it speaks of, to be listed */
  readonly rejected?: Rejected;
}
/** A file that is being written. */
export interface ExportState {
  readonly file: string;
  /** per mille */
  readonly share: number;
}
export interface ImportState {
  readonly files: readonly ImportedFile[];
  /** id of the one on screen */
  readonly active: string;
  /** main is at work on it */
  readonly busy: boolean;
}
export interface UiState {
  readonly locale: Locale;
  readonly sheet: Tab;
  readonly option: string;
  readonly cells: ViewState['cells'];
  /** selected ranges of each sheet; none where a cell is active alone */
  readonly ranges: Readonly<Record<string, readonly PlaceRange[]>>;
  /** layout of each sheet */
  readonly grids: Readonly<Record<string, GridSettings>>;
  /** words that the rows of a sheet must hold to be shown; not remembered: a row that is out of sight should not surprise */
  readonly filters: Readonly<Record<string, string>>;
  /** the search bar above the sheet; null: closed. A new object each time it is asked for. */
  readonly find: { readonly replace: boolean } | null;
  /** null: at most one cell is selected */
  readonly selection: SelectionSummary | null;
  /** option that differences are measured against; null = the first one */
  readonly baseline: string | null;
  /** which total the options are compared by */
  readonly compareBy: CompareBy;
  /** a cell that the grid should scroll to and focus; a new object each time */
  readonly reveal: (CellAddress & { readonly sheet: Tab; readonly ranges?: readonly PlaceRange[] }) | null;
  readonly subject: WhySubject | null;
  /** price-book edition that is shown instead of a sheet */
  readonly edition: string | null;
  /** a price that the edition on screen should scroll to and focus; a new object each time */
  readonly priceInView: { readonly sku: string } | null;
  /** files that come in, shown instead of a sheet; null: none */
  readonly importing: ImportState | null;
  /** null: none, or none that takes long enough to be told of */
  readonly exporting: ExportState | null;
  /** the file that is being read */
  readonly reading: ImportProgress | null;
  /** a file is held over the window */
  readonly dropping: boolean;
  readonly scenariosOpen: boolean;
  readonly whyOpen: boolean;
  /** all totals of each option, or only the compared one; null: as many options as there are decide */
  readonly totalsOpen: boolean | null;
  readonly aboutOpen: boolean;
  /** scenario whose name is being typed in the list */
  readonly renaming: string | null;
  readonly notice: Notice | null;
}

export type UiStore = StoreApi<UiState>;
export const createUiStore = (locale: Locale): UiStore =>
  createStore<UiState>(() => ({
    locale,
    sheet: 'nodes',
    option: '',
    cells: {},
    ranges: {},
    grids: {},
    filters: {},
    find: null,
    selection: null,
    baseline: null,
    compareBy: 'cash',
    reveal: null,
    subject: null,
    edition: null,
    priceInView: null,
    importing: null,
    exporting: null,
    reading: null,
    dropping: false,
    scenariosOpen: true,
    whyOpen: true,
    totalsOpen: null,
    aboutOpen: false,
    renaming: null,
    notice: null,
  }));
