/**
 * `npm run lockfile` after a change of dependencies: makes package-lock.json hold for all platforms, also where the registry at hand
 * offers the packages of one platform only. With `--check` it only says what is missing.
 */
import fs from 'node:fs';
import path from 'node:path';
import { completeLockfile, type Lockfile, missingOptionals } from './lockfile/completeLockfile.ts';
import { ROOT } from './paths.ts';
import { say } from './say.ts';

const file = path.join(ROOT, 'package-lock.json');
const lockfile = JSON.parse(fs.readFileSync(file, 'utf8')) as Lockfile;
const missing = Object.keys(missingOptionals(lockfile));
if (!process.argv.includes('--check')) {
  fs.writeFileSync(file, `${JSON.stringify(completeLockfile(lockfile), null, 2)}\n`);
} else if (missing.length > 0) {
  say(`package-lock.json lacks ${missing.length} optional package(s), so npm ci refuses it:\n  ${missing.join('\n  ')}`);
  process.exitCode = 1;
}
