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

/** One place where an Electron may come from. `absent` (no Electron there, and nothing wrong) lets the next source try. */
export type SourceResult = Outcome<FoundElectron | 'absent'>;
export interface ElectronSource {
  readonly name: string;
  readonly find: () => Promise<SourceResult>;
}
