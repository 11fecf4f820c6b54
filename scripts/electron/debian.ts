import fs from 'node:fs';
import { done, failed, type Outcome } from '../outcome.ts';
import { capture, show } from '../run.ts';
import { say } from '../say.ts';

/** What a bare Debian lacks for a window, a screen for it, and Chinese text on it. */
const LIBRARY_PACKAGES = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libxss1', 'libatk-bridge2.0-0'];
const SCREEN_PACKAGE = 'xvfb';
const FONT_PACKAGE = 'fonts-noto-cjk';

/** Sonames that the dynamic linker did not find, from the output of `ldd`. */
export const missingLibraries = (lddOutput: string): readonly string[] =>
  [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');

const isOnPath = (command: string): boolean =>
  (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && fs.existsSync(`${folder}/${command}`));

const isInstalled = async (debianPackage: string): Promise<boolean> => {
  const { stdout } = await capture({ command: 'dpkg', args: ['--status', debianPackage] });
  return stdout.includes('\nStatus: install ok installed\n');
};

interface Needs {
  readonly executable: string;
  /** there is no display: a virtual screen is needed, and fonts for what is drawn on it */
  readonly virtualScreen: boolean;
}

const missingPackages = async ({ executable, virtualScreen }: Needs): Promise<readonly string[]> => {
  const missing: string[] = [];
  const ldd = await capture({ command: 'ldd', args: [executable] });
  if (missingLibraries(ldd.output).length > 0) missing.push(...LIBRARY_PACKAGES);
  if (virtualScreen && !isOnPath('Xvfb')) missing.push(SCREEN_PACKAGE);
  if (virtualScreen && isOnPath('dpkg') && !(await isInstalled(FONT_PACKAGE))) missing.push(FONT_PACKAGE);
  return missing;
};

const install = async (packages: readonly string[]): Promise<boolean> => {
  say(`Installing ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await show({ command: 'apt-get', args: ['update', '-qq'], options: { env } })) !== 0) return false;
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return (await show({ command: 'apt-get', args, options: { env } })) === 0;
};

/** Linux only: makes sure that Electron finds its libraries. As root on Debian it installs them, otherwise it says the one command. */
export const ensureLibraries = async (needs: Needs): Promise<Outcome<void>> => {
  if (process.platform !== 'linux') return done(undefined);
  const packages = await missingPackages(needs);
  if (packages.length === 0) return done(undefined);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot && isOnPath('apt-get') && (await install(packages))) return done(undefined);
  // Text without Chinese glyphs is ugly, not a reason to refuse.
  if (packages.every((name) => name === FONT_PACKAGE)) return done(undefined);
  return failed(
    `Electron needs system libraries that are missing here. Run:\n  ${isRoot ? '' : 'sudo '}apt-get install ${packages.join(' ')}\n(or the packages of these names in your distribution) and try again.`,
  );
};
