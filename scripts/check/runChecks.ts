import os from 'node:os';
import { say } from '../say.ts';
import type { Counts } from '../test/counts.ts';
import { reportStep, runSteps } from './runSteps.ts';
import { CHECK_STEPS } from './steps.ts';

/** Runs all checks, says what each came to, and counts them. */
export const runChecks = async (): Promise<Counts> => {
  const start = performance.now();
  const results = await runSteps(CHECK_STEPS, os.availableParallelism());
  for (const result of results) reportStep(result);
  const passed = results.filter((result) => result.passed).length;
  say(`${passed} of ${results.length} checks passed in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { passed, failed: results.length - passed, skipped: 0 };
};
