/**
 * `npm run electron` prepares the app and says which Electron it would run in; with `--print-launch` it prints one JSON line on
 * stdout, with which any Playwright `_electron.launch` starts the app.
 */
import { prepareApp } from './prepare.ts';
import { say } from './say.ts';

const prepared = await prepareApp();
if (!prepared.ok) {
  say(prepared.reason);
  process.exitCode = 1;
} else {
  const { executablePath, args, env, electron, source, origin } = prepared.value;
  if (process.argv.includes('--print-launch')) {
    process.stdout.write(`${JSON.stringify({ executablePath, args, env, electron, source })}\n`);
  } else {
    say(`Costbook runs on Electron ${electron} from ${origin}.`);
  }
}
