import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type ExportAnswer,
  type ExportInput,
  type ExportKind,
  type ExportMessage,
  packPlan,
  type RunningExport,
  startExport,
} from '../../../src/main/exporting/exporter.ts';
import { startNodeProcess } from '../../../src/main/process/startNodeProcess.ts';
import { writeWorkbook } from '../../../src/main/xlsx/writeWorkbook.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatScenario } from '../../../src/shared/scenario/json.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { planOf } from '../../bench/plan.ts';
import { partsOf } from '../xlsx/parts.ts';
import { must, SEED, scenarioOf, tempFolder } from '../xlsx/workbooks.ts';

const SMALL = scenarioOf({ nodes: [{}], usage: [{ quantity: '7.5' }, { quantity: '=1/0', note: '备注' }], packs: [{}] });
/** Some seconds of work. */
const LARGE = planOf({ lines: 8_000, packs: 2 }).scenario;

interface Asked {
  readonly scenario: Scenario;
  readonly file: string;
  readonly what?: ExportKind;
  readonly start?: ExportInput['start'];
  /** told with the share and the export itself */
  readonly onProgress?: (share: number, running: () => RunningExport) => void;
}
const run = ({ scenario, file, what = { kind: 'workbook' }, start = startNodeProcess, onProgress }: Asked): RunningExport => {
  const running: RunningExport = startExport({
    plan: packPlan({ scenario, priceBook: SEED }),
    what,
    locale: 'en',
    origin: 'here',
    baseline: null,
    file,
    start,
    onProgress: (share) => onProgress?.(share, () => running),
  });
  return running;
};

/** A target in a folder of its own, with a file of former days. */
const oldFile = (): string => {
  const file = path.join(tempFolder(), 'plan.xlsx');
  writeFileSync(file, 'of former days');
  return file;
};
const expectUntouched = (file: string): void => {
  expect(readFileSync(file, 'utf8')).toBe('of former days');
  expect(readdirSync(path.dirname(file))).toEqual(['plan.xlsx']);
};

describe('an export in a process of its own', () => {
  it('is the workbook that writeWorkbook writes, part by part', async () => {
    const file = oldFile();
    expect(await run({ scenario: SMALL, file }).end).toEqual({ ok: true, value: { fitsImport: true } });
    const here = path.join(tempFolder(), 'here.xlsx');
    const bill = computeBill({ scenario: SMALL, priceBook: SEED });
    must(await writeWorkbook({ scenario: SMALL, priceBook: SEED, bill, locale: 'en', origin: 'here', file: here }));
    const [theirs, ours] = [partsOf(here), partsOf(file)];
    expect([...ours.keys()]).toEqual([...theirs.keys()]);
    // The one part that says when it was written.
    for (const [name, xml] of ours) if (name !== 'docProps/core.xml') expect([name, xml]).toEqual([name, theirs.get(name)]);
    expect(readdirSync(path.dirname(file))).toEqual(['plan.xlsx']);
  });

  it('is JSON or CSV too', async () => {
    const folder = tempFolder();
    const json = path.join(folder, 'plan.json');
    must(await run({ scenario: SMALL, file: json, what: { kind: 'json' } }).end);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(JSON.parse(JSON.stringify(formatScenario(SMALL))));
    const csv = path.join(folder, 'plan.csv');
    must(await run({ scenario: SMALL, file: csv, what: { kind: 'csv', table: { sheet: 'usage', option: 'A' } } }).end);
    expect(readFileSync(csv, 'utf8').split('\r\n').slice(1, 3)).toMatchObject(
      [/^A,u1,/, /^A,u2,/].map((line) => expect.stringMatching(line)),
    );
    expect(readdirSync(folder).toSorted()).toEqual(['plan.csv', 'plan.json']);
  });

  it('tells a share that only grows, and the whole at the end', async () => {
    const shares: number[] = [];
    must(await run({ scenario: LARGE, file: oldFile(), onProgress: (share) => shares.push(share) }).end);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBe(shares.length);
    expect(shares.at(-1)).toBe(1_000);
  });
});

describe('an export that does not come to its end', () => {
  it('stopped while it writes: the old file stays, and nothing beside it', async () => {
    const file = oldFile();
    let beside = 0;
    const onProgress: Asked['onProgress'] = (_, running) => {
      beside = readdirSync(path.dirname(file)).length;
      running().stop();
    };
    expect(await run({ scenario: LARGE, file, onProgress }).end).toMatchObject({
      error: { code: 'EXPORT_STOPPED', place: 'plan.xlsx', params: { before: 'file' } },
    });
    expect(beside).toBe(2);
    expectUntouched(file);
  });

  it('stopped before its process is there: no file was written', async () => {
    const file = path.join(tempFolder(), 'plan.xlsx');
    const running = run({ scenario: SMALL, file });
    running.stop();
    expect(await running.end).toMatchObject({ error: { code: 'EXPORT_STOPPED', params: { before: 'none' } } });
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('whose process is killed from outside is told so', async () => {
    const file = oldFile();
    let kill = (): void => undefined;
    const start: ExportInput['start'] = (processFile, settings) => {
      const child = startNodeProcess<ExportMessage, ExportAnswer>(processFile, settings);
      kill = child.kill;
      return child;
    };
    const { end } = run({ scenario: LARGE, file, start, onProgress: () => kill() });
    expect(await end).toMatchObject({ error: { code: 'EXPORT_FAILED', place: 'plan.xlsx' } });
    expectUntouched(file);
  });

  it('whose process needs more memory than it may have is told so', async () => {
    const file = oldFile();
    const start: ExportInput['start'] = (processFile, settings) => startNodeProcess(processFile, { ...settings, megabytes: 20 });
    expect(await run({ scenario: LARGE, file, start }).end).toMatchObject({ error: { code: 'EXPORT_FAILED' } });
    expectUntouched(file);
  });

  it('that throws is told with the reason', async () => {
    const file = oldFile();
    const what: ExportKind = { kind: 'csv', table: { sheet: 'focus', option: 'Z' } };
    expect(await run({ scenario: SMALL, file, what }).end).toMatchObject({
      error: { code: 'EXPORT_FAILED', params: { reason: 'the bill has no option Z' } },
    });
    expectUntouched(file);
  });

  it('whose target is opened meanwhile in another program leaves it alone', async () => {
    const file = oldFile();
    const lock = path.join(path.dirname(file), '.~lock.plan.xlsx#');
    const { end } = run({ scenario: LARGE, file, onProgress: () => writeFileSync(lock, '') });
    expect(await end).toMatchObject({ error: { code: 'FILE_LOCKED', place: 'plan.xlsx' } });
    expect(readFileSync(file, 'utf8')).toBe('of former days');
    expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['.~lock.plan.xlsx#', 'plan.xlsx']);
  });

  it('whose target cannot be one starts no process', async () => {
    const file = path.join(tempFolder(), 'plan.xlsx');
    mkdirSync(file);
    const start: ExportInput['start'] = () => {
      throw new Error('started');
    };
    expect(await run({ scenario: SMALL, file, start }).end).toMatchObject({ error: { code: 'FILE_NOT_WRITTEN' } });
    expect(existsSync(file)).toBe(true);
  });
});
