/** Runs the real command line: `node src/main/cli.ts`, in a temporary folder. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Code that runs in the process before the command line does. */
const preload = (code: string | undefined): readonly string[] =>
  code === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(code)}`];

export const costbook = async (
  words: readonly string[],
  more: { readonly cwd?: string; readonly stdin?: string | Buffer; readonly lang?: string; readonly preload?: string } = {},
): Promise<Ran> => {
  const { npm_lifecycle_event: _, INIT_CWD: __, LC_ALL: ___, LC_MESSAGES: ____, ...env } = process.env;
  const child = spawn(process.execPath, [...preload(more.preload), path.join(ROOT, 'src/main/cli.ts'), ...words], {
    cwd: more.cwd ?? ROOT,
    env: { ...env, LANG: more.lang ?? 'C.UTF-8' },
  });
  child.stdin.end(more.stdin ?? '');
  const status = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
};
