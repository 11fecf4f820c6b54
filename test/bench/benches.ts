/** The rows of `npm run bench` by the name on its command line, in the order of the table. */
import type { BenchRow } from './report.ts';

type Bench = () => Promise<readonly BenchRow[]>;

/** Each is loaded where it runs: no peer's code is in the process of another. */
export const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  amounts: async () => (await import('./rows/amounts.ts')).benchAmounts,
  burndown: async () => (await import('./rows/burnDown.ts')).benchBurnDown,
  sheet: async () => (await import('./rows/sheet.ts')).benchSheet,
  window: async () => (await import('./rows/window.ts')).benchWindow,
  start: async () => (await import('./rows/window.ts')).benchStart,
  store: async () => (await import('./rows/store.ts')).benchStore,
  import: async () => (await import('./rows/import.ts')).benchImport,
  workbook: async () => (await import('./rows/workbook.ts')).benchWorkbook,
};
