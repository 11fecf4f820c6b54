/** Checks every import below src against the table of layers, and refuses cycles. */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';
import { say } from '../say.ts';
import { findCycles } from './layers/findCycles.ts';
import { findViolations, type ImportMap } from './layers/findViolations.ts';
import { importsOf } from './layers/imports.ts';
import { LAYER_RULES, LIBRARY_OWNERS, NODE_OWNERS } from './layers/table.ts';

const readImports = (folder: string): ImportMap => {
  const files = fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
  return new Map(files.map((file) => [file, importsOf(file, fs.readFileSync(path.join(ROOT, file), 'utf8'))]));
};

const imports = readImports('src');
const problems = [
  ...findViolations(imports, { rules: LAYER_RULES, libraryOwners: LIBRARY_OWNERS, nodeOwners: NODE_OWNERS }),
  ...findCycles(imports).map((cycle) => `import cycle: ${[...cycle, cycle[0]].join(' -> ')}`),
];
for (const problem of problems) say(problem);
if (problems.length > 0) {
  say(`${problems.length} import(s) against the layers. The table, with what each place may see: scripts/check/layers/table.ts`);
  process.exitCode = 1;
}
