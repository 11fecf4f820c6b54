/** `npm run dev`: the app with live reload of the window and restart of main, through electron-vite, in the Electron found here. */
import path from 'node:path';
import { forgetBuild } from './build/build.ts';
import { prepareLaunch } from './electron/launch.ts';
import { MODULES, ROOT } from './paths.ts';
import { show } from './run.ts';
import { say } from './say.ts';

const launch = await prepareLaunch();
if (launch.ok) {
  const { executablePath, args, electron, origin } = launch.value;
  say(`Costbook runs on Electron ${electron} from ${origin}.`);
  const switches = args.filter((argument) => argument.startsWith('-'));
  forgetBuild();
  process.exitCode =
    (await show({
      command: process.execPath,
      args: [path.join(MODULES, 'electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch', '--', ...switches],
      options: { cwd: ROOT, env: { ...process.env, ELECTRON_EXEC_PATH: executablePath } },
    })) ?? 1;
} else {
  say(launch.reason);
  process.exitCode = 1;
}
