import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type AnswerInput, answer } from '../../../src/main/ipc/answer.ts';
import { createExchange, type ExchangeInput } from '../../../src/main/ipc/exchange.ts';
import { createHandlers } from '../../../src/main/ipc/handlers.ts';
import { createImporting, type ImportingInput } from '../../../src/main/ipc/importing.ts';
import { createLanguage } from '../../../src/main/language.ts';
import { openAppStore } from '../../../src/main/openAppStore.ts';
import { startNodeProcess } from '../../../src/main/process/startNodeProcess.ts';
import { readEditions, readSample } from '../../../src/main/resources.ts';
import type { Store } from '../../../src/main/store/createStore.ts';
import { startReader } from '../../../src/main/xlsx/read/reader.ts';
import { readBytesOf } from '../../../src/main/xlsx/read/readScenarioFile.ts';
import type { Result } from '../../../src/shared/core/result.ts';
import type { Channel, Request, Responses } from '../../../src/shared/ipc/contract.ts';
import type { ImportedFile } from '../../../src/shared/ipc/importing.ts';
import { must, NOW } from './tempStore.ts';

export const RESOURCES = join(import.meta.dirname, '../../../resources');

export interface TestApp {
  readonly store: Store;
  readonly bugs: unknown[];
  /** what main answers, whatever is sent */
  readonly answer: (channel: unknown, request?: unknown) => Promise<Result<unknown>>;
  /** a request of the contract that must succeed */
  readonly ask: <C extends Channel>(channel: C, request: Request<C>) => Promise<Responses[C]>;
}

interface TestFiles {
  readonly sources?: readonly string[];
  readonly onImport?: ImportingInput['onProgress'];
}

/** Everything of main but Electron: the real store in the folder, the real handlers behind the real wrapper. */
export const openTestApp = (folder: string, files: Partial<ExchangeInput> & TestFiles = {}): TestApp => {
  const { store, builtIn } = must(openAppStore({ dataFolder: folder, now: () => NOW, editions: readEditions(RESOURCES) }));
  onTestFinished(() => store.close());
  const language = createLanguage({ store, override: null, system: 'en', onChange: () => undefined });
  const exchange = createExchange({
    store,
    builtIn,
    locale: language.current,
    askTarget: () => Promise.resolve(null),
    startProcess: startNodeProcess,
    onProgress: () => undefined,
    ...files,
  });
  const importing = createImporting({
    store,
    askSources: () => Promise.resolve(files.sources ?? []),
    readBytes: readBytesOf,
    startReader: () => startReader(startNodeProcess),
    onProgress: files.onImport ?? (() => undefined),
    today: () => '2026-01-15',
  });
  onTestFinished(importing.stop);
  const bugs: unknown[] = [];
  const input: AnswerInput = {
    onBug: (_, error) => bugs.push(error),
    handlers: createHandlers({
      store,
      exchange,
      importing,
      language,
      about: { version: '0', electron: '0', sqlite: store.sqliteVersion() },
      sample: (locale) => readSample(RESOURCES, locale),
      currentMonth: () => '2026-01',
      setMenuState: () => undefined,
      edit: () => undefined,
    }),
  };
  return {
    store,
    bugs,
    answer: (channel, request) => answer(input, channel, request),
    ask: async <C extends Channel>(channel: C, request: Request<C>) => must(await answer(input, channel, request)) as Responses[C],
  };
};

/** What main makes of the files that the user chooses. */
export const chooseAll = async (app: TestApp): Promise<readonly ImportedFile[]> => {
  const { open } = await app.ask('app.bootstrap', undefined);
  const chosen = await app.ask('import.choose', { scenario: open.id, option: 'A' });
  if ('cancelled' in chosen) throw new Error('cancelled');
  return chosen;
};
