/**
 * Puts a new file in the place of an old one, whole or not at all: written beside it, synced, then renamed. The steps can be taken one by
 * one, so that the process that writes is not the one that decides whether the new file counts.
 *
 * Errors: FILE_LOCKED where another program has the target open, FILE_NOT_WRITTEN (params.reason = the system's code) otherwise.
 * The old file is untouched then, and nothing is left beside it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type ErrorCode, fail, ok, type Result } from '../../shared/core/result.ts';

/** Where the new file is written, and what it will replace. Plain data. */
export interface Replacement {
  readonly target: string;
  readonly temporary: string;
  /** the target's, for messages */
  readonly name: string;
}

/** `write` must end the stream. */
export const replaceFile = async (file: string, write: (stream: Writable) => Promise<void>): Promise<Result<void>> => {
  const planned = await planReplacement(file);
  if (!planned.ok) return planned;
  const written = await writeTemporary(planned.value, write);
  return written.ok ? putInPlace(planned.value) : written;
};

/** Looks whether the target can be replaced. */
export const planReplacement = async (file: string): Promise<Result<Replacement>> => {
  const target = await realpath(file).catch(() => path.resolve(file));
  const name = path.basename(file);
  const obstacle = await findObstacle(target);
  if (obstacle !== null) return fail(obstacle.code, name, { reason: obstacle.reason });
  return ok({ target, name, temporary: path.join(path.dirname(target), `${prefixOf(target)}${randomBytes(6).toString('hex')}${ENDING}`) });
};

/** `write` must end the stream. */
export const writeTemporary = async (
  { temporary, name }: Replacement,
  write: (stream: Writable) => Promise<void>,
): Promise<Result<void>> => {
  try {
    const stream = createWriteStream(temporary, { flags: 'wx', flush: true });
    const closed = finished(stream);
    // `write` fails with the same error; waiting for both must not leave one of them unhandled.
    closed.catch(() => undefined);
    await write(stream);
    await closed;
    return ok(undefined);
  } catch (thrown) {
    return refuse({ temporary, name }, thrown);
  }
};

/** The target may have been opened in the meantime. Clears away what writers of it left behind when they were killed. */
export const putInPlace = async ({ target, temporary, name }: Replacement): Promise<Result<void>> => {
  const obstacle = await findObstacle(target);
  if (obstacle !== null) {
    await removeTemporary(temporary);
    return fail(obstacle.code, name, { reason: obstacle.reason });
  }
  try {
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
    await removeLeftovers(target);
    return ok(undefined);
  } catch (thrown) {
    return refuse({ temporary, name }, thrown);
  }
};

export const removeTemporary = (temporary: string): Promise<void> => rm(temporary, { force: true }).catch(() => undefined);

/** What the system says becomes an answer; everything else is a bug. */
const refuse = async ({ temporary, name }: Pick<Replacement, 'temporary' | 'name'>, thrown: unknown): Promise<Result<never>> => {
  await removeTemporary(temporary);
  const reason = systemCode(thrown);
  if (reason === null) throw thrown;
  return fail(LOCKED.has(reason) ? 'FILE_LOCKED' : 'FILE_NOT_WRITTEN', name, { reason });
};

const ENDING = '.tmp';
/** Says whose temporary file it is, and stays within what a file system takes, however long the target's name is. */
const prefixOf = (target: string): string => `.costbook-${createHash('sha256').update(path.basename(target)).digest('hex').slice(0, 12)}-`;

/** Whoever still writes does so more often. */
const LEFT_ALONE_MS = 10_000;

/** Ages are measured against the new file's: the clock of a network folder is another one than ours. */
const removeLeftovers = async (target: string): Promise<void> => {
  const folder = path.dirname(target);
  const prefix = prefixOf(target);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(prefix) && name.endsWith(ENDING)).map((name) => path.join(folder, name));
  if (left.length === 0) return;
  const newest = await changedAt(target);
  for (const file of left) if (newest - (await changedAt(file)) > LEFT_ALONE_MS) await removeTemporary(file);
};

/** NaN where it is gone. */
const changedAt = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.mtimeMs ?? Number.NaN;

/** Windows says EBUSY or EPERM of a file that Excel has open. */
const LOCKED: ReadonlySet<string> = new Set(process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY', 'ETXTBSY']);

/** A rename would replace a read-only file, and on Unix one that an office program has open: so those are looked for. */
const findObstacle = async (target: string): Promise<{ readonly code: ErrorCode; readonly reason: string } | null> => {
  const found = await stat(target).catch(() => null);
  if (found === null) return null;
  if (!found.isFile()) return { code: 'FILE_NOT_WRITTEN', reason: 'EISDIR' };
  const name = path.basename(target);
  const owners = [`.~lock.${name}#`, `~$${name}`].map((owner) => path.join(path.dirname(target), owner));
  if (owners.some((owner) => existsSync(owner))) return { code: 'FILE_LOCKED', reason: 'open' };
  // The mode, not access(): the superuser may write everything.
  if ((found.mode & 0o222) === 0) return { code: 'FILE_NOT_WRITTEN', reason: 'EACCES' };
  return null;
};

/** So that the new name survives a power cut. Windows cannot open a folder, and needs no such thing. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
};

const systemCode = (thrown: unknown): string | null =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && /^E[A-Z]+$/.test(thrown.code) ? thrown.code : null;
