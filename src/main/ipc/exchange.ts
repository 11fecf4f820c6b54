/** Scenarios to files, one at a time. The window never names a path: main asks the user with a native dialog. */
import { basename, extname } from 'node:path';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { Cancelled, ExportProgress, ExportReport, Locale } from '../../shared/ipc/contract.ts';
import type { CsvTable } from '../csv/writeCsvOf.ts';
import {
  type ExportKind,
  type ExportMessage,
  packPlan,
  type RunningExport,
  type StartExportProcess,
  startExport,
} from '../exporting/exporter.ts';
import type { Store } from '../store/createStore.ts';
import { SHEET_NAMES } from '../xlsx/texts.ts';

export interface Exchange {
  /** Errors: EXPORT_RUNNING, those of startExport; of the store where the scenario is not there. */
  exportScenario(id: string): Promise<Result<ExportReport | Cancelled>>;
  /** Errors: as exportScenario; REQUEST_INVALID where the scenario has no such option. */
  exportCsv(id: string, table: CsvTable): Promise<Result<ExportReport | Cancelled>>;
  /** ends what runs; null: nothing does. Settles when nothing of it is left. */
  stop(): Promise<unknown> | null;
}
export interface ExchangeInput {
  readonly store: Store;
  readonly locale: () => Locale;
  /** path that the user chose, null when the dialog was closed */
  readonly askTarget: (suggestedName: string) => Promise<string | null>;
  readonly startProcess: StartExportProcess;
  /** null: the export has ended */
  readonly onProgress: (progress: ExportProgress | null) => void;
  /** hashes of the editions that every Costbook has */
  readonly builtIn: ReadonlySet<string>;
}
const CANCELLED: Cancelled = { cancelled: true };

export const createExchange = (input: ExchangeInput): Exchange => {
  let running: { readonly file: string; readonly work: RunningExport } | null = null;
  const write = async (file: string, plan: Plan, what: ExportKind): Promise<Result<ExportReport>> => {
    // Two dialogs may have been open.
    if (running !== null) return fail('EXPORT_RUNNING', running.file);
    const name = basename(file);
    const onProgress = (share: number): void => input.onProgress({ file: name, share });
    const work = startExport({ ...plan, what, file, locale: input.locale(), start: input.startProcess, onProgress });
    running = { file: name, work };
    try {
      const written = await work.end;
      return written.ok ? ok({ file: name, ...written.value }) : written;
    } finally {
      running = null;
      input.onProgress(null);
    }
  };
  const exportAs = async (id: string, { nameOf, kindOf }: Wanted): Promise<Result<ExportReport | Cancelled>> => {
    if (running !== null) return fail('EXPORT_RUNNING', running.file);
    const found = findPlan(input, id);
    if (!found.ok) return found;
    const { scenario, ...plan } = found.value;
    const name = nameOf(scenario);
    if (!name.ok) return name;
    const file = await input.askTarget(name.value);
    return file === null ? ok(CANCELLED) : write(file, plan, kindOf(file));
  };
  return {
    exportScenario: (id) =>
      exportAs(id, {
        nameOf: ({ name }) => ok(`${fileName(name)}.xlsx`),
        kindOf: (file) => ({ kind: extname(file).toLowerCase() === '.json' ? 'json' : 'workbook' }),
      }),
    exportCsv: (id, table) =>
      exportAs(id, {
        nameOf: ({ name, options }) =>
          options.includes(table.option)
            ? ok(`${fileName(name)} - ${fileName(tableName(table, input.locale()))}.csv`)
            : fail('REQUEST_INVALID', 'workbook.exportCsv.option'),
        kindOf: () => ({ kind: 'csv', table }),
      }),
    stop: () => {
      running?.work.stop();
      return running?.work.end ?? null;
    },
  };
};

/** What passes to the process. */
type Plan = Pick<ExportMessage, 'plan' | 'origin' | 'baseline'>;
/** What is known of the scenario while the user chooses a file. */
interface Title {
  readonly name: string;
  readonly options: readonly string[];
}
interface Wanted {
  /** suggested to the user */
  readonly nameOf: (scenario: Title) => Result<string>;
  readonly kindOf: (file: string) => ExportKind;
}

/** The scenario as it is now: what is edited while the user chooses a file, or while that is written, is not in it. */
const findPlan = ({ store, builtIn }: ExchangeInput, id: string): Result<Plan & { readonly scenario: Title }> => {
  const found = store.peekScenario(id);
  if (!found.ok) return found;
  const { scenario, priceBook, view } = found.value;
  // A book that only this machine has travels inside the file.
  const isOwn = scenario.priceBookHash === null || !builtIn.has(scenario.priceBookHash);
  return ok({
    scenario: { name: scenario.name, options: scenario.options.map((option) => option.id) },
    origin: id,
    baseline: view?.baseline ?? null,
    plan: packPlan({ scenario: isOwn ? { ...scenario, priceBookInline: priceBook } : scenario, priceBook }),
  });
};

const tableName = ({ sheet, option }: CsvTable, locale: Locale): string =>
  sheet === 'focus' ? `FOCUS ${option}` : SHEET_NAMES[sheet][locale];

/** The scenario's name without what Windows, macOS or Linux refuse in a file name; never empty, never hidden. */
export const fileName = (name: string): string => {
  const kept = name
    .replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  return Array.from(kept).slice(0, 80).join('') || 'costbook';
};
