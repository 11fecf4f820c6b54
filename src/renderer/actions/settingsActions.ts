/** The scenario's own settings: name, start month, horizon, price-book edition. Each is a command, so each can be undone. */
import type { AppError, Result } from '../../shared/core/result.ts';
import { renameScenario, setMonths, setPriceBook, setProviderRule, setStartMonth } from '../../shared/scenario/commands/settings.ts';
import type { Patch } from '../../shared/scenario/patch.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { getPlace } from '../state/place.ts';
import { type ActionContext, notifyError } from './context.ts';

export interface SettingsActions {
  readonly rename: (typed: string) => AppError | null;
  readonly setStartMonth: (typed: string) => AppError | null;
  readonly setMonths: (typed: string) => AppError | null;
  /** null: the price book's own rule again */
  readonly setRule: (rule: Parameters<typeof setProviderRule>[1]) => void;
  readonly choosePriceBook: (edition: string) => Promise<void>;
}

export const createSettingsActions = (context: ActionContext): SettingsActions => {
  const { bridge, catalog, document, ui } = context;
  const change = (field: string, command: (scenario: Scenario) => Result<Patch>): AppError | null => {
    const scenario = document.store.getState()?.scenario;
    const place = getPlace(ui.getState());
    if (scenario === undefined) return null;
    return document.dispatch(command(scenario), { label: { key: 'settings', params: { field } }, before: place, after: place });
  };
  return {
    rename: (typed) => change('name', (scenario) => renameScenario(scenario, { name: typed })),
    setStartMonth: (typed) => change('startMonth', (scenario) => setStartMonth(scenario, { typed })),
    setMonths: (typed) => change('months', (scenario) => setMonths(scenario, { typed })),
    setRule: (rule) => {
      change(rule.rounding === undefined ? 'burnClasses' : 'rounding', (scenario) => setProviderRule(scenario, rule));
    },
    choosePriceBook: async (edition) => {
      const id = document.store.getState()?.id;
      const summary = catalog.getState().editions.find((candidate) => candidate.edition === edition);
      const answer = await bridge.invoke('edition.get', { edition });
      if (!answer.ok) return notifyError(context, answer.error);
      // Another scenario may have been opened meanwhile.
      if (summary === undefined || document.store.getState()?.id !== id) return;
      document.addPriceBook(answer.value);
      change('priceBook', (scenario) => setPriceBook(scenario, { edition, hash: summary.hash }));
    },
  };
};
