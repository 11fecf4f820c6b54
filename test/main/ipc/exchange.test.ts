import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fileName } from '../../../src/main/ipc/exchange.ts';
import type { ExportProgress } from '../../../src/shared/ipc/contract.ts';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { must, tempFolder } from '../support/tempStore.ts';
import { openTestApp } from '../support/testApp.ts';
import { partsOf } from '../xlsx/parts.ts';

describe('exporting JSON', () => {
  it('writes the scenario whole, with a book that only this machine has', async () => {
    const folder = tempFolder();
    const target = join(folder, 'plan.json');
    const app = openTestApp(folder, { askTarget: () => Promise.resolve(target) });
    const { open } = await app.ask('app.bootstrap', undefined);
    expect(await app.ask('workbook.export', { id: open.id })).toEqual({ file: 'plan.json', fitsImport: true });
    const shipped = must(parseScenario(JSON.parse(readFileSync(target, 'utf8'))));
    expect(shipped).toEqual(open.scenario);

    const own = { ...readPriceBook('seed'), edition: 'ours' };
    const id = must(app.store.createScenario({ ...open.scenario, priceBookHash: null, priceBookInline: own }));
    await app.ask('workbook.export', { id });
    expect(must(parseScenario(JSON.parse(readFileSync(target, 'utf8')))).priceBookInline).toEqual(own);
    expect(readdirSync(folder).filter((name) => /\.(part|tmp)$/.test(name))).toEqual([]);
  });

  it('says that a folder cannot be written', async () => {
    const app = openTestApp(tempFolder(), { askTarget: () => Promise.resolve('/proc/nowhere/plan.json') });
    const { open } = await app.ask('app.bootstrap', undefined);
    expect(await app.answer('workbook.export', { id: open.id })).toMatchObject({ error: { code: 'FILE_NOT_WRITTEN', place: 'plan.json' } });
  });
});

describe('exporting a workbook', () => {
  it('measures against the option that the window does', async () => {
    const target = join(tempFolder(), 'plan.xlsx');
    const app = openTestApp(tempFolder(), { askTarget: () => Promise.resolve(target) });
    const { open } = await app.ask('app.bootstrap', undefined);
    expect(open.scenario.options.map(({ id }) => id)).toEqual(['A', 'B']);
    const baselineOf = async (): Promise<string | undefined> => {
      await app.ask('workbook.export', { id: open.id });
      return /Baseline: ([AB]) /.exec(partsOf(target).get('xl/sharedStrings.xml') ?? '')?.[1];
    };
    expect(await baselineOf()).toBe('A');
    await app.ask('scenario.saveView', { id: open.id, view: { sheet: 'compare', option: 'A', cells: {}, baseline: 'B' } });
    expect(await baselineOf()).toBe('B');
  });
});

describe('CSV', () => {
  it('goes out by sheet, and FOCUS by option, under a name that says so', async () => {
    const folder = tempFolder();
    const names: string[] = [];
    const askTarget = (name: string) => {
      names.push(name);
      return Promise.resolve(join(folder, name));
    };
    const app = openTestApp(folder, { askTarget });
    const { open } = await app.ask('app.bootstrap', undefined);
    const [option] = open.scenario.options;
    const id = { id: open.id, option: option?.id ?? '' };
    expect(await app.ask('workbook.exportCsv', { ...id, sheet: 'ledger' })).toEqual({ file: names[0], fitsImport: true });
    expect(await app.ask('workbook.exportCsv', { ...id, sheet: 'focus' })).toEqual({ file: names[1], fitsImport: true });
    expect(names).toEqual([`${open.scenario.name} - Ledger.csv`, `${open.scenario.name} - FOCUS ${option?.id}.csv`]);
    expect(names.map((name) => readFileSync(join(folder, name), 'utf8').slice(1, 9))).toEqual(['No.,Opti', 'BilledCo']);
  });

  it('is refused for an option that is not there, and not asked where to', async () => {
    const app = openTestApp(tempFolder(), { askTarget: () => Promise.reject(new Error('asked')) });
    const { open } = await app.ask('app.bootstrap', undefined);
    expect(await app.answer('workbook.exportCsv', { id: open.id, sheet: 'focus', option: 'Z' })).toMatchObject({
      error: { code: 'REQUEST_INVALID' },
    });
    expect(app.bugs).toEqual([]);
  });
});

describe('one export at a time', () => {
  it('a second one is refused while one runs, and the user is not asked for a file in vain', async () => {
    const folder = tempFolder();
    let asked = 0;
    const askTarget = (name: string) => {
      asked += 1;
      return Promise.resolve(join(folder, name));
    };
    const app = openTestApp(folder, { askTarget });
    const { open } = await app.ask('app.bootstrap', undefined);
    const first = app.ask('workbook.export', { id: open.id });
    await vi.waitFor(() => expect(asked).toBe(1));
    const file = `${fileName(open.scenario.name)}.xlsx`;
    expect(await app.answer('workbook.export', { id: open.id })).toMatchObject({ error: { code: 'EXPORT_RUNNING', place: file } });
    const table = { id: open.id, option: open.scenario.options[0]?.id ?? '', sheet: 'ledger' as const };
    expect(await app.answer('workbook.exportCsv', table)).toMatchObject({ error: { code: 'EXPORT_RUNNING', place: file } });
    expect(await first).toMatchObject({ file });
    expect(asked).toBe(1);
    expect(await app.ask('workbook.exportCsv', table)).toMatchObject({ fitsImport: true });
  });

  it('that is cancelled says so to who asked for it, and the next one may begin', async () => {
    const folder = tempFolder();
    const told: (ExportProgress | null)[] = [];
    const app = openTestApp(folder, { askTarget: (name) => Promise.resolve(join(folder, name)), onProgress: (now) => told.push(now) });
    const { open } = await app.ask('app.bootstrap', undefined);
    const running = app.answer('workbook.export', { id: open.id });
    await new Promise(setImmediate);
    expect(await app.ask('workbook.cancelExport', undefined)).toBeNull();
    expect(await running).toMatchObject({ error: { code: 'EXPORT_STOPPED' } });
    expect(told.at(-1)).toBeNull();
    expect(readdirSync(folder).filter((name) => /\.(xlsx|tmp)$/.test(name))).toEqual([]);
    expect(await app.ask('workbook.export', { id: open.id })).toMatchObject({ fitsImport: true });
    expect(told.slice(-2)).toMatchObject([{ share: 1_000 }, null]);
  });

  it('there is nothing to cancel where none runs', async () => {
    const app = openTestApp(tempFolder());
    expect(await app.ask('workbook.cancelExport', undefined)).toBeNull();
  });
});

it('what is edited while the user chooses a file is not in it', async () => {
  const folder = tempFolder();
  const target = join(folder, 'plan.json');
  let choose = (_: string): void => undefined;
  const chosen = new Promise<string>((resolve) => {
    choose = resolve;
  });
  const app = openTestApp(folder, { askTarget: () => chosen });
  const { open } = await app.ask('app.bootstrap', undefined);
  const exporting = app.ask('workbook.export', { id: open.id });
  await app.ask('scenario.rename', { id: open.id, name: 'another name' });
  choose(target);
  await exporting;
  expect(must(parseScenario(JSON.parse(readFileSync(target, 'utf8')))).name).toBe(open.scenario.name);
});

describe('suggested file names', () => {
  it.each([
    ['AI 绘图 2026', 'AI 绘图 2026'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['  . ', 'costbook'],
    ['', 'costbook'],
    ['line\nbreak\u0000', 'line break'],
    ['🚀'.repeat(100), '🚀'.repeat(80)],
  ])('%j is %j', (name, expected) => {
    expect(fileName(name)).toBe(expected);
  });
});
