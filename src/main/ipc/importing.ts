/** What the window may ask of files that come in. It never names a path: main asks with a dialog, or gets the content. */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { Mapping } from '../../shared/importing/mapping.ts';
import type { ImportContext, ImportPreview } from '../../shared/importing/preview.ts';
import { makeEdition } from '../../shared/importing/readPrices.ts';
import type { Cancelled, ImportReport, Request } from '../../shared/ipc/contract.ts';
import type { ImportedFile, ImportProgress, TakenImport } from '../../shared/ipc/importing.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import { lineIds } from '../../shared/scenario/commands/lines.ts';
import type { Store } from '../store/createStore.ts';
import type { Reader } from '../xlsx/read/reader.ts';
import { createImportedFiles, type Look } from './importedFiles.ts';
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

interface Taker {
  readonly scenario: string;
  readonly option: string;
}

const PROBLEMS = 500;
const CANCELLED: Cancelled = { cancelled: true };

export const createImporting = (input: ImportingInput): Importing => {
  const { store } = input;
  const files = createImportedFiles(input);
  const uploads = createUploads();
  const look =
    (taker: Taker): Look =>
    (reader) =>
      previewOf(input, reader, { ...taker, mapping: null, guessColumns: false });
  const readerOf = (id: string): Result<Reader> => {
    const reader = files.find(id)?.reader ?? null;
    return reader === null ? fail('REQUEST_INVALID', 'import.file', { file: id }) : ok(reader);
  };
  return {
    choose: async (taker) => {
      const chosen = await input.askSources();
      if (chosen.length === 0) return ok(CANCELLED);
      const sources = chosen.map((file) => ({ file: basename(file), read: () => input.readBytes(file) }));
      return ok((await files.admit(sources, look(taker))) ?? CANCELLED);
    },
    send: uploads.add,
    receive: async ({ name, upload, number, count, ...taker }) => {
      const read = (): Promise<Result<Uint8Array>> => Promise.resolve(ok(uploads.take(upload)));
      const received = await files.admit([{ file: basename(name), read }], look(taker), { number, count });
      return ok(received?.[0] ?? CANCELLED);
    },
    cancel: files.cancel,
    preview: async ({ file, ...request }) => {
      const reader = readerOf(file);
      return reader.ok ? previewOf(input, reader.value, request) : reader;
    },
    take: async (request) => {
      const reader = readerOf(request.file);
      return reader.ok ? take(input, reader.value, files.find(request.file)?.file ?? '', request) : reader;
    },
    open: ({ file }) => {
      const admitted = files.find(file);
      if (admitted === undefined || admitted.scenario === null) return fail('REQUEST_INVALID', 'import.file', { file });
      const created = store.createScenario(admitted.scenario);
      if (!created.ok) return created;
      const opened = store.openScenario(created.value);
      return opened.ok ? ok({ file: admitted.file, opened: opened.value }) : opened;
    },
    close: ({ file }) => {
      files.close(file);
      return ok(null);
    },
    stop: () => {
      uploads.clear();
      files.stop();
    },
  };
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
