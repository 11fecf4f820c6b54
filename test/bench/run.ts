/**
 * `npm run bench`: Costbook and its peers in one run, with the ratios; nothing here passes or fails. `npm run bench -- sheet window` runs
 * chosen rows, `npm run bench -- --readme` runs nothing and puts the last results into README.md.
 */
import { execFileSync, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { say } from '../../scripts/say.ts';
import { BENCHES } from './benches.ts';
import { writeReadme } from './readme.ts';
import { type BenchReport, type BenchRow, formatTable } from './report.ts';

const RESULTS = path.join(import.meta.dirname, 'results', 'latest.json');
/** decimal.js keeps a million objects in some of the rows. */
const HEAP = '--max-old-space-size=6144';

const machine: BenchReport['machine'] = {
  cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.cpus().length,
  node: process.versions.node,
  os: `${os.type()} ${os.arch()}`,
};

const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
/** `+`: with changes that are not committed, the results themselves aside. */
const revisionOf = (): string => {
  const changes = git('status', '--porcelain', '--', 'src', 'test', ':!test/bench/results');
  return `${git('rev-parse', '--short', 'HEAD')}${changes === '' ? '' : '+'}`;
};

const readReport = (): BenchReport | null =>
  fs.existsSync(RESULTS) ? (JSON.parse(fs.readFileSync(RESULTS, 'utf8')) as BenchReport) : null;

/** In a process of its own, so that no row stands in the memory of another. null: it failed, and has said why. */
const runBench = (name: string): Promise<readonly BenchRow[] | null> =>
  new Promise((resolve) => {
    let rows: readonly BenchRow[] | null = null;
    const child = fork(path.join(import.meta.dirname, 'row.ts'), [name], { execArgv: [HEAP] });
    child.on('message', (message) => {
      rows = message as readonly BenchRow[];
    });
    child.on('close', () => resolve(rows));
  });

const runAll = async (names: readonly string[]): Promise<void> => {
  // What was measured on another machine does not stand beside what is measured here.
  const known = readReport();
  let report: BenchReport = { machine, rows: JSON.stringify(known?.machine) === JSON.stringify(machine) ? (known?.rows ?? {}) : {} };
  for (const name of names) {
    const start = performance.now();
    const rows = await runBench(name);
    if (rows === null) {
      process.exitCode = 1;
      continue;
    }
    say(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
    process.stdout.write(`${formatTable(rows)}\n\n`);
    const measured = { date: new Date().toISOString().slice(0, 10), revision: revisionOf(), rows };
    const all = { ...report.rows, [name]: measured };
    report = { machine, rows: Object.fromEntries(Object.keys(BENCHES).flatMap((each) => (all[each] ? [[each, all[each]]] : []))) };
    fs.mkdirSync(path.dirname(RESULTS), { recursive: true });
    fs.writeFileSync(RESULTS, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.stdout.write(`${machine.cores} x ${machine.cpu}, Node ${machine.node}, ${machine.os}\n`);
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => name !== '--readme' && !(name in BENCHES));
const report = readReport();
if (unknown.length > 0) {
  say(`No such row: ${unknown.join(', ')}. There are ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
} else if (!names.includes('--readme')) {
  await runAll(names.length === 0 ? Object.keys(BENCHES) : names);
} else if (report === null) {
  say('Nothing has been measured yet: npm run bench.');
  process.exitCode = 1;
} else {
  writeReadme(path.join(ROOT, 'README.md'), report);
}
