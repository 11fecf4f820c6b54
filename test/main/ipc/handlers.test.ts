import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, REQUESTS } from '../../../src/shared/ipc/contract.ts';
import { tempFolder } from '../support/tempStore.ts';
import { openTestApp } from '../support/testApp.ts';

const open = () => openTestApp(tempFolder());
const CHANNELS = Object.keys(REQUESTS);

describe('what the window asks', () => {
  it('the first start shows the sample, the second what was open', async () => {
    const folder = tempFolder();
    const first = openTestApp(folder);
    const { open: sample, scenarios, editions } = await first.ask('app.bootstrap', undefined);
    expect(sample.scenario.name).toBe('AI drawing 2026');
    expect(scenarios).toHaveLength(1);
    expect(editions.map(({ edition }) => edition)).toEqual(['seed', '2021-01-21']);
    const blank = await first.ask('scenario.create', { from: 'blank', name: 'Mine', startMonth: '2027-03' });
    expect(blank.scenario).toMatchObject({ name: 'Mine', startMonth: '2027-03', months: 12, priceBook: 'seed' });
    expect(blank.scenario.priceBookHash).toBe(editions[0]?.hash);
    const second = openTestApp(folder);
    expect((await second.ask('app.bootstrap', undefined)).open).toEqual(blank);
  });

  it('a view comes back with its scenario and does not count as an edit', async () => {
    const app = open();
    const { open: sample } = await app.ask('app.bootstrap', undefined);
    const view = {
      sheet: 'usage',
      option: 'B',
      cells: { usage: { row: 'u1', column: 'm:2026-02' } },
      baseline: 'A',
      compareBy: 'expense' as const,
    };
    await app.ask('scenario.saveView', { id: sample.id, view });
    expect(await app.ask('scenario.open', { id: sample.id })).toEqual({ ...sample, view });
  });

  it('a deleted scenario is gone, the next one is shown, and it can come back', async () => {
    const app = open();
    const { open: sample } = await app.ask('app.bootstrap', undefined);
    const copy = await app.ask('scenario.duplicate', { id: sample.id, name: 'Copy' });
    expect(copy.scenario).toEqual({ ...sample.scenario, name: 'Copy' });
    expect((await app.ask('scenario.delete', { id: copy.id })).id).toBe(sample.id);
    expect(await app.answer('scenario.open', { id: copy.id })).toMatchObject({ ok: false, error: { code: 'SCENARIO_NOT_FOUND' } });
    expect(await app.answer('scenario.delete', { id: copy.id })).toMatchObject({ ok: false, error: { code: 'SCENARIO_NOT_FOUND' } });
    expect((await app.ask('scenario.restore', { id: copy.id })).scenario).toEqual(copy.scenario);
  });

  it('deleting the last one leaves a blank one', async () => {
    const app = open();
    const { open: sample } = await app.ask('app.bootstrap', undefined);
    const next = await app.ask('scenario.delete', { id: sample.id });
    expect(next.scenario).toMatchObject({
      name: 'Untitled plan',
      startMonth: '2026-01',
      options: [{ id: 'A', name: 'Option A', nodes: [] }],
    });
    expect((await app.ask('app.bootstrap', undefined)).scenarios.map(({ id }) => id)).toEqual([next.id]);
  });

  it('a name given in the list changes the scenario, not its revision', async () => {
    const app = open();
    const { open: sample } = await app.ask('app.bootstrap', undefined);
    expect(await app.ask('scenario.rename', { id: sample.id, name: 'Neu' })).toMatchObject({ id: sample.id, name: 'Neu' });
    expect(await app.ask('scenario.open', { id: sample.id })).toMatchObject({ revision: sample.revision, scenario: { name: 'Neu' } });
  });

  it('a chosen language stays', async () => {
    const folder = tempFolder();
    const app = openTestApp(folder);
    expect(await app.ask('app.bootstrap', undefined)).toMatchObject({ locale: 'en', localeChosen: false });
    await app.ask('app.setLocale', { locale: 'zh-CN' });
    expect(await openTestApp(folder).ask('app.bootstrap', undefined)).toMatchObject({ locale: 'zh-CN', localeChosen: true });
    expect((await app.ask('scenario.create', { from: 'sample', name: '', startMonth: '' })).scenario.name).toBe('AI 绘图 2026');
  });

  it('the sample moves to another start month as a whole', async () => {
    const { scenario } = await open().ask('scenario.create', { from: 'sample', name: 'Later', startMonth: '2026-11' });
    const [a, b] = scenario.options;
    expect(a?.nodes[0]?.start).toBe('2026-11-01');
    expect(b?.usage[0]).toMatchObject({ from: '2026-11', to: '2027-10', monthly: { '2027-04': '260000', '2027-09': '320000' } });
    expect(b?.packs.map(({ start }) => start)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
  });
});

describe('saving over the contract', () => {
  it('refuses a patch for another revision and keeps what it has', async () => {
    const app = open();
    const { open: sample } = await app.ask('app.bootstrap', undefined);
    const patch = [{ op: 'scenario.set', field: 'name', before: sample.scenario.name, after: 'X' }] as const;
    expect(await app.ask('scenario.save', { id: sample.id, revision: 0, patch, history: [] })).toEqual({ revision: 1 });
    expect(await app.answer('scenario.save', { id: sample.id, revision: 0, patch, history: [] })).toMatchObject({
      error: { code: 'REVISION_CONFLICT' },
    });
    expect((await app.ask('scenario.open', { id: sample.id })).revision).toBe(1);
  });

  const line = { op: 'line.set', option: 'A', sheet: 'nodes', line: 'n1', before: null, after: 'x' };
  const set = { op: 'scenario.set', before: null, after: null };
  it.each([
    ['a field that does not exist', [{ ...line, field: 'nope' }], 'REQUEST_INVALID'],
    ['SQL as a field', [{ ...line, field: "sku\" = '' --" }], 'REQUEST_INVALID'],
    ['__proto__ as a field', [{ ...line, field: '__proto__' }], 'REQUEST_INVALID'],
    ['a month on a node', [{ ...line, field: 'm:2026-01' }], 'REQUEST_INVALID'],
    ['a month 13', [{ ...line, sheet: 'usage', option: 'B', line: 'u1', field: 'm:2026-13' }], 'REQUEST_INVALID'],
    ['a line that is not there', [{ ...line, line: 'n9', field: 'price' }], 'REVISION_CONFLICT'],
    ['another value before', [{ ...line, before: '7', field: 'count' }], 'REVISION_CONFLICT'],
    ['an edition that is not there', [{ ...set, field: 'priceBook', before: 'seed', after: 'none' }], 'EDITION_NOT_FOUND'],
    ['the hash of another edition', [{ ...set, field: 'priceBook', before: 'seed', after: '2021-01-21' }], 'EDITION_CHANGED'],
    ['a start month 13', [{ ...set, field: 'startMonth', before: '2026-01', after: '2026-13' }], 'REQUEST_INVALID'],
    ['121 months', [{ ...set, field: 'months', before: 12, after: 121 }], 'REQUEST_INVALID'],
    ['a half month', [{ ...set, field: 'months', before: 12, after: 1.5 }], 'REQUEST_INVALID'],
  ])('takes everything back for %s', async (_, patch, code) => {
    const app = open();
    const { open: sample } = await app.ask('app.bootstrap', undefined);
    const good = { op: 'scenario.set', field: 'name', before: sample.scenario.name, after: 'changed' };
    expect(await app.answer('scenario.save', { id: sample.id, revision: 0, patch: [good, ...patch], history: [] })).toMatchObject({
      error: { code },
    });
    expect(await app.ask('scenario.open', { id: sample.id })).toEqual(sample);
    expect(app.bugs).toEqual([]);
  });

  it('refuses a second line of the same id, on whatever sheet', async () => {
    const app = open();
    const { open: sample } = await app.ask('app.bootstrap', undefined);
    const [node] = sample.scenario.options[0]?.nodes ?? [];
    const [pack] = sample.scenario.options[1]?.packs ?? [];
    for (const [sheet, copy] of [
      ['nodes', node],
      ['packs', { ...pack, id: 'n1' }],
    ]) {
      const patch = [{ op: 'line.insert', option: 'A', sheet, index: 0, line: copy }];
      const saved = await app.answer('scenario.save', { id: sample.id, revision: 0, patch, history: [] });
      expect(saved).toMatchObject({ error: { code: 'STORE_FAILED', params: { reason: expect.stringContaining('SQLITE_CONSTRAINT') } } });
    }
    expect(await app.ask('scenario.open', { id: sample.id })).toEqual(sample);
  });

  it('never removes the last option', async () => {
    const app = open();
    const blank = await app.ask('scenario.create', { from: 'blank', name: 'X', startMonth: '' });
    const patch = blank.scenario.options.map((option) => ({ op: 'option.remove', index: 0, option }));
    expect(await app.answer('scenario.save', { id: blank.id, revision: 0, patch, history: [] })).toMatchObject({
      error: { code: 'COMMAND_REFUSED' },
    });
  });
});

describe('requests outside the contract', () => {
  it.each([
    ['scenario.steal', {}],
    ['__proto__', {}],
    ['constructor', undefined],
    ['toString', undefined],
    [42, undefined],
    [null, undefined],
    ['app.bootstrap', {}],
    ['scenario.open', undefined],
    ['scenario.open', { id: '' }],
    ['scenario.open', { id: 'x'.repeat(65) }],
    ['scenario.open', { id: 'x', path: '/etc/passwd' }],
    ['scenario.open', JSON.parse('{"id": "x", "__proto__": {"admin": true}}')],
    ['scenario.create', { from: 'blank', name: 'x', startMonth: '2026-13' }],
    ['scenario.create', { from: 'file', name: 'x', startMonth: '2026-01' }],
    ['scenario.save', { id: 'x', revision: -1, patch: [] }],
    ['scenario.save', { id: 'x', revision: 0, patch: [{ op: 'sql', text: 'DROP TABLE options' }] }],
    ['scenario.save', { id: 'x', revision: 0, patch: new Array(300_001).fill({ op: 'x' }) }],
    ['app.setLocale', { locale: 'fr' }],
    ['workbook.export', { id: 'x', path: '/tmp/x' }],
    ['import.choose', '/etc/passwd'],
    ['workbook.exportCsv', { id: 'x', sheet: 'secrets', option: 'A' }],
    ['workbook.exportCsv', { id: 'x', sheet: 'focus' }],
  ])('%j %j are REQUEST_INVALID', async (channel, request) => {
    expect(await open().answer(channel, request)).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
  });

  it('always answers with a Result and never runs into a bug, whatever comes', async () => {
    const app = open();
    await app.ask('app.bootstrap', undefined);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...CHANNELS), fc.string()),
        fc.anything({ withNullPrototype: true }),
        async (channel, request) => {
          expect(await app.answer(channel, request)).toHaveProperty('ok');
        },
      ),
      { numRuns: 500 },
    );
    expect(app.bugs).toEqual([]);
  });

  it('says where a request does not fit', async () => {
    const request = { id: 'x', revision: 0, patch: [{ op: 'option.set', option: 'A', field: 'name', before: 1, after: '' }] };
    expect(await open().answer('scenario.save', request)).toMatchObject({ error: { place: 'scenario.save.patch.0.before' } });
  });

  it('turns a bug into an answer and logs it', async () => {
    const app = open();
    app.store.close();
    expect(await app.answer('scenario.open' satisfies Channel, { id: 'x' })).toEqual({
      ok: false,
      error: { code: 'STORE_FAILED', place: 'scenario.open', params: { reason: 'bug' } },
    });
    expect(app.bugs).toHaveLength(1);
  });
});
