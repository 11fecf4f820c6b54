import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const SCREEN = '1600x1000x24';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A shell script that becomes Electron (`exec`, so its pid is Electron's: a test may kill it), on the display there is or else
 * on a virtual screen of its own. Xvfb picks a free display number itself, tells it on stdout when it is ready, and ends with its
 * last client, so nothing is left to clean up however Electron dies.
 */
export const launcherScript = (executable: string): string => `#!/bin/sh
# Written by scripts/electron/launcher.ts
unset ELECTRON_RUN_AS_NODE
case "$DISPLAY" in
  :*) screen="\${DISPLAY#:}"; [ -S "/tmp/.X11-unix/X\${screen%%.*}" ] || unset DISPLAY ;; # a display that is gone
esac
if [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then exec ${quote(executable)} "$@"; fi
number=$(Xvfb -displayfd 1 -terminate -nolisten tcp -screen 0 ${SCREEN} </dev/null 2>/dev/null &)
if [ -z "$number" ]; then echo 'There is no display and Xvfb does not start. Install it: apt-get install xvfb' >&2; exit 1; fi
DISPLAY=":$number" exec ${quote(executable)} --disable-gpu "$@"
`;

/** Writes the launcher into the folder, under a name of its content, and returns its path. */
export const writeLauncher = (folder: string, executable: string): string => {
  const script = launcherScript(executable);
  const file = path.join(folder, `launch-${createHash('sha256').update(script).digest('hex').slice(0, 12)}.sh`);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, script, { mode: 0o755 });
  fs.renameSync(draft, file);
  return file;
};
