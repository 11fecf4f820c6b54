/**
 * Puts a new file in the place of an old one, whole or not at all: written beside it, synced, then renamed.
 *
 * Errors: FILE_LOCKED where another program has the target open, FILE_NOT_WRITTEN (params.reason = the system's code) otherwise.
 * The old file is untouched then, and nothing is left beside it.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type ErrorCode, fail, ok, type Result } from '../../shared/core/result.ts';

/** `write` must end the stream. */
export const replaceFile = async (file: string, write: (stream: Writable) => Promise<void>): Promise<Result<void>> => {
  const target = await realpath(file).catch(() => path.resolve(file));
  const obstacle = await findObstacle(target);
  if (obstacle !== null) return fail(obstacle.code, path.basename(file), { reason: obstacle.reason });
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const stream = createWriteStream(temporary, { flags: 'wx', flush: true });
    const closed = finished(stream);
    // `write` fails with the same error; waiting for both must not leave one of them unhandled.
    closed.catch(() => undefined);
    await write(stream);
    await closed;
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
    return ok(undefined);
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const reason = systemCode(thrown);
    if (reason === null) throw thrown;
    return fail(LOCKED.has(reason) ? 'FILE_LOCKED' : 'FILE_NOT_WRITTEN', path.basename(file), { reason });
  }
};

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
