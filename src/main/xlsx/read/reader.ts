/**
 * Files are opened in a process of their own, with a time and a memory limit: none can hang or kill the app. The process keeps what it
 * has opened, and answers for it until it is stopped.
 *
 * Errors: WORKBOOK_TOO_LARGE (also for what takes too long or too much memory), those of openBytes.
 */
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import type { Mapping, RememberedMapping } from '../../../shared/importing/mapping.ts';
import type { ImportContext, ImportPreview, Taken } from '../../../shared/importing/preview.ts';
import { processFile, READY, type StartProcess } from '../../process/childProcess.ts';
import type { Opened } from './openBytes.ts';

/** What the process is asked, one after the other. */
export interface ReaderRequests {
  open: { readonly bytes: Uint8Array; readonly name: string };
  /** as `open`; tables stay in the process, only their names and sizes come back */
  openHere: { readonly bytes: Uint8Array; readonly name: string };
  /** null: the mapping that the file suggests; `guessColumns`: what the headers of its row suggest; `problems`: how many are listed */
  preview: {
    readonly mapping: Mapping | null;
    readonly guessColumns: boolean;
    readonly context: ImportContext;
    readonly remembered: readonly RememberedMapping[];
    readonly problems: number;
  };
  take: { readonly mapping: Mapping; readonly context: ImportContext };
}
export interface TableSize {
  readonly name: string;
  readonly rows: number;
}
export interface ReaderAnswers {
  open: Opened;
  openHere: Exclude<Opened, { kind: 'tables' }> | { readonly kind: 'tables'; readonly tables: readonly TableSize[] };
  /** null: nothing is known of any column */
  preview: ImportPreview | null;
  take: Taken;
}
export type ReaderMethod = keyof ReaderRequests;
/** What passes to the process and back. */
export type ReaderMessage = { readonly [M in ReaderMethod]: { readonly method: M; readonly request: ReaderRequests[M] } }[ReaderMethod];
export type ReaderAnswer = Result<unknown>;

export interface Reader {
  readonly open: (request: ReaderRequests['open']) => Promise<Result<Opened>>;
  readonly openHere: (request: ReaderRequests['open']) => Promise<Result<ReaderAnswers['openHere']>>;
  readonly preview: (request: ReaderRequests['preview']) => Promise<Result<ImportPreview | null>>;
  readonly take: (request: ReaderRequests['take']) => Promise<Result<Taken>>;
  readonly stop: () => void;
}

const HEAP_MEGABYTES = 400;
/** Below the five seconds that a file may take, the start of two processes aside. */
const BASE_MILLISECONDS = 3_400;
/** A big honest workbook may take longer: up to this size, none has to. */
const BYTES_IN_BASE = 2_000_000;
const MILLISECONDS_PER_MEGABYTE = 4_000;

export const startReader = (start: StartProcess<ReaderMessage, ReaderAnswer>): Reader => {
  const child = start(processFile('readerProcess', import.meta.url), { megabytes: HEAP_MEGABYTES, title: 'Costbook reader' });
  let waiting: ((answer: ReaderAnswer) => void) | null = null;
  let stopped = false;
  const settle = (answer: ReaderAnswer): void => {
    waiting?.(answer);
    waiting = null;
  };
  const stop = (): void => {
    stopped = true;
    child.kill();
    settle(fail('WORKBOOK_BROKEN', null, { reason: 'stopped' }));
  };
  let setReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    setReady = resolve;
  });
  child.onMessage((message) => {
    if (message === READY) setReady();
    else settle(message);
  });
  child.onExit(() => {
    // What ends a parser is its heap: everything it throws is an answer.
    settle(fail('WORKBOOK_TOO_LARGE', null, { what: 'memory' }));
    stopped = true;
    setReady();
  });
  let opened = { name: '', size: 0 };
  const askNow = async <M extends ReaderMethod>(method: M, request: ReaderRequests[M]): Promise<Result<ReaderAnswers[M]>> => {
    await ready;
    if (stopped) return fail('WORKBOOK_TOO_LARGE', null, { what: 'memory' });
    const limit = BASE_MILLISECONDS + (Math.max(0, opened.size - BYTES_IN_BASE) / 1_000_000) * MILLISECONDS_PER_MEGABYTE;
    const answer = await new Promise<ReaderAnswer>((resolve) => {
      const timer = setTimeout(() => {
        settle(fail('WORKBOOK_TOO_LARGE', null, { what: 'time' }));
        stop();
      }, limit);
      waiting = (value) => {
        clearTimeout(timer);
        resolve(value);
      };
      child.send({ method, request } as ReaderMessage);
    });
    // The method gives the type of its answer; the process is ours.
    return answer.ok ? ok(answer.value as ReaderAnswers[M]) : answer;
  };
  let former: Promise<unknown> = Promise.resolve();
  /** After all that was asked before: an answer does not say whose it is. */
  const ask = <M extends ReaderMethod>(method: M, request: ReaderRequests[M]): Promise<Result<ReaderAnswers[M]>> => {
    const answer = former.then(() => askNow(method, request));
    former = answer;
    return answer;
  };
  /** the file stands in for a place where the content has none */
  const named = <T>(answer: Result<T>): Result<T> =>
    answer.ok || answer.error.place !== null ? answer : { ok: false, error: { ...answer.error, place: opened.name } };
  const remember = ({ bytes, name }: ReaderRequests['open']): void => {
    opened = { name, size: bytes.byteLength };
  };
  return {
    open: async (request) => {
      remember(request);
      return named(await ask('open', request));
    },
    openHere: async (request) => {
      remember(request);
      return named(await ask('openHere', request));
    },
    preview: async (request) => named(await ask('preview', request)),
    take: async (request) => named(await ask('take', request)),
    stop,
  };
};
