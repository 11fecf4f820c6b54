import fs from 'node:fs';
import path from 'node:path';

/** The executable inside an unpacked Electron, by platform; the same names as the official package uses. */
export const executableIn = (dist: string, platform: NodeJS.Platform = process.platform): string => {
  if (platform === 'darwin') return path.join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  if (platform === 'win32') return path.join(dist, 'electron.exe');
  return path.join(dist, 'electron');
};

/** The version that an unpacked Electron says it is; null when there is none. */
export const versionIn = (dist: string): string | null => {
  try {
    return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
};

/** The executable of what the official package unpacked, if that is complete and of this version; `path.txt` is written last. */
export const installedIn = (packageFolder: string, version: string): string | null => {
  const dist = path.join(packageFolder, 'dist');
  const executable = executableIn(dist);
  const isComplete = versionIn(dist) === version && fs.existsSync(path.join(packageFolder, 'path.txt')) && fs.existsSync(executable);
  return isComplete ? executable : null;
};
