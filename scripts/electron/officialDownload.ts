import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { oneAtATime } from '../oneAtATime.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { capture } from '../run.ts';
import { say } from '../say.ts';
import { installedIn } from './distribution.ts';
import type { FailureMemo } from './failureMemo.ts';
import type { ElectronSource } from './source.ts';

/** A download that moves nothing for this long is stopped: a firewall drops packets silently, a slow line still moves. */
const STALLED_MS = 15_000;
const LOOK_EVERY_MS = 1_000;

const folderBytes = (folder: string): number => {
  if (!fs.existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of fs.readdirSync(folder, { recursive: true })) {
    bytes += fs.statSync(path.join(folder, String(entry)), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
};

/** Aborts once the folders have not grown for STALLED_MS. */
const stallGuard = (folders: readonly string[]): { readonly signal: AbortSignal; readonly stop: () => void } => {
  const controller = new AbortController();
  let bytes = 0;
  let grewAt = Date.now();
  const timer = setInterval(() => {
    const current = folders.reduce((sum, folder) => sum + folderBytes(folder), 0);
    if (current !== bytes) grewAt = Date.now();
    else if (Date.now() - grewAt > STALLED_MS) controller.abort();
    bytes = current;
  }, LOOK_EVERY_MS);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
};

/** The last line of a stack or log that says something. */
const lastWords = (output: string): string => {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|cause/i.test(line)) ?? lines.findLast((line) => line !== '') ?? 'no output';
};

/** Runs the package's own installer; it honours ELECTRON_MIRROR and the other settings of @electron/get and checks sums. */
const runInstaller = async (packageFolder: string): Promise<Outcome<void>> => {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-electron-'));
  const guard = stallGuard([temp, path.join(packageFolder, 'dist')]);
  const ended = await capture({
    command: process.execPath,
    args: [path.join(packageFolder, 'install.js')],
    options: { signal: guard.signal, env: { ...process.env, TMPDIR: temp, TMP: temp, TEMP: temp, ELECTRON_GET_NO_PROGRESS: '1' } },
  });
  guard.stop();
  fs.rmSync(temp, { recursive: true, force: true });
  if (ended.code === 0) return done(undefined);
  return failed(guard.signal.aborted ? `nothing arrived for ${STALLED_MS / 1000} s` : lastWords(ended.output));
};

interface DownloadInput {
  readonly packageFolder: string;
  readonly version: string;
  readonly memo: FailureMemo;
  readonly lock: string;
}

export const officialDownload = ({ packageFolder, version, memo, lock }: DownloadInput): ElectronSource => ({
  name: 'official download',
  find: async () => {
    const remembered = memo.recall();
    if (remembered !== null) return failed(`${remembered} (failed a short while ago; not tried again yet)`);
    return oneAtATime(lock, async () => {
      say(`Downloading Electron ${version} …`);
      const installed = await runInstaller(packageFolder);
      const found = installedIn(packageFolder, version);
      if (installed.ok && found !== null) {
        memo.forget();
        return done({ executable: found, version, source: 'download', origin: 'the official download' });
      }
      const reason = installed.ok ? 'the installer left no Electron' : installed.reason;
      memo.remember(reason);
      return failed(reason);
    });
  },
});
