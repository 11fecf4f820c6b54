/**
 * Files are written in a process of their own, with a memory limit: an export of a hundred thousand lines takes half a minute and more
 * memory than main should have. The process writes beside the target and says how far it is; here the new file takes the old one's place,
 * so whoever stops an export before that finds everything as it was.
 *
 * Errors: EXPORT_STOPPED (params.before: `file` where there was one, else `none`), EXPORT_FAILED where the process ended by itself, those
 * of replaceFile. Nothing is left beside the target then.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fail, type Result } from '../../shared/core/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import type { CsvTable } from '../csv/writeCsvOf.ts';
import { type ChildProcess, processFile, READY, type StartProcess } from '../process/childProcess.ts';
import { planReplacement, putInPlace, type Replacement, removeTemporary } from '../xlsx/replaceFile.ts';
import type { Share } from './progress.ts';

export type ExportKind = { readonly kind: 'workbook' | 'json' } | { readonly kind: 'csv'; readonly table: CsvTable };
export interface ExportedFile {
  /** import takes it; a table is not asked */
  readonly fitsImport: boolean;
}

/** What the process is asked, once. */
export interface ExportMessage {
  /** see packPlan */
  readonly plan: Uint8Array;
  readonly what: ExportKind;
  readonly locale: Locale;
  readonly origin: string;
  /** option that Compare measures against; null: the first one */
  readonly baseline: string | null;
  readonly replacement: Replacement;
}
export interface ExportedPlan {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}
export type ExportAnswer =
  | { readonly kind: 'progress'; readonly share: Share }
  | { readonly kind: 'end'; readonly result: Result<ExportedFile> };
export type StartExportProcess = StartProcess<ExportMessage, ExportAnswer>;

/** One block of bytes passes to a process faster than a hundred thousand objects, and main need not keep those. */
export const packPlan = (plan: ExportedPlan): Uint8Array => Buffer.from(JSON.stringify(plan));

export interface RunningExport {
  readonly end: Promise<Result<ExportedFile>>;
  /** ends the process; too late once the new file is about to take its place */
  readonly stop: () => void;
}
export interface ExportInput extends Omit<ExportMessage, 'replacement'> {
  readonly start: StartExportProcess;
  readonly file: string;
  readonly onProgress: (share: Share) => void;
}

/** In Electron 100,000 lines of 12 months pass from 160 on; the rest is for more lines and options. */
const HEAP_MEGABYTES = 512;

export const startExport = ({ file, ...input }: ExportInput): RunningExport => {
  let stopped = false;
  let child: ReturnType<StartExportProcess> | null = null;
  const run = async (): Promise<Result<ExportedFile>> => {
    const planned = await planReplacement(file);
    if (!planned.ok) return planned;
    const replacement = planned.value;
    if (!stopped)
      child = input.start(processFile('exporterProcess', import.meta.url), { megabytes: HEAP_MEGABYTES, title: 'Costbook exporter' });
    const written = child === null ? null : await write(child, input, replacement);
    if (written?.ok === true) {
      const placed = await putInPlace(replacement);
      return placed.ok ? written : placed;
    }
    await removeTemporary(replacement.temporary);
    if (stopped) return fail('EXPORT_STOPPED', path.basename(file), { before: existsSync(replacement.target) ? 'file' : 'none' });
    return written ?? fail('EXPORT_FAILED', path.basename(file));
  };
  return {
    end: run(),
    stop: () => {
      stopped = true;
      child?.kill();
    },
  };
};

/** Settles when the process has ended, and with it every hold on the file; null where it ended without an answer. */
const write = (
  child: ChildProcess<ExportMessage, ExportAnswer>,
  { plan, what, locale, origin, baseline, onProgress }: Omit<ExportInput, 'file'>,
  replacement: Replacement,
): Promise<Result<ExportedFile> | null> =>
  new Promise((resolve) => {
    let result: Result<ExportedFile> | null = null;
    child.onMessage((message) => {
      if (message === READY) child.send({ plan, what, locale, origin, baseline, replacement });
      else if (message.kind === 'progress') onProgress(message.share);
      else {
        result = message.result;
        child.kill();
      }
    });
    child.onExit(() => resolve(result));
  });
