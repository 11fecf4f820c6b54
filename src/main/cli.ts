/** `npm run -s costbook -- COMMAND …`: the engine and the workbooks without a window. Source: formats.md, command line. */
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { runCli } from './cli/runCli.ts';

// npm runs scripts in the package's folder; the user's own folder is where her relative paths begin.
const folder = process.env.npm_lifecycle_event === 'costbook' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const result = await runCli(process.argv.slice(2), process.env, {
  resolve: (file) => path.resolve(folder, file),
  readStdin: () => buffer(process.stdin),
});
process.stderr.write(result.stderr);
process.stdout.write(result.stdout);
process.exitCode = result.status;
