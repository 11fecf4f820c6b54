/**
 * Opens a workbook in a thread of its own, with a time and a memory limit: no file can hang or kill the app.
 *
 * Errors: WORKBOOK_TOO_LARGE (also for a file that takes too long or too much memory), WORKBOOK_BROKEN, WORKBOOK_ENCRYPTED,
 * WORKBOOK_FOREIGN.
 */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../shared/core/result.ts';
import type { Grids, ReadRequest } from './grid.ts';
import type { ReadAnswer } from './readWorker.ts';

const BASE_MILLISECONDS = 4_000;
/** A big honest workbook may take longer than a small one. */
const MILLISECONDS_PER_MEGABYTE = 4_000;
const MEGABYTES = 512;

/** The bytes are copied: the caller keeps them. */
export const parseWorkbook = (request: ReadRequest): Promise<Result<Grids>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      execArgv: [],
      // The parser talks to the console about odd files; standard error is for our own one line.
      stdout: true,
      stderr: true,
    });
    const limit = BASE_MILLISECONDS + (request.bytes.byteLength / 1_000_000) * MILLISECONDS_PER_MEGABYTE;
    const timer = setTimeout(() => settle(fail('WORKBOOK_TOO_LARGE', null, { what: 'time' })), limit);
    const settle = (answer: Result<Grids>): void => {
      clearTimeout(timer);
      resolve(answer);
      worker.terminate().catch(() => undefined);
    };
    worker.once('message', (answer: ReadAnswer) => settle(answer));
    worker.once('error', (thrown: unknown) => {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') return settle(fail('WORKBOOK_TOO_LARGE', null, { what: 'memory' }));
      clearTimeout(timer);
      reject(thrown);
    });
    worker.once('exit', () => settle(fail('WORKBOOK_BROKEN', null, { reason: 'parser ended' })));
  });

/**
 * The thread's file: beside this one in the source tree; `readWorker.cjs`, an entry of its own, beside or above it in the bundle.
 */
const workerFile = (): URL => {
  const here = import.meta.url;
  const candidates = here.endsWith('.ts') ? ['./readWorker.ts'] : ['./readWorker.cjs', '../readWorker.cjs'];
  const found = candidates.map((name) => new URL(name, here)).find((url) => existsSync(url));
  if (found === undefined) throw new Error(`readWorker is missing beside ${here}: it must be an entry of the main bundle`);
  return found;
};
