/** `npm run -s costbook -- COMMAND …`: the engine and the workbooks without a window. Source: formats.md, command line. */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { runCli } from './cli/runCli.ts';

// npm runs scripts in the package's folder; the user's own folder is where her relative paths begin.
const folder = process.env.npm_lifecycle_event === 'costbook' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** EX_SOFTWARE: 1 is what --strict says. */
const BUG_STATUS = 70;

// A bug may also show in a callback, outside of every promise.
const reportBug = (thrown: unknown): never => {
  const sentence = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  writeSync(process.stderr.fd, `INTERNAL_ERROR -: ${sentence.replace(/\p{Cc}+/gu, ' ').slice(0, 500)}\n`);
  process.exit(BUG_STATUS);
};
process.on('uncaughtException', reportBug);

const result = await runCli(process.argv.slice(2), process.env, {
  resolve: (file) => path.resolve(folder, file),
  readStdin: () => buffer(process.stdin),
});
process.stderr.write(result.stderr);
process.stdout.write(result.stdout);
process.exitCode = result.status;
