import fs from 'node:fs';
import path from 'node:path';
import { done, failed } from '../outcome.ts';
import { executableIn, installedIn, versionIn } from './distribution.ts';
import type { ElectronSource } from './source.ts';

/** The folder that ELECTRON_OVERRIDE_DIST_PATH names. Set but wrong is a mistake to tell, not a reason to look elsewhere. */
export const overrideElectron = (dist: string | undefined): ElectronSource => ({
  name: 'ELECTRON_OVERRIDE_DIST_PATH',
  find: async () => {
    if (dist === undefined || dist === '') return done('absent');
    const folder = path.resolve(dist);
    const executable = executableIn(folder);
    if (!fs.existsSync(executable)) {
      return { ...failed(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}. Correct or unset it.`), final: true };
    }
    const version = versionIn(folder) ?? 'of unknown version';
    return done({ executable, version, source: 'override', origin: `ELECTRON_OVERRIDE_DIST_PATH (${dist})` });
  },
});

/** What the official package unpacked earlier. */
export const installedElectron = (packageFolder: string, version: string): ElectronSource => ({
  name: 'installed package',
  find: async () => {
    const executable = installedIn(packageFolder, version);
    if (executable === null) return done('absent');
    return done({ executable, version, source: 'installed', origin: 'the installed electron package' });
  },
});
