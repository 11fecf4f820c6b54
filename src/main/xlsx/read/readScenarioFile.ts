/**
 * A file as the command line takes it: its bytes by name, a workbook opened in a process of its own (reader.ts).
 *
 * Errors: INPUT_NOT_FOUND, WORKBOOK_TOO_LARGE, WORKBOOK_FOREIGN (tables where a scenario is asked for), those of openBytes.
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import type { Scenario } from '../../../shared/scenario/types.ts';
import { startNodeProcess } from '../../process/startNodeProcess.ts';
import { type Locate, locateInJson, locateInWorkbook } from './locate.ts';
import { isZip, type Opened, type OpenedScenario, openBytes } from './openBytes.ts';
import { startReader } from './reader.ts';

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly kind: 'json' | 'workbook';
  /** where a line, or one of its fields, stands in the file */
  readonly locate: Locate;
}

const LARGEST_FILE = 200_000_000;

/** Place of an error: the file's name where the content has none. */
export const readBytesOf = async (file: string): Promise<Result<Buffer>> => {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return fail('WORKBOOK_TOO_LARGE', name, { what: 'file', limit: String(LARGEST_FILE) });
    return ok(await readFile(file));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw thrown;
    return fail('INPUT_NOT_FOUND', name, { reason: code });
  }
};

export const readScenarioFile = async (file: string): Promise<Result<ReadScenario>> => {
  const bytes = await readBytesOf(file);
  return bytes.ok ? readScenarioBytes(bytes.value, path.basename(file)) : bytes;
};

/** `name` stands in for a place where the content has none. */
export const readScenarioBytes = async (bytes: Uint8Array, name: string): Promise<Result<ReadScenario>> => {
  const opened = await openSafely(bytes, name);
  if (!opened.ok) return opened;
  return opened.value.kind === 'scenario' ? ok(asScenario(opened.value)) : fail('WORKBOOK_FOREIGN', name);
};

export const asScenario = ({ scenario, from, rows }: OpenedScenario): ReadScenario => ({
  scenario,
  kind: from,
  locate: from === 'json' ? locateInJson(scenario) : locateInWorkbook(rows),
});

/** Text is read here; a workbook, which may be hostile, by a process that is ended when it takes too long or too much. */
export const openSafely = async (bytes: Uint8Array, name: string): Promise<Result<Opened>> => {
  if (!isZip(bytes)) return openBytes(bytes, name);
  const reader = startReader(startNodeProcess);
  try {
    return await reader.open({ bytes, name });
  } finally {
    reader.stop();
  }
};
