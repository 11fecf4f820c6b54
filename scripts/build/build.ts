import fs from 'node:fs';
import path from 'node:path';
import { oneAtATime } from '../oneAtATime.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { CACHE, MODULES, OUT, ROOT } from '../paths.ts';
import { capture } from '../run.ts';
import { say } from '../say.ts';
import { fingerprint } from './fingerprint.ts';

/** What the bundles are made of. */
const INPUTS = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = path.join(OUT, '.built-from');
const ELECTRON_VITE = path.join(MODULES, 'electron-vite', 'bin', 'electron-vite.js');

const builtFrom = (): string | null => {
  try {
    return fs.readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
};

/** `npm run dev` builds into out/ by itself; what it leaves there is no build of ours. */
export const forgetBuild = (): void => fs.rmSync(STAMP, { force: true });

/** Puts the new bundles in the place of the old ones. Between the two there are only renames: an app that starts meanwhile finds all. */
const swapIn = (staging: string): void => {
  forgetBuild();
  for (const bundle of fs.readdirSync(staging)) {
    const place = path.join(OUT, bundle);
    const old = path.join(staging, `${bundle}.old`);
    if (fs.existsSync(place)) fs.renameSync(place, old);
    fs.renameSync(path.join(staging, bundle), place);
  }
};

const build = async (inputs: string): Promise<Outcome<void>> => {
  const staging = path.join(OUT, '.next');
  fs.rmSync(staging, { recursive: true, force: true });
  const ended = await capture({
    command: process.execPath,
    args: [ELECTRON_VITE, 'build', '--logLevel', 'warn', '--outDir', staging],
    options: { cwd: ROOT },
  });
  if (ended.code !== 0) return failed(`The build failed:\n${ended.output.trim()}`);
  swapIn(staging);
  fs.writeFileSync(STAMP, inputs);
  fs.rmSync(staging, { recursive: true, force: true });
  return done(undefined);
};

/** Builds the app into out/ unless what is there was built from the same inputs. */
export const ensureBuilt = (): Promise<Outcome<void>> =>
  oneAtATime(path.join(CACHE, 'build.lock'), async () => {
    const inputs = fingerprint(ROOT, INPUTS);
    if (builtFrom() === inputs) return done(undefined);
    const start = performance.now();
    const built = await build(inputs);
    if (built.ok) say(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    return built;
  });
