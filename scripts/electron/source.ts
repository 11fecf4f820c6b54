import type { Outcome } from '../outcome.ts';

export type SourceId = 'override' | 'installed' | 'download' | 'registry';

/** An Electron that can be started as `<executable> <app folder>`. */
export interface FoundElectron {
  readonly executable: string;
  readonly version: string;
  readonly source: SourceId;
  /** where it came from, as the end of the sentence 'Electron 45.4.1 from …' */
  readonly origin: string;
}

/** No Electron there, and nothing wrong: the next source is asked. */
export type Absent = 'absent';
/** A failure lets the next source try, unless it is `final`: then the person has to mend something first. */
export type SourceResult = Outcome<FoundElectron | Absent> & { readonly final?: true };

/** One place where an Electron may come from. */
export interface ElectronSource {
  readonly name: string;
  readonly find: () => Promise<SourceResult>;
}
