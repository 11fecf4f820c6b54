/** `npm run build`: bundles main, preload and renderer into out/, unless they are current. */
import { ensureBuilt } from './build/build.ts';
import { say } from './say.ts';

const built = await ensureBuilt();
if (!built.ok) {
  say(built.reason);
  process.exitCode = 1;
}
