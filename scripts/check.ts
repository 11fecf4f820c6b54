/** `npm run check`: format, lint, types of each layer, layers, dead code. */
import os from 'node:os';
import { reportStep, runSteps } from './check/runSteps.ts';
import { CHECK_STEPS } from './check/steps.ts';
import { say } from './say.ts';

const start = performance.now();
const results = await runSteps(CHECK_STEPS, os.availableParallelism());
for (const result of results) reportStep(result);
const failures = results.filter((result) => !result.passed).length;
say(`${results.length - failures} of ${results.length} checks passed in ${((performance.now() - start) / 1000).toFixed(1)} s`);
process.exitCode = failures === 0 ? 0 : 1;
