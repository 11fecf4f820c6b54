import path from 'node:path';
import { MODULES } from '../paths.ts';

export interface Step {
  readonly name: string;
  /** the program (a file that Node runs, so no shell and no PATH is involved) and its arguments */
  readonly args: readonly [program: string, ...rest: string[]];
  /** what mends it, where a command can */
  readonly mend?: string;
}

const tool = (...parts: readonly string[]): string => path.join(MODULES, ...parts);
const TSC = tool('typescript', 'bin', 'tsc');

/** The layers have a project each, so that each sees only the libraries it may use. */
const TYPE_PROJECTS = ['.', 'scripts', 'src/shared', 'src/main', 'src/main/preload', 'src/renderer', 'test'];

export const CHECK_STEPS: readonly Step[] = [
  {
    name: 'format and lint',
    args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
    mend: 'npm run format',
  },
  ...TYPE_PROJECTS.map(
    (project): Step => ({ name: `types of ${project === '.' ? 'the build' : project}`, args: [TSC, '--project', project] }),
  ),
  { name: 'layers', args: [path.join('scripts', 'check', 'layers.ts')] },
  { name: 'lock file', args: [path.join('scripts', 'lockfile.ts'), '--check'], mend: 'npm run lockfile' },
  { name: 'dead code', args: [tool('knip', 'bin', 'knip.js'), '--config', '.knip.json', '--no-progress'] },
];
