import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';
import { capture } from '../run.ts';
import { say } from '../say.ts';
import type { Step } from './steps.ts';

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  /** the command that may mend it, null where a person has to */
  readonly mend: string | null;
}

const runStep = async ({ name, args, mend }: Step): Promise<StepResult> => {
  const program = path.resolve(ROOT, args[0]);
  if (!fs.existsSync(program)) {
    return { name, passed: false, output: `${path.relative(ROOT, program)} is missing`, mend: 'npm ci' };
  }
  const { code, output } = await capture({ command: process.execPath, args, options: { cwd: ROOT } });
  return { name, passed: code === 0, output: output.trim(), mend: mend ?? null };
};

/** Runs the steps, at most `atOnce` at a time, and returns their results in the order of the steps. */
export const runSteps = async (steps: readonly Step[], atOnce: number): Promise<readonly StepResult[]> => {
  const results: StepResult[] = [];
  const queue = steps.entries();
  const work = async (): Promise<void> => {
    for (const [index, step] of queue) results[index] = await runStep(step);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
};

export const reportStep = ({ name, passed, output, mend }: StepResult): void => {
  say(passed ? `ok      ${name}` : `FAILED  ${name}\n${output}`);
  if (!passed && mend !== null) say(`Try: ${mend}`);
};
