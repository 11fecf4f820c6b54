import fs from 'node:fs';
import path from 'node:path';
import { done, failed } from '../outcome.ts';
import { executableIn, versionIn } from './distribution.ts';
import type { ElectronSource, SourceId, SourceResult } from './source.ts';

const foundIn = (dist: string, source: SourceId, origin: string): SourceResult => {
  const executable = executableIn(dist);
  if (!fs.existsSync(executable)) return done('absent');
  return done({ executable, version: versionIn(dist) ?? 'unknown', source, origin });
};

/** The folder that ELECTRON_OVERRIDE_DIST_PATH names. Set but wrong is a mistake to tell, not a reason to look elsewhere. */
export const overrideElectron = (dist: string | undefined): ElectronSource => ({
  name: 'ELECTRON_OVERRIDE_DIST_PATH',
  find: async () => {
    if (dist === undefined || dist === '') return done('absent');
    const result = foundIn(path.resolve(dist), 'override', `ELECTRON_OVERRIDE_DIST_PATH (${dist})`);
    if (result.ok && result.value === 'absent') {
      const missing = executableIn(path.resolve(dist));
      return { ...failed(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${missing}. Correct or unset it.`), final: true };
    }
    return result;
  },
});

/** What the official package unpacked earlier, if it is the declared version. */
export const installedElectron = (packageFolder: string, version: string): ElectronSource => ({
  name: 'installed package',
  find: async () => {
    const dist = path.join(packageFolder, 'dist');
    if (versionIn(dist) !== version) return done('absent');
    return foundIn(dist, 'installed', 'the installed electron package');
  },
});
