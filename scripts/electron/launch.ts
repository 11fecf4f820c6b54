import { done, type Outcome } from '../outcome.ts';
import { CACHE, ROOT } from '../paths.ts';
import { ensureLibraries } from './debian.ts';
import { findElectron } from './findElectron.ts';
import { writeLauncher } from './launcher.ts';
import type { SourceId } from './source.ts';
import { electronSources } from './sources.ts';

/** How to start an app in Electron on this machine; Playwright's `_electron.launch` takes the first three as they are. */
export interface Launch {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** version */
  readonly electron: string;
  readonly source: SourceId;
  /** where it came from, for people */
  readonly origin: string;
  readonly virtualScreen: boolean;
}

/** What a desktop program needs from its surroundings, and nothing that a print of it should not show. */
const PASSED_ON =
  /^(PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TEMP|TMP|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_\w+|DBUS_\w+|SystemRoot|SystemDrive|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|COSTBOOK_\w+)$/i;

export const passedOn = (env: NodeJS.ProcessEnv): Record<string, string> => {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && PASSED_ON.test(name)) kept[name] = value;
  }
  return kept;
};

const hasScreen = (): boolean => process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** Finds or prepares an Electron and everything it needs, and says how to start `appFolder` in it. */
export const prepareLaunch = async (appFolder: string = ROOT): Promise<Outcome<Launch>> => {
  const found = await findElectron(electronSources());
  if (!found.ok) return found;
  const { executable, version, source, origin } = found.value;
  const virtualScreen = !hasScreen();
  const libraries = await ensureLibraries({ executable, virtualScreen });
  if (!libraries.ok) return libraries;
  // The setuid sandbox refuses to start for root, and only for root.
  const sandbox = process.platform === 'linux' && process.geteuid?.() === 0 ? ['--no-sandbox'] : [];
  return done({
    executablePath: process.platform === 'linux' ? writeLauncher(CACHE, executable) : executable,
    args: [...sandbox, appFolder],
    env: passedOn(process.env),
    electron: version,
    source,
    origin,
    virtualScreen,
  });
};
