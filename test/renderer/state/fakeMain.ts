/**
 * The main process as the window sees it: the bridge of the contract, with scenarios in memory. Answers can be held back, refused or
 * lost, and everything that was asked is kept in order.
 */
import { fail, ok, type Result } from '../../../src/shared/core/result.ts';
import type {
  Bridge,
  Channel,
  ExportReport,
  MenuCommand,
  OpenScenario,
  Request,
  Responses,
  ScenarioSummary,
} from '../../../src/shared/ipc/contract.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import { applyPatch } from '../../../src/shared/scenario/patch.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

interface Stored {
  readonly summary: ScenarioSummary;
  readonly opened: OpenScenario;
  readonly deleted: boolean;
}
type Answer = Result<unknown>;
type Refusal = 'refuse' | 'lose' | null;

const NOW = '2026-01-15T08:00:00.000Z';

export class FakeMain {
  readonly asked: { readonly channel: Channel; readonly request: unknown }[] = [];
  readonly bridge: Bridge;
  readonly books = { seed: readPriceBook('seed'), '2021-01-21': readPriceBook('2021-01-21') } as const;
  /** what happens to the next save */
  saving: Refusal = null;
  /** what the next export answers */
  exporting: Result<ExportReport> = ok({ file: 'plan.xlsx', fitsImport: true });
  #stored = new Map<string, Stored>();
  #gate: Promise<void> = Promise.resolve();
  #listeners = new Set<(command: MenuCommand) => void>();
  #made = 0;
  #last = '';

  constructor(...names: readonly string[]) {
    for (const name of names) this.#add(makeBlankScenario({ name, priceBook: 'seed', startMonth: '2026-01' }));
    this.#last = this.ids()[0] ?? '';
    this.bridge = {
      invoke: async (channel, request) => {
        this.asked.push({ channel, request });
        await this.#gate;
        // Plain data crosses the border, as between processes.
        return structuredClone(this.#answer(channel, request)) as never;
      },
      onExportProgress: () => () => undefined,
      onImportProgress: () => () => undefined,
      onMenuCommand: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  ids(): string[] {
    return [...this.#stored.values()].filter(({ deleted }) => !deleted).map(({ opened }) => opened.id);
  }

  scenario(id: string): Scenario | undefined {
    return this.#stored.get(id)?.opened.scenario;
  }

  revision(id: string): number | undefined {
    return this.#stored.get(id)?.opened.revision;
  }

  requests<C extends Channel>(channel: C): Request<C>[] {
    return this.asked.filter((call) => call.channel === channel).map(({ request }) => request as Request<C>);
  }

  send(command: MenuCommand): void {
    for (const listener of this.#listeners) listener(command);
  }

  /** Answers wait from now on until the returned function is called. */
  holdBack(): () => void {
    let release = (): void => undefined;
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.#gate = Promise.resolve();
      release();
    };
  }

  #add(scenario: Scenario): OpenScenario {
    this.#made += 1;
    const id = `s${this.#made}`;
    const opened: OpenScenario = {
      id,
      revision: 0,
      scenario,
      priceBook: this.books.seed,
      history: { done: [], undone: [] },
      historyPriceBooks: [],
      view: null,
    };
    this.#stored.set(id, { summary: { id, name: scenario.name, updatedAt: NOW }, opened, deleted: false });
    return opened;
  }

  #change(id: string, change: Partial<Stored>): void {
    const stored = this.#stored.get(id);
    if (stored !== undefined) this.#stored.set(id, { ...stored, ...change });
  }

  #open(id: string): Result<OpenScenario> {
    const stored = this.#stored.get(id);
    if (stored === undefined || stored.deleted) return fail('SCENARIO_NOT_FOUND', id);
    this.#last = id;
    return ok(stored.opened);
  }

  #answer(channel: Channel, request: unknown): Answer {
    const handlers: { readonly [C in Channel]: (request: Request<C>) => Result<Responses[C]> } = {
      'app.bootstrap': () => {
        const open = this.#open(this.#last);
        if (!open.ok) return open;
        const scenarios = this.ids().map((id) => this.#stored.get(id)?.summary ?? { id, name: '', updatedAt: NOW });
        const editions = Object.values(this.books).map((book) => ({ ...book, hash: `hash-${book.edition}`, skuCount: book.skus.length }));
        const about = { version: '0', electron: '0', sqlite: '0' };
        return ok({ locale: 'en', localeChosen: false, scenarios, editions, open: open.value, about });
      },
      'app.setLocale': () => ok(null),
      'app.setMenuState': () => ok(null),
      'window.edit': () => ok(null),
      'scenario.open': ({ id }) => this.#open(id),
      'scenario.create': ({ name }) => ok(this.#add(makeBlankScenario({ name, priceBook: 'seed', startMonth: '2026-01' }))),
      'scenario.duplicate': ({ id, name }) => {
        const source = this.#open(id);
        return source.ok ? ok(this.#add({ ...source.value.scenario, name })) : source;
      },
      'scenario.rename': ({ id, name }) => {
        this.#change(id, { summary: { id, name, updatedAt: NOW } });
        return ok({ id, name, updatedAt: NOW });
      },
      'scenario.delete': ({ id }) => {
        this.#change(id, { deleted: true });
        const next = this.ids().includes(this.#last) ? this.#last : this.ids()[0];
        return next === undefined
          ? this.#open(this.#add(makeBlankScenario({ name: 'blank', priceBook: 'seed', startMonth: '2026-01' })).id)
          : this.#open(next);
      },
      'scenario.restore': ({ id }) => {
        this.#change(id, { deleted: false });
        return this.#open(id);
      },
      'scenario.save': (save) => this.#save(save),
      'scenario.saveView': ({ id, view }) => {
        const stored = this.#stored.get(id);
        if (stored !== undefined) this.#change(id, { opened: { ...stored.opened, view } });
        return ok(null);
      },
      'edition.get': ({ edition }) =>
        edition === 'seed' || edition === '2021-01-21' ? ok(this.books[edition]) : fail('EDITION_NOT_FOUND', edition, { edition }),
      'workbook.export': () => this.exporting,
      'import.choose': () => ok({ cancelled: true }),
      'import.receive': ({ name }) =>
        ok({ kind: 'failed', id: 'file-1', file: name, error: { code: 'INPUT_NOT_JSON', place: name, params: {} } }),
      'import.send': () => ok(null),
      'import.cancel': () => ok(null),
      'import.preview': () => ok(null),
      'import.take': () => ok({ kind: 'lines', lines: [] }),
      'import.open': ({ file }) => fail('REQUEST_INVALID', 'import.file', { file }),
      'import.close': () => ok(null),
      'workbook.exportCsv': () => ok({ file: 'plan.csv', fitsImport: true }),
      'workbook.cancelExport': () => ok(null),
    };
    return (handlers[channel] as (request: unknown) => Answer)(request);
  }

  #save({ id, revision, patch }: Request<'scenario.save'>): Result<{ readonly revision: number }> {
    const stored = this.#stored.get(id);
    if (this.saving === 'lose') throw new Error('the line broke');
    if (this.saving === 'refuse') return fail('STORE_FAILED', null, { reason: 'SQLITE_FULL' });
    if (stored === undefined) return fail('SCENARIO_NOT_FOUND', id);
    if (stored.opened.revision !== revision) return fail('REVISION_CONFLICT', id);
    const scenario = applyPatch(stored.opened.scenario, patch);
    this.#change(id, { opened: { ...stored.opened, scenario, revision: revision + 1 } });
    return ok({ revision: revision + 1 });
  }
}
