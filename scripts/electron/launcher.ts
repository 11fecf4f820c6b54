import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const SCREEN = '1600x1000x24';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A shell script that becomes Electron (`exec`, so its pid is Electron's: a test may kill it), on the display there is or else
 * on a virtual screen of its own. Xvfb picks a free display number itself and tells it through a pipe when it is ready. It is a
 * child of what becomes Electron and gets a signal when that ends, however it ends: nothing is left to clean up. It is in a
 * session of its own, so that Ctrl+C reaches Electron only, which then still has a screen to close its windows on.
 */
export const launcherScript = (executable: string): string => `#!/bin/sh
# Written by scripts/electron/launcher.ts
unset ELECTRON_RUN_AS_NODE
case "$DISPLAY" in
  :*) screen="\${DISPLAY#:}"; [ -S "/tmp/.X11-unix/X\${screen%%.*}" ] || unset DISPLAY ;; # a display that is gone
esac
if [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then exec ${quote(executable)} "$@"; fi
pipe=$(mktemp -u) && mkfifo "$pipe" || exit 1
setpriv --pdeathsig TERM setsid Xvfb -displayfd 3 -nolisten tcp -screen 0 ${SCREEN} 3>"$pipe" </dev/null >/dev/null 2>&1 &
read -r number <"$pipe"
rm "$pipe"
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
