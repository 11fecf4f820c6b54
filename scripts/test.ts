/** `npm test`: checks, unit and store tests, window tests; all of them run even where one fails. Ends with the counts. */
import fs from 'node:fs';
import path from 'node:path';
import { runChecks } from './check/runChecks.ts';
import { MODULES, ROOT } from './paths.ts';
import { show } from './run.ts';
import { addCounts, type Counts, playwrightCounts, vitestCounts } from './test/counts.ts';

const RESULTS = path.join(ROOT, 'test-results');
const UNIT_REPORT = path.join(RESULTS, 'unit.json');
const WINDOW_REPORT = path.join(RESULTS, 'e2e.json');

interface Suite {
  readonly args: readonly string[];
  readonly report: string;
  readonly read: (report: unknown) => Counts;
}
const UNIT: Suite = {
  args: [
    path.join(MODULES, 'vitest', 'vitest.mjs'),
    'run',
    '--config=test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ],
  report: UNIT_REPORT,
  read: vitestCounts,
};
const WINDOW: Suite = {
  args: [path.join(MODULES, 'playwright', 'cli.js'), 'test', '--config=test/e2e/playwright.config.ts'],
  report: WINDOW_REPORT,
  read: playwrightCounts,
};

/** A suite that ends badly without naming a failed test (it did not start, it found no test) counts as one failure. */
const runSuite = async ({ args, report, read }: Suite): Promise<Counts> => {
  fs.rmSync(report, { force: true });
  const code = await show({ command: process.execPath, args, options: { cwd: ROOT } });
  const counts = fs.existsSync(report) ? read(JSON.parse(fs.readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

const checks = await runChecks();
const unit = await runSuite(UNIT);
const windows = await runSuite(WINDOW);
const { passed, failed, skipped } = addCounts([checks, unit, windows]);
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
