/** What each request of the window does. Thin: the store keeps, exchange reads and writes files, the shell is the desktop. */
import { type AppError, fail, ok, type Result } from '../../shared/core/result.ts';
import type { Bootstrap, Locale, OpenScenario, Request } from '../../shared/ipc/contract.ts';
import { makeBlankScenario } from '../../shared/scenario/blank.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { isMonth, type Month } from '../../shared/time/calendar.ts';
import { DEFAULT_EDITION } from '../resources.ts';
import { shiftScenario } from '../sample/shiftScenario.ts';
import type { Store } from '../store/createStore.ts';
import type { Handlers } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { Importing } from './importing.ts';
import { NAMES } from './names.ts';

export interface HandlersInput {
  readonly store: Store;
  readonly exchange: Exchange;
  readonly importing: Importing;
  readonly about: Bootstrap['about'];
  readonly sample: (locale: Locale) => Scenario;
  /** in China Standard Time, as everything that billing dates */
  readonly currentMonth: () => Month;
  readonly language: {
    current(): Locale;
    /** false: follows the system */
    isChosen(): boolean;
    /** takes effect at once, in the menu too */
    choose(locale: Locale): Result<null>;
  };
  readonly setMenuState: (state: Request<'app.setMenuState'>) => void;
  readonly edit: (command: Request<'window.edit'>['command']) => void;
}

export const createHandlers = (input: HandlersInput): Handlers => {
  const { store, exchange, importing, language } = input;
  const open = (created: Result<string>): Result<OpenScenario> => then(created, (id) => store.openScenario(id));
  const openNext = (): Result<OpenScenario> => {
    const last = store.lastScenario();
    return last === null ? open(store.createScenario(blank(input, {}))) : store.openScenario(last);
  };
  return {
    'app.bootstrap': () => bootstrap(input),
    'app.setLocale': ({ locale }) => language.choose(locale),
    'app.setMenuState': (state) => {
      input.setMenuState(state);
      return ok(null);
    },
    'window.edit': ({ command }) => {
      input.edit(command);
      return ok(null);
    },
    'scenario.open': ({ id }) => store.openScenario(id),
    'scenario.create': (request) => then(newScenario(input, request), (scenario) => open(store.createScenario(scenario))),
    'scenario.duplicate': ({ id, name }) => open(store.duplicateScenario(id, name)),
    'scenario.rename': ({ id, name }) => store.renameScenario(id, name),
    'scenario.delete': ({ id }) => then(store.deleteScenario(id), openNext),
    'scenario.restore': ({ id }) => then(store.restoreScenario(id), () => store.openScenario(id)),
    'scenario.save': (request) => store.save(request),
    'scenario.saveView': ({ id, view }) => store.saveView(id, view),
    'edition.get': ({ edition }) => store.getEdition(edition),
    'workbook.export': ({ id }) => exchange.exportScenario(id),
    'import.choose': (request) => importing.choose(request),
    'import.send': ({ upload, part }) => importing.send(upload, part),
    'import.receive': (request) => importing.receive(request),
    'import.cancel': () => {
      importing.cancel();
      return ok(null);
    },
    'import.preview': (request) => importing.preview(request),
    'import.take': (request) => importing.take(request),
    'import.open': (request) => importing.open(request),
    'import.close': (request) => importing.close(request),
    'workbook.exportCsv': ({ id, ...table }) => exchange.exportCsv(id, table),
    'workbook.cancelExport': async () => {
      await exchange.stop();
      return ok(null);
    },
  };
};

const then = <T, U>(result: Result<T>, next: (value: T) => Result<U, AppError>): Result<U> => (result.ok ? next(result.value) : result);

/** The scenario that was open last; at the very first start the sample. */
const bootstrap = ({ store, language, sample, about }: HandlersInput): Result<Bootstrap> => {
  const locale = language.current();
  const last = store.lastScenario();
  const opened = then(last === null ? store.createScenario(sample(locale)) : ok(last), (id) => store.openScenario(id));
  return then(opened, (open) =>
    ok({
      locale,
      localeChosen: language.isChosen(),
      scenarios: store.listScenarios(),
      editions: store.listEditions(),
      open,
      about,
    }),
  );
};

/** '' as start month is the current one, '' as name is a given one. Errors: REQUEST_INVALID for a month 13. */
const newScenario = (input: HandlersInput, { from, name, startMonth }: Request<'scenario.create'>): Result<Scenario> => {
  if (startMonth !== '' && !isMonth(startMonth)) return fail('REQUEST_INVALID', 'scenario.create.startMonth', { startMonth });
  if (from === 'blank') return ok(blank(input, { name, startMonth }));
  const sample = input.sample(input.language.current());
  return ok({ ...(startMonth === '' ? sample : shiftScenario(sample, startMonth)), name: name === '' ? sample.name : name });
};

const blank = (
  { language, currentMonth }: HandlersInput,
  { name = '', startMonth = '' }: { name?: string; startMonth?: string },
): Scenario => {
  const names = NAMES[language.current()];
  return makeBlankScenario({
    name: name === '' ? names.scenario : name,
    optionName: names.option,
    priceBook: DEFAULT_EDITION,
    startMonth: startMonth === '' ? currentMonth() : startMonth,
  });
};
