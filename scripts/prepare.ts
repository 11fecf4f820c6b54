import { ensureBuilt } from './build/build.ts';
import { type Launch, prepareLaunch } from './electron/launch.ts';
import type { Outcome } from './outcome.ts';

/** Everything that must be there before a window can open: the bundles, then an Electron with its libraries. */
export const prepareApp = async (): Promise<Outcome<Launch>> => {
  const built = await ensureBuilt();
  return built.ok ? prepareLaunch() : built;
};
