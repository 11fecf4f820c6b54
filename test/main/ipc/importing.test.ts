import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import type { ImportedFile } from '../../../src/shared/ipc/importing.ts';
import { driversText, readDrivers } from '../../../src/shared/scenario/drivers.ts';
import { formatScenario } from '../../../src/shared/scenario/json.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { must, tempFolder } from '../support/tempStore.ts';
import { chooseAll, openTestApp, type TestApp } from '../support/testApp.ts';
import { editWorkbook, sheetOf } from '../xlsx/workbooks.ts';

// Processes are started and files written: a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

const seed = readPriceBook('seed');
const scenarioWith = (more: Partial<Scenario>): Scenario => ({
  name: 'From file',
  note: '',
  startMonth: '2026-01',
  months: 3,
  options: [{ id: 'A', name: 'A', nodes: [], usage: [], packs: [] }],
  priceBook: 'seed',
  priceBookHash: null,
  priceBookInline: null,
  overrides: null,
  drivers: null,
  ...more,
});

const chooseOne = async (app: TestApp): Promise<ImportedFile> => {
  const [file] = await chooseAll(app);
  if (file === undefined) throw new Error('no file');
  return file;
};
const choose = async <K extends ImportedFile['kind']>(app: TestApp, kind: K): Promise<Extract<ImportedFile, { kind: K }>> => {
  const file = await chooseOne(app);
  if (file.kind !== kind) throw new Error(`${file.kind}: ${JSON.stringify(file)}`);
  return file as Extract<ImportedFile, { kind: K }>;
};

describe('a scenario of another Costbook', () => {
  const importing = async (scenario: Scenario) => {
    const folder = tempFolder();
    const file = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify(formatScenario(scenario)));
    const app = openTestApp(tempFolder(), { sources: [file] });
    const chosen = await choose(app, 'scenario');
    return { app, folder, chosen, answer: await app.answer('import.open', { file: chosen.id }) };
  };

  it('opens as a scenario of its own, and tells the file by name only', async () => {
    const { folder, chosen, answer } = await importing(scenarioWith({}));
    expect(chosen).toMatchObject({ file: 'plan.json', name: 'From file', origin: null });
    expect(answer).toMatchObject({
      ok: true,
      value: { file: 'plan.json', opened: { scenario: { name: 'From file', priceBook: 'seed' } } },
    });
    expect(JSON.stringify([chosen, answer])).not.toContain(folder);
  });

  it('keeps an inline book as an edition, under a name of its own where that is taken, and only once', async () => {
    const inline = { ...seed, skus: seed.skus.slice(0, 2) };
    const { app, chosen, answer } = await importing(scenarioWith({ priceBookInline: inline }));
    expect(answer).toMatchObject({
      value: { opened: { scenario: { priceBook: 'seed-2', priceBookInline: null }, priceBook: { edition: 'seed-2' } } },
    });
    await app.ask('import.open', { file: chosen.id });
    const { editions } = await app.ask('app.bootstrap', undefined);
    expect(editions.map(({ edition, skuCount }) => [edition, skuCount])).toEqual([
      ['seed', 36],
      ['2021-01-21', 59],
      ['seed-2', 2],
    ]);
  });

  it('knows a shipped book again', async () => {
    const { answer } = await importing(scenarioWith({ priceBookInline: seed }));
    expect(answer).toMatchObject({ value: { opened: { scenario: { priceBook: 'seed' } } } });
  });

  it.each([
    ['an edition that is not here', { priceBook: 'other' }, 'EDITION_NOT_FOUND'],
    ['another content than was pinned', { priceBookHash: 'sha256:00' }, 'EDITION_CHANGED'],
    ['an inline book that is not the pinned one', { priceBookInline: seed, priceBookHash: 'sha256:00' }, 'EDITION_CHANGED'],
  ])('with %s is refused, and nothing is imported', async (_, more, code) => {
    const { app, answer } = await importing(scenarioWith(more));
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(app.store.listScenarios()).toHaveLength(1);
  });
});

describe('a workbook that this Costbook has exported', () => {
  const exported = async () => {
    const target = join(tempFolder(), 'plan.xlsx');
    const app = openTestApp(tempFolder(), { askTarget: () => Promise.resolve(target), sources: [target] });
    const { open } = await app.ask('app.bootstrap', undefined);
    await app.ask('workbook.export', { id: open.id });
    return { app, open, target };
  };

  it('untouched: knows where it comes from, has no changes, and opens exactly as it was', async () => {
    const { app, open } = await exported();
    const file = await choose(app, 'scenario');
    expect(file.origin).toEqual({ id: open.id, name: open.scenario.name, changes: { lines: [], drivers: [] } });
    const { opened } = await app.ask('import.open', { file: file.id });
    expect(opened.scenario).toEqual(open.scenario);
  });

  it('edited by a colleague: tells the changed cells and the removed lines', async () => {
    const { app, open, target } = await exported();
    const [node] = open.scenario.options[0]?.nodes ?? [];
    await editWorkbook(target, (workbook) => {
      sheetOf(workbook, 'Nodes').getCell('F4').value = 7;
      sheetOf(workbook, 'Packs').spliceRows(4, 1);
    });
    const { origin } = await choose(app, 'scenario');
    expect(origin?.changes.lines).toMatchObject([
      { kind: 'changed', sheet: 'nodes', line: { id: node?.id }, fields: [{ field: 'count', before: node?.count, after: '7' }] },
      { kind: 'removed', sheet: 'packs' },
    ]);
  });

  it('whose drivers were edited tells them too', async () => {
    const target = join(tempFolder(), 'plan.xlsx');
    const app = openTestApp(tempFolder(), { askTarget: () => Promise.resolve(target), sources: [target] });
    const { open } = await app.ask('app.bootstrap', undefined);
    const drivers = driversText([{ id: 'd1', name: 'hours', value: '100', unit: '', note: '' }]);
    const id = must(app.store.createScenario({ ...open.scenario, drivers }));
    await app.ask('workbook.export', { id });
    await editWorkbook(target, (workbook) => {
      sheetOf(workbook, 'Drivers').getCell('C4').value = 120;
    });
    const file = await choose(app, 'scenario');
    expect(file.origin?.changes).toMatchObject({
      lines: [],
      drivers: [{ kind: 'changed', driver: { name: 'hours' }, fields: [{ field: 'value', before: '100', after: '120' }] }],
    });
    const { opened } = await app.ask('import.open', { file: file.id });
    expect(readDrivers(opened.scenario.drivers)).toMatchObject([{ name: 'hours', value: '120' }]);
  });

  it('of a scenario that is gone here is a scenario of its own', async () => {
    const { app, open } = await exported();
    await app.ask('scenario.delete', { id: open.id });
    expect((await choose(app, 'scenario')).origin).toBeNull();
  });

  it("travels to another machine with the machine's own book", async () => {
    const target = join(tempFolder(), 'plan.xlsx');
    const files = { askTarget: () => Promise.resolve(target), sources: [target] };
    const app = openTestApp(tempFolder(), files);
    const { open } = await app.ask('app.bootstrap', undefined);
    const own = { ...seed, edition: 'ours', skus: seed.skus.filter(({ sku }) => sku.startsWith('artlab')) };
    const id = must(app.store.createScenario({ ...open.scenario, priceBookHash: null, priceBookInline: own }));
    await app.ask('workbook.export', { id });
    const other = openTestApp(tempFolder(), files);
    const { opened } = await other.ask('import.open', { file: (await choose(other, 'scenario')).id });
    expect(opened).toMatchObject({ scenario: { priceBook: 'ours', priceBookInline: null }, priceBook: own });
  });
});

const writeTable = async (rows: readonly (readonly unknown[])[], name = 'budget.xlsx'): Promise<string> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  for (const row of rows) sheet.addRow([...row]);
  const file = join(tempFolder(), name);
  await workbook.xlsx.writeFile(file);
  return file;
};

describe('a table of another maker', () => {
  const ROWS = [
    ['AI budget'],
    ['Product', 'Usage (hours)', 'From'],
    ['Shared tool', 2, '2026-01'],
    ['Our tool', 3, '2026-01'],
    ['Total', 5],
  ];

  it('is previewed, and gives its good rows only', async () => {
    const app = openTestApp(tempFolder(), { sources: [await writeTable(ROWS)] });
    const { open } = await app.ask('app.bootstrap', undefined);
    const { id, preview, tables } = await choose(app, 'tables');
    expect(tables).toEqual([{ name: 'Sheet1', rows: 5 }]);
    expect(preview).toMatchObject({
      good: 1,
      bad: 1,
      skipped: 1,
      mapping: { target: 'usage', headerRow: 2 },
      unknown: [{ item: 'Our tool', rows: 1 }],
    });
    if (preview === null) throw new Error('no preview');
    const taken = await app.ask('import.take', { scenario: open.id, option: 'A', file: id, mapping: preview.mapping });
    expect(taken).toMatchObject({ kind: 'lines', lines: [{ sku: 'artlab.tool.shared', quantity: '7200', from: '2026-01' }] });
  });

  it('beside lines that are there already, whose ids and faults are theirs alone', async () => {
    const app = openTestApp(tempFolder());
    const { open } = await app.ask('app.bootstrap', undefined);
    const [first] = open.scenario.options;
    const options = [{ id: 'A', name: 'A', nodes: (first?.nodes ?? []).map((node) => ({ ...node, count: 'many' })), usage: [], packs: [] }];
    const id = must(app.store.createScenario({ ...open.scenario, options }));
    await app.ask('import.send', { upload: 'one', part: new TextEncoder().encode('机型,台数\n8核32G1T4,2\n') });
    const file = await app.ask('import.receive', { scenario: id, option: 'A', name: 'nodes.csv', upload: 'one', number: 1, count: 1 });
    expect(file).toMatchObject({ kind: 'tables', preview: { good: 1, bad: 0, problemCount: 0 } });
  });

  it('is remembered by the shape of its headers, with the items that the user has chosen', async () => {
    const first = await writeTable(ROWS);
    const second = await writeTable([['Another year'], [], ...ROWS.slice(1)], 'next.xlsx');
    const app = openTestApp(tempFolder(), { sources: [first, second] });
    const { open } = await app.ask('app.bootstrap', undefined);
    const [file] = await chooseAll(app);
    if (file?.kind !== 'tables' || file.preview === null) throw new Error('no table');
    const mapping = { ...file.preview.mapping, skus: { 'Our tool': 'artlab.tool.shared' } };
    await app.ask('import.take', { scenario: open.id, option: 'A', file: file.id, mapping });
    const [, again] = await chooseAll(app);
    expect(again).toMatchObject({ preview: { good: 2, bad: 0, mapping: { headerRow: 3, skus: mapping.skus } } });
  });

  it('of prices becomes an edition that nothing uses yet', async () => {
    const file = await writeTable(
      [
        ['SKU', 'Unit price (CNY)'],
        ['artlab.tool.shared', 0.0066],
        ['ti-ems.node.8c32g1t4', -1],
      ],
      'deal 2026.xlsx',
    );
    const app = openTestApp(tempFolder(), { sources: [file] });
    const { open } = await app.ask('app.bootstrap', undefined);
    const chosen = await choose(app, 'tables');
    if (chosen.preview === null) throw new Error('no preview');
    expect(chosen.preview).toMatchObject({ good: 1, bad: 1, mapping: { target: 'prices' } });
    const taken = await app.ask('import.take', { scenario: open.id, option: 'A', file: chosen.id, mapping: chosen.preview.mapping });
    if (taken.kind !== 'prices') throw new Error('no prices');
    expect(taken).toMatchObject({ changed: 1, priceBook: { edition: 'deal 2026', effectiveFrom: '2026-01-15' } });
    expect(taken.priceBook.skus.find(({ sku }) => sku === 'artlab.tool.shared')).toMatchObject({
      price: '0.0066',
      source: { document: 'deal 2026.xlsx', date: '2026-01-15' },
    });
    expect(taken.priceBook.skus).toHaveLength(seed.skus.length);
    expect(must(app.store.peekScenario(open.id)).priceBook.edition).toBe('seed');
  });
});

describe('files that nothing can be made of', () => {
  it('are named with their reason, each on its own, and import nothing', async () => {
    const folder = tempFolder();
    const files = { 'broken.xlsx': 'PK no zip', 'letter.txt': 'Dear all,' };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const sources = [...Object.keys(files).map((name) => join(folder, name)), join(folder, 'gone.xlsx')];
    const app = openTestApp(tempFolder(), { sources });
    expect(await chooseAll(app)).toMatchObject([
      { kind: 'failed', file: 'broken.xlsx', error: { code: 'WORKBOOK_BROKEN' } },
      { kind: 'failed', file: 'letter.txt', error: { code: 'INPUT_NOT_JSON' } },
      { kind: 'failed', file: 'gone.xlsx', error: { code: 'INPUT_NOT_FOUND' } },
    ]);
    expect(app.store.listScenarios()).toHaveLength(1);
    expect(app.bugs).toEqual([]);
  });

  it('dropped ones come with their content, and a name that looks like a path is only a name', async () => {
    const app = openTestApp(tempFolder());
    const { open } = await app.ask('app.bootstrap', undefined);
    const content = new TextEncoder().encode('产品,用量\n标准存储,5\n');
    for (const part of [content.slice(0, 8), content.slice(8)]) await app.ask('import.send', { upload: 'one', part });
    const file = await app.ask('import.receive', {
      scenario: open.id,
      option: 'A',
      name: '../../plan.csv',
      upload: 'one',
      number: 1,
      count: 1,
    });
    expect(file).toMatchObject({ kind: 'tables', file: 'plan.csv', preview: { mapping: { target: 'usage' } } });
  });

  it('a closed dialog is no error, and a file that is closed is gone', async () => {
    const app = openTestApp(tempFolder());
    const { open } = await app.ask('app.bootstrap', undefined);
    expect(await app.ask('import.choose', { scenario: open.id, option: 'A' })).toEqual({ cancelled: true });
    expect(await app.ask('workbook.export', { id: open.id })).toEqual({ cancelled: true });
    expect(await app.answer('import.open', { file: 'file-1' })).toMatchObject({ error: { code: 'REQUEST_INVALID' } });
  });
});
