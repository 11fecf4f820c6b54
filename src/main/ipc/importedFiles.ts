/** Files that come in: each is opened by a process of its own, which keeps its tables until the file is closed. */
import type { Result } from '../../shared/core/result.ts';
import type { ImportPreview } from '../../shared/importing/preview.ts';
import type { ImportedFile, ImportProgress } from '../../shared/ipc/importing.ts';
import { changesBetween } from '../../shared/scenario/takeChanges.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import type { Store } from '../store/createStore.ts';
import type { OpenedScenario } from '../xlsx/read/openBytes.ts';
import type { Reader } from '../xlsx/read/reader.ts';
import { createReadings, type Reading } from './readings.ts';

/** What is kept of a file that the window has seen. */
interface Admitted {
  readonly file: string;
  /** of tables: it holds them */
  readonly reader: Reader | null;
  readonly scenario: Scenario | null;
}
export interface Source {
  readonly file: string;
  readonly read: () => Promise<Result<Uint8Array>>;
}
/** What tables would become. */
export type Look = (reader: Reader) => Promise<Result<ImportPreview | null>>;
/** A file among those that came together. */
type Place = Pick<ImportProgress, 'file' | 'number' | 'count'>;

export interface ImportedFiles {
  /** One after the other; null: cancelled, and nothing is kept of any. `first`: where the first one stands among all. */
  readonly admit: (sources: readonly Source[], look: Look, first?: Omit<Place, 'file'>) => Promise<readonly ImportedFile[] | null>;
  readonly find: (id: string) => Admitted | undefined;
  readonly close: (id: string) => void;
  /** ends what is being read */
  readonly cancel: () => void;
  /** ends every process */
  readonly stop: () => void;
}
interface Input {
  readonly store: Store;
  readonly startReader: () => Reader;
  /** null: nothing is read any more */
  readonly onProgress: (progress: ImportProgress | null) => void;
}

export const createImportedFiles = ({ store, startReader, onProgress }: Input): ImportedFiles => {
  const kept = new Map<string, Admitted>();
  const readings = createReadings(onProgress);
  let made = 0;
  const keep = (file: string, more: Partial<Admitted> = {}): string => {
    made += 1;
    kept.set(`file-${made}`, { file, reader: null, scenario: null, ...more });
    return `file-${made}`;
  };
  const close = (id: string): void => {
    kept.get(id)?.reader?.stop();
    kept.delete(id);
  };
  const admitOne = async (place: Place, bytes: Result<Uint8Array>, look: Look, reading: Reading): Promise<ImportedFile> => {
    const { file } = place;
    if (!bytes.ok) return { kind: 'failed', id: keep(file), file, error: bytes.error };
    const reader = startReader();
    reading.at({ ...place, step: 'reading' }, reader.stop);
    const opened = await reader.openHere({ bytes: bytes.value, name: file });
    if (!opened.ok || opened.value.kind === 'scenario') reader.stop();
    if (!opened.ok) return { kind: 'failed', id: keep(file), file, error: opened.error };
    if (opened.value.kind === 'scenario') {
      const { scenario } = opened.value;
      return { kind: 'scenario', id: keep(file, { scenario }), file, name: scenario.name, origin: originOf(store, opened.value) };
    }
    const id = keep(file, { reader });
    reading.at({ ...place, step: 'checking' }, reader.stop);
    const preview = await look(reader);
    if (preview.ok) return { kind: 'tables', id, file, tables: opened.value.tables, preview: preview.value };
    return { kind: 'failed', id, file, error: preview.error };
  };
  return {
    admit: async (sources, look, first = { number: 1, count: sources.length }) => {
      const reading = readings.begin();
      const admitted: ImportedFile[] = [];
      try {
        for (const [at, { file, read }] of sources.entries()) {
          const place = { file, number: first.number + at, count: first.count };
          if (!reading.isStopped()) admitted.push(await admitOne(place, await read(), look, reading));
        }
      } finally {
        reading.end();
      }
      if (!reading.isStopped()) return admitted;
      for (const { id } of admitted) close(id);
      return null;
    },
    find: (id) => kept.get(id),
    close,
    cancel: readings.stop,
    stop: () => {
      readings.stop();
      for (const { reader } of kept.values()) reader?.stop();
      kept.clear();
    },
  };
};

/** The scenario of this store that a workbook was exported from, with what was changed in the workbook since. */
const originOf = (store: Store, { origin, exported, scenario }: OpenedScenario): Extract<ImportedFile, { kind: 'scenario' }>['origin'] => {
  if (origin === null || exported === null) return null;
  const here = store.listScenarios().find(({ id }) => id === origin);
  if (here === undefined) return null;
  return { id: origin, name: here.name, changes: changesBetween(exported, scenario) };
};
