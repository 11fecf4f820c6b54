import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument, type Document } from '../../../src/renderer/state/document.ts';
import { startSession } from '../../../src/renderer/state/session.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import type { Result } from '../../../src/shared/core/result.ts';
import { formatFen } from '../../../src/shared/numeric/fixed.ts';
import { addLine, deleteLines, editField } from '../../../src/shared/scenario/commands/lines.ts';
import { addOption, removeOption, renameOption } from '../../../src/shared/scenario/commands/options.ts';
import { renameScenario, setMonths, setPriceBook } from '../../../src/shared/scenario/commands/settings.ts';
import type { HistoryLabel } from '../../../src/shared/scenario/history.ts';
import type { Patch } from '../../../src/shared/scenario/patch.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { plainBill } from '../../support/plainBill.ts';
import { FakeMain } from './fakeMain.ts';

const here = { option: 'A', sheet: 'nodes', row: 'n1', column: 'count' };
const there = { ...here, row: 'n2' };
const label: HistoryLabel = { key: 'edit', params: {} };
const T4 = 'ti-ems.node.8c32g1t4';

const openDocument = async (): Promise<{ main: FakeMain; document: Document }> => {
  const main = new FakeMain('plan');
  const document = createDocument(main.bridge);
  const opened = await main.bridge.invoke('scenario.open', { id: 's1' });
  if (!opened.ok) throw new Error('no scenario');
  document.load(opened.value);
  return { main, document };
};

const stateOf = (document: Document) => {
  const state = document.store.getState();
  if (state === null) throw new Error('nothing is open');
  return state;
};
const scenarioOf = (document: Document): Scenario => stateOf(document).scenario;
const cashOf = (document: Document): string => formatFen(stateOf(document).bill.options[0]?.totals.cash ?? 0n);

const run = (document: Document, command: (scenario: Scenario) => Result<Patch>) =>
  document.dispatch(command(scenarioOf(document)), { label, before: here, after: there });

const addNode = (scenario: Scenario): Result<Patch> => addLine(scenario, { option: 'A', sheet: 'nodes', field: 'sku', typed: T4 });
const setCount = (typed: string) => (scenario: Scenario) =>
  editField(scenario, { option: 'A', sheet: 'nodes', line: 'n1', field: 'count', typed });

describe('document', () => {
  it('bills, remembers and saves every command', async () => {
    const { main, document } = await openDocument();
    run(document, addNode);
    run(document, setCount('3'));
    // 3,000 a month x 3 nodes x 1 month
    expect(cashOf(document)).toBe('9000.00');
    expect(stateOf(document).history.done).toHaveLength(2);
    expect(await document.flush()).toBe('saved');
    expect(stateOf(document).saveState).toBe('saved');
    expect(main.scenario('s1')).toEqual(scenarioOf(document));
  });

  it('takes back and gives again, with the place of each, and saves that too', async () => {
    const { main, document } = await openDocument();
    run(document, addNode);
    run(document, setCount('3'));
    expect(document.undo()).toEqual(here);
    expect(cashOf(document)).toBe('3000.00');
    expect(document.redo()).toEqual(there);
    expect(cashOf(document)).toBe('9000.00');
    document.undo();
    document.undo();
    expect(document.undo()).toBeNull();
    expect(scenarioOf(document).options[0]?.nodes).toEqual([]);
    await document.flush();
    expect(main.scenario('s1')).toEqual(scenarioOf(document));
  });

  it('gives a refused command back and changes nothing', async () => {
    const { main, document } = await openDocument();
    const before = stateOf(document);
    expect(run(document, (scenario) => removeOption(scenario, { option: 'A' }))?.code).toBe('COMMAND_REFUSED');
    expect(stateOf(document)).toBe(before);
    expect(main.requests('scenario.save')).toEqual([]);
  });

  it('has no gesture for an edit that changes nothing', async () => {
    const { document } = await openDocument();
    expect(run(document, (scenario) => renameScenario(scenario, { name: 'plan' }))).toBeNull();
    expect(stateOf(document).history.done).toEqual([]);
  });

  it('keeps the bill of an option that a command does not touch', async () => {
    const { document } = await openDocument();
    run(document, (scenario) => addOption(scenario, { name: 'B' }));
    const before = stateOf(document).bill.options[1];
    run(document, addNode);
    expect(stateOf(document).bill.options[1]).toBe(before);
  });

  it('bills by the edition that the scenario names, also after undo and redo', async () => {
    const { main, document } = await openDocument();
    run(document, addNode);
    document.addPriceBook(main.books['2021-01-21']);
    run(document, (scenario) => setPriceBook(scenario, { edition: '2021-01-21', hash: 'h' }));
    expect(stateOf(document).priceBook.edition).toBe('2021-01-21');
    document.undo();
    expect(stateOf(document).priceBook.edition).toBe('seed');
    expect(plainBill(stateOf(document).bill)).toEqual(
      plainBill(computeBill({ scenario: scenarioOf(document), priceBook: main.books.seed })),
    );
    document.redo();
    expect(stateOf(document).bill.edition).toBe('2021-01-21');
  });

  it('says that saving failed, keeps what was typed, and saves it on retry', async () => {
    const { main, document } = await openDocument();
    main.saving = 'refuse';
    run(document, addNode);
    expect(await document.flush()).toBe('failed');
    expect(stateOf(document)).toMatchObject({ saveState: 'failed', saveError: { code: 'STORE_FAILED' } });
    main.saving = null;
    document.retrySave();
    expect(await document.flush()).toBe('saved');
    expect(stateOf(document).saveError).toBeNull();
    expect(main.scenario('s1')).toEqual(scenarioOf(document));
  });

  it('starts another scenario with an empty history', async () => {
    const { main, document } = await openDocument();
    run(document, addNode);
    await document.flush();
    const other = await main.bridge.invoke('scenario.duplicate', { id: 's1', name: 'other' });
    if (other.ok) document.load(other.value);
    expect(stateOf(document)).toMatchObject({ id: 's2', saveState: 'saved', history: { done: [], undone: [] } });
    expect(document.undo()).toBeNull();
  });

  it('ends where it began when everything is undone, and where it was when everything is redone', async () => {
    const commands = fc.array(
      fc.oneof(
        fc.constant(addNode),
        fc.integer({ min: 0, max: 5 }).map((count) => setCount(String(count))),
        fc.constant((scenario: Scenario) => deleteLines(scenario, { option: 'A', sheet: 'nodes', lines: ['n1', 'n2'] })),
        fc.constant((scenario: Scenario) => addOption(scenario, { name: 'more' })),
        fc.constant((scenario: Scenario) => removeOption(scenario, { option: 'B' })),
        fc.constant((scenario: Scenario) => renameOption(scenario, { option: 'A', name: 'renamed' })),
        fc.integer({ min: 1, max: 24 }).map((months) => (scenario: Scenario) => setMonths(scenario, { typed: String(months) })),
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const { main, document } = await openDocument();
        const first = scenarioOf(document);
        for (const command of list) run(document, command);
        const last = scenarioOf(document);
        while (document.undo() !== null);
        expect(scenarioOf(document)).toEqual(first);
        while (document.redo() !== null);
        expect(scenarioOf(document)).toEqual(last);
        expect(plainBill(stateOf(document).bill)).toEqual(plainBill(computeBill({ scenario: last, priceBook: main.books.seed })));
        await document.flush();
        expect(main.scenario('s1')).toEqual(last);
      }),
      { numRuns: 40 },
    );
  });
});

describe('session', () => {
  it('shows the scenario that main names, in main’s language', async () => {
    const started = await startSession(new FakeMain('plan', 'other').bridge);
    if (!started.ok) throw new Error(started.error.code);
    const { document, ui, catalog } = started.value;
    expect(document.store.getState()?.scenario.name).toBe('plan');
    expect(ui.getState()).toMatchObject({ locale: 'en', option: 'A', sheet: 'nodes' });
    expect(catalog.getState().scenarios).toHaveLength(2);
  });

  it('gives main’s error back, and makes one of a line that broke', async () => {
    expect(await startSession(new FakeMain().bridge)).toMatchObject({ ok: false, error: { code: 'SCENARIO_NOT_FOUND' } });
    const broken = { ...new FakeMain().bridge, invoke: () => Promise.reject(new Error('gone')) };
    expect(await startSession(broken)).toMatchObject({ ok: false, error: { code: 'STORE_FAILED' } });
  });
});
