/** `npm run screenshots`: makes the pictures of README.md by its window test and puts them into resources/readme. */
import fs from 'node:fs';
import path from 'node:path';
import { MODULES, ROOT } from './paths.ts';
import { show } from './run.ts';
import { say } from './say.ts';

const made = path.join(ROOT, 'test-results', 'readme');
const kept = path.join(ROOT, 'resources', 'readme');

fs.rmSync(made, { recursive: true, force: true });
const args = [path.join(MODULES, 'playwright', 'cli.js'), 'test', '--config=test/e2e/playwright.config.ts', 'readme.spec.ts'];
const code = await show({ command: process.execPath, args, options: { cwd: ROOT } });
if (code === 0) {
  fs.cpSync(made, kept, { recursive: true });
  say(`Pictures are in ${path.relative(ROOT, kept)}.`);
} else {
  process.exitCode = 1;
}
