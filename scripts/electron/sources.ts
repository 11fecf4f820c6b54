import fs from 'node:fs';
import path from 'node:path';
import { CACHE, MODULES } from '../paths.ts';
import { failureMemo } from './failureMemo.ts';
import { installedElectron, overrideElectron } from './installedElectron.ts';
import { officialDownload } from './officialDownload.ts';
import { registryElectron } from './registryElectron.ts';
import type { ElectronSource } from './source.ts';

const RETRY_DOWNLOAD_AFTER_MS = 6 * 60 * 60 * 1000;

/** The order of sources on this machine. */
export const electronSources = (): readonly ElectronSource[] => {
  const packageFolder = path.join(MODULES, 'electron');
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const cache = path.join(CACHE, 'electron');
  const memo = failureMemo({
    file: path.join(cache, 'download-failed.json'),
    subject: `${version} ${process.env.ELECTRON_MIRROR ?? ''}`,
    keepMs: RETRY_DOWNLOAD_AFTER_MS,
  });
  return [
    overrideElectron(process.env.ELECTRON_OVERRIDE_DIST_PATH),
    installedElectron(packageFolder, version),
    officialDownload({ packageFolder, version, memo, lock: path.join(cache, 'download.lock') }),
    registryElectron(cache),
  ];
};
