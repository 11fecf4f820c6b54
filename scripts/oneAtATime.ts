import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 200;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const readOwner = (lock: string): number | null => {
  try {
    return Number.parseInt(fs.readFileSync(lock, 'utf8'), 10);
  } catch {
    return null;
  }
};

/** Takes the lock if it is free. The file appears with its owner already in it: `link` is atomic. */
const take = (lock: string): boolean => {
  const mine = `${lock}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
};

/**
 * Runs `work` while no other process of this checkout runs the work of the same lock file; waits for its turn.
 * A lock whose owner has died is taken over.
 */
export const oneAtATime = async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) {
    const owner = readOwner(lock);
    if (owner !== null && !isAlive(owner)) fs.rmSync(lock, { force: true });
    else await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
};
