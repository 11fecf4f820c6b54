/** LibreOffice Calc on this machine, driven through UNO by measure.py in a process and a profile of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** milliseconds and MB of one sheet */
interface SheetTimes {
  readonly load: number;
  readonly recalculate: number;
  readonly edit: number;
  readonly peakMb: number;
}
export interface OfficeTimes {
  readonly version: string;
  /** with sums by provider and month */
  readonly heavy: SheetTimes;
  /** with one sum over all lines */
  readonly light: SheetTimes;
}

const LIMIT_MS = 240_000;
const OFFICES = ['soffice', 'libreoffice'];
/** Some builds bring a Python of their own. */
const PYTHONS = ['python3', '/usr/bin/python3', '/usr/lib/libreoffice/program/python', '/opt/libreoffice/program/python'];

const works = (program: string, args: readonly string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

export type Found =
  | { readonly ok: true; readonly office: string; readonly python: string; readonly version: string }
  | { readonly ok: false; readonly reason: string };

export const findLibreOffice = (): Found => {
  const office = OFFICES.find((program) => works(program, ['--version']));
  if (office === undefined) return { ok: false, reason: 'soffice is not installed' };
  const python = PYTHONS.find((program) => works(program, ['-c', 'import uno']));
  if (python === undefined) return { ok: false, reason: 'no Python with UNO (python3-uno)' };
  const version = spawnSync(office, ['--version'], { encoding: 'utf8' }).stdout.trim().split(' ').slice(0, 2).join(' ');
  return { ok: true, office, python, version };
};

/** Measures two workbooks; `folder` takes the profile and the converted files. */
export const measureLibreOffice = (
  { office, python, version }: Found & { readonly ok: true },
  { folder, heavy, light }: { readonly folder: string; readonly heavy: string; readonly light: string },
): OfficeTimes => {
  const pipe = `costbook-${randomUUID()}`;
  const profile = path.join(folder, pipe);
  const server = spawn(
    office,
    [
      '--headless',
      '--norestore',
      '--nologo',
      '--nodefault',
      '--nofirststartwizard',
      `-env:UserInstallation=file://${profile}`,
      `--accept=pipe,name=${pipe};urp;`,
    ],
    { stdio: 'ignore', detached: true },
  );
  try {
    const script = path.join(import.meta.dirname, 'measure.py');
    const run = spawnSync(python, [script, pipe, profile, heavy, light], { encoding: 'utf8', timeout: LIMIT_MS });
    if (run.status !== 0) throw new Error(`LibreOffice could not be measured: ${run.stderr.trim().split('\n').at(-1) ?? ''}`);
    return { version, ...(JSON.parse(run.stdout) as Omit<OfficeTimes, 'version'>) };
  } finally {
    stop(server.pid);
    fs.rmSync(profile, { recursive: true, force: true });
  }
};

/** The office is a script with children: its process group ends as a whole. */
const stop = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
};
