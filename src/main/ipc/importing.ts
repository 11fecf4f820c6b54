/**
 * Files that come in. Each is opened by a process of its own that keeps it until it is closed; here is only what the window may know
 * of it. The window never names a path: main asks with a dialog, or gets the content.
 */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { Mapping } from '../../shared/importing/mapping.ts';
import type { ImportContext, ImportPreview } from '../../shared/importing/preview.ts';
import { makeEdition } from '../../shared/importing/readPrices.ts';
import type { Cancelled, ImportReport, Request } from '../../shared/ipc/contract.ts';
import type { ImportedFile, ImportProgress, TakenImport } from '../../shared/ipc/importing.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import { lineIds } from '../../shared/scenario/commands/lines.ts';
import { changesBetween } from '../../shared/scenario/takeChanges.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import type { Store } from '../store/createStore.ts';
import type { OpenedScenario } from '../xlsx/read/openBytes.ts';
import type { Reader } from '../xlsx/read/reader.ts';
import { createReadings, type Reading } from './readings.ts';
import { createUploads } from './uploads.ts';

export interface Importing {
  choose(request: Request<'import.choose'>): Promise<Result<readonly ImportedFile[] | Cancelled>>;
  receive(request: Request<'import.receive'>): Promise<Result<ImportedFile | Cancelled>>;
  /** Errors: WORKBOOK_TOO_LARGE. */
  send(upload: string, part: Uint8Array): Result<null>;
  /** ends what is being read */
  cancel(): void;
  preview(request: Request<'import.preview'>): Promise<Result<ImportPreview | null>>;
  take(request: Request<'import.take'>): Promise<Result<TakenImport>>;
  open(request: Request<'import.open'>): Result<ImportReport>;
  close(request: Request<'import.close'>): Result<null>;
  /** ends every process */
  stop(): void;
}
export interface ImportingInput {
  readonly store: Store;
  /** paths that the user chose, none when the dialog was closed */
  readonly askSources: () => Promise<readonly string[]>;
  readonly readBytes: (file: string) => Promise<Result<Uint8Array>>;
  readonly startReader: () => Reader;
  /** null: nothing is read any more */
  readonly onProgress: (progress: ImportProgress | null) => void;
  /** ISO date in China */
  readonly today: () => string;
}

interface Session {
  readonly file: string;
  readonly reader: Reader | null;
  readonly scenario: Scenario | null;
}
interface Taker {
  readonly scenario: string;
  readonly option: string;
}
interface Source {
  readonly file: string;
  readonly read: () => Promise<Result<Uint8Array>>;
}
interface Admission {
  readonly taker: Taker;
  readonly reading: Reading;
}

/** A file of those that were chosen together. */
type Place = Pick<ImportProgress, 'file' | 'number' | 'count'>;

const PROBLEMS = 500;
const CANCELLED: Cancelled = { cancelled: true };

export const createImporting = (input: ImportingInput): Importing => {
  const { store } = input;
  const sessions = new Map<string, Session>();
  const readings = createReadings(input.onProgress);
  const uploads = createUploads();
  let made = 0;
  const keep = (session: Session): string => {
    made += 1;
    sessions.set(`file-${made}`, session);
    return `file-${made}`;
  };
  const close = (id: string): void => {
    sessions.get(id)?.reader?.stop();
    sessions.delete(id);
  };
  const admit = async (place: Place, bytes: Result<Uint8Array>, { taker, reading }: Admission): Promise<ImportedFile> => {
    const { file } = place;
    if (!bytes.ok) return { kind: 'failed', id: keep({ file, reader: null, scenario: null }), file, error: bytes.error };
    const reader = input.startReader();
    reading.at({ ...place, step: 'reading' }, reader.stop);
    const opened = await reader.openHere({ bytes: bytes.value, name: file });
    if (!opened.ok || opened.value.kind === 'scenario') reader.stop();
    if (!opened.ok) return { kind: 'failed', id: keep({ file, reader: null, scenario: null }), file, error: opened.error };
    if (opened.value.kind === 'scenario') {
      const { scenario } = opened.value;
      return {
        kind: 'scenario',
        id: keep({ file, reader: null, scenario }),
        file,
        name: scenario.name,
        origin: originOf(store, opened.value),
      };
    }
    const id = keep({ file, reader, scenario: null });
    reading.at({ ...place, step: 'checking' }, reader.stop);
    const preview = await previewOf(input, reader, { ...taker, mapping: null, guessColumns: false });
    if (preview.ok) return { kind: 'tables', id, file, tables: opened.value.tables, preview: preview.value };
    return { kind: 'failed', id, file, error: preview.error };
  };
  /** One after the other; null: cancelled, and nothing is kept of any. `first`: where the first one stands among all. */
  const readAll = async (
    files: readonly Source[],
    taker: Taker,
    first: Pick<Place, 'number' | 'count'> = { number: 1, count: files.length },
  ): Promise<readonly ImportedFile[] | null> => {
    const reading = readings.begin();
    const admitted: ImportedFile[] = [];
    try {
      for (const [at, { file, read }] of files.entries()) {
        if (!reading.isStopped())
          admitted.push(await admit({ file, ...first, number: first.number + at }, await read(), { taker, reading }));
      }
    } finally {
      reading.end();
    }
    if (!reading.isStopped()) return admitted;
    for (const { id } of admitted) close(id);
    return null;
  };
  const readerOf = (id: string): Result<Reader> => {
    const reader = sessions.get(id)?.reader ?? null;
    return reader === null ? fail('REQUEST_INVALID', 'import.file', { file: id }) : ok(reader);
  };
  return {
    choose: async (taker) => {
      const files = await input.askSources();
      if (files.length === 0) return ok(CANCELLED);
      const sources = files.map((file) => ({ file: basename(file), read: () => input.readBytes(file) }));
      return ok((await readAll(sources, taker)) ?? CANCELLED);
    },
    send: uploads.add,
    receive: async ({ name, upload, number, count, ...taker }) => {
      const read = (): Promise<Result<Uint8Array>> => Promise.resolve(ok(uploads.take(upload)));
      const received = await readAll([{ file: basename(name), read }], taker, { number, count });
      return ok(received?.[0] ?? CANCELLED);
    },
    cancel: readings.stop,
    preview: async ({ file, ...request }) => {
      const reader = readerOf(file);
      return reader.ok ? previewOf(input, reader.value, request) : reader;
    },
    take: async (request) => {
      const reader = readerOf(request.file);
      return reader.ok ? take(input, reader.value, sessions.get(request.file)?.file ?? '', request) : reader;
    },
    open: ({ file }) => {
      const session = sessions.get(file);
      if (session === undefined || session.scenario === null) return fail('REQUEST_INVALID', 'import.file', { file });
      const created = store.createScenario(session.scenario);
      if (!created.ok) return created;
      const opened = store.openScenario(created.value);
      return opened.ok ? ok({ file: session.file, opened: opened.value }) : opened;
    },
    close: ({ file }) => {
      close(file);
      return ok(null);
    },
    stop: () => {
      readings.stop();
      uploads.clear();
      for (const { reader } of sessions.values()) reader?.stop();
      sessions.clear();
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

interface PreviewInput extends Taker {
  readonly mapping: Mapping | null;
  readonly guessColumns: boolean;
}

const previewOf = async ({ store }: ImportingInput, reader: Reader, request: PreviewInput): Promise<Result<ImportPreview | null>> => {
  const context = contextOf(store, request);
  if (!context.ok) return context;
  const { mapping, guessColumns } = request;
  return reader.preview({ mapping, guessColumns, context: context.value, remembered: store.importMappings(), problems: PROBLEMS });
};

/** Without the usage of the option: it may be a hundred thousand lines, and says nothing of the new ones. */
const contextOf = (store: Store, { scenario: id, option: wanted }: Taker): Result<ImportContext> => {
  const peeked = store.peekScenario(id);
  if (!peeked.ok) return peeked;
  const { scenario, priceBook } = peeked.value;
  const option = scenario.options.find((candidate) => candidate.id === wanted);
  if (option === undefined) return fail('COMMAND_REFUSED', wanted);
  const taker = { ...option, usage: [] };
  return ok({ priceBook, scenario: { ...scenario, options: [taker] }, option: wanted, taken: lineIds(taker) });
};

const take = async (
  { store, today }: ImportingInput,
  reader: Reader,
  file: string,
  request: Taker & { readonly mapping: Mapping },
): Promise<Result<TakenImport>> => {
  const context = contextOf(store, request);
  if (!context.ok) return context;
  const taken = await reader.take({ mapping: request.mapping, context: context.value });
  if (!taken.ok) return taken;
  const remembered = store.rememberMapping({ shape: taken.value.shape, mapping: request.mapping });
  if (!remembered.ok) return remembered;
  if (taken.value.kind === 'lines') return ok({ kind: 'lines', lines: taken.value.lines });
  const { prices } = taken.value;
  if (prices.length === 0) return fail('ROWS_UNUSABLE', file, { good: '0' });
  const book = makeEdition(context.value.priceBook, prices, { id: editionId(file), file, today: today() });
  return then(store.addEdition(book), ({ edition }) => then(store.getEdition(edition), (priceBook) => changedOf(priceBook, prices.length)));
};

const changedOf = (priceBook: PriceBook, changed: number): Result<TakenImport> => ok({ kind: 'prices', changed, priceBook });

const then = <T, U>(result: Result<T>, next: (value: T) => Result<U>): Result<U> => (result.ok ? next(result.value) : result);

const LONGEST_EDITION = 60;

/** The file's name without its ending. */
const editionId = (file: string): string => file.replace(/\.[^.]+$/, '').slice(0, LONGEST_EDITION) || 'prices';
