/** Scenarios: open, make, copy, name, delete and bring back. What is open is saved before another one takes its place. */
import type { AppError } from '../../shared/core/result.ts';
import type { OpenScenario, Response } from '../../shared/ipc/contract.ts';
import { renameScenario } from '../../shared/scenario/commands/settings.ts';
import { addOpened, removeFromCatalog, renameInCatalog, restoreInCatalog } from '../state/catalog.ts';
import { getPlace } from '../state/place.ts';
import { showScenario } from '../state/session.ts';
import { translate } from '../ui/texts.ts';
import { type ActionContext, dismiss, notify, notifyError, saveBeforeLeaving } from './context.ts';
import { ACTION_TEXTS } from './texts.ts';

export interface ScenarioActions {
  readonly open: (id: string) => Promise<void>;
  readonly create: (from: 'blank' | 'sample') => Promise<void>;
  readonly duplicate: (id: string) => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly startRenaming: (id: string) => void;
  readonly remove: (id: string) => Promise<void>;
  /** Shows a scenario that main has made; resolves to false where the open one could not be saved. */
  readonly show: (opened: OpenScenario) => Promise<boolean>;
}

export const createScenarioActions = (context: ActionContext): ScenarioActions => {
  const { bridge, catalog, document, ui } = context;
  const openId = (): string | undefined => document.store.getState()?.id;
  // The last scenario that was asked for wins, whatever the order of the answers.
  let asked = 0;

  const show = async (opened: OpenScenario): Promise<boolean> => {
    addOpened(catalog, opened, context.now());
    if (!(await saveBeforeLeaving(context))) return false;
    showScenario(context, opened);
    return true;
  };
  const request = async (send: () => Promise<Response<'scenario.open'>>): Promise<OpenScenario | null> => {
    asked += 1;
    const mine = asked;
    if (!(await saveBeforeLeaving(context))) return null;
    const answer = await send();
    if (!answer.ok) {
      notifyError(context, answer.error);
      return null;
    }
    if (mine === asked) return (await show(answer.value)) ? answer.value : null;
    addOpened(catalog, answer.value, context.now());
    return null;
  };

  return {
    show,
    open: async (id) => {
      if (id === openId()) {
        ui.setState({ edition: null });
        return;
      }
      dismiss(context);
      await request(() => bridge.invoke('scenario.open', { id }));
    },
    create: async (from) => {
      dismiss(context);
      const name = from === 'blank' ? freeName(context, translate(ACTION_TEXTS, ui.getState().locale)('newScenario')) : '';
      const made = await request(() => bridge.invoke('scenario.create', { from, name, startMonth: '' }));
      if (made !== null && from === 'blank') ui.setState({ renaming: made.id, scenariosOpen: true });
    },
    duplicate: async (id) => {
      dismiss(context);
      const source = catalog.getState().scenarios.find((summary) => summary.id === id);
      const name = translate(ACTION_TEXTS, ui.getState().locale)('copyOf', { name: source?.name ?? '' });
      await request(() => bridge.invoke('scenario.duplicate', { id, name: freeName(context, name) }));
    },
    rename: async (id, name) => {
      const error = await rename(context, id, name);
      if (error !== null) notifyError(context, error);
    },
    startRenaming: (id) => ui.setState({ renaming: id, scenariosOpen: true }),
    remove: (id) => remove(context, id, show),
  };
};

/** The open scenario is renamed by a command, so that undo knows it; another one by the store. */
const rename = async (context: ActionContext, id: string, typed: string): Promise<AppError | null> => {
  const { bridge, catalog, document, ui } = context;
  const state = document.store.getState();
  if (state?.id === id) {
    const place = getPlace(ui.getState());
    const label = { key: 'settings', params: { field: 'name' } } as const;
    return document.dispatch(renameScenario(state.scenario, { name: typed }), { label, before: place, after: place });
  }
  const name = typed.trim();
  if (name === '') return { code: 'VALUE_INVALID', place: 'name', params: { value: '' } };
  const answer = await bridge.invoke('scenario.rename', { id, name });
  if (!answer.ok) return answer.error;
  renameInCatalog(catalog, id, answer.value.name);
  return null;
};

const remove = async (context: ActionContext, id: string, show: ScenarioActions['show']): Promise<void> => {
  const { bridge, catalog, document } = context;
  const known = catalog.getState().scenarios;
  const index = known.findIndex((summary) => summary.id === id);
  const summary = known[index];
  const wasOpen = document.store.getState()?.id === id;
  if (summary === undefined || (wasOpen && !(await saveBeforeLeaving(context)))) return;
  const answer = await bridge.invoke('scenario.delete', { id });
  if (!answer.ok) {
    notifyError(context, answer.error);
    return;
  }
  removeFromCatalog(catalog, id);
  if (wasOpen) await show(answer.value);
  // Deleting the last one leaves a blank one in its place, which goes again when the deletion is undone.
  const standIn = known.some((other) => other.id === answer.value.id) ? null : answer.value.id;
  const restore = (): void => {
    dismiss(context);
    bringBack(context, { id, wasOpen, standIn, put: () => restoreInCatalog(catalog, summary, index), show }).catch(() => undefined);
  };
  notify(context, 'scenarioDeleted', { name: summary.name }, { key: 'undo', run: restore });
};

interface BringBack {
  readonly id: string;
  readonly wasOpen: boolean;
  readonly standIn: string | null;
  readonly put: () => void;
  readonly show: ScenarioActions['show'];
}

const bringBack = async (context: ActionContext, { id, wasOpen, standIn, put, show }: BringBack): Promise<void> => {
  const { bridge, catalog, document } = context;
  const answer = await bridge.invoke('scenario.restore', { id });
  if (!answer.ok) {
    notifyError(context, answer.error);
    return;
  }
  put();
  const open = document.store.getState();
  if (!wasOpen) {
    // Main has taken the restored one for the open one: the next start must still show this one.
    if (open !== null) await bridge.invoke('scenario.open', { id: open.id });
    return;
  }
  const untouched = open !== null && open.id === standIn && open.history.done.length === 0;
  if (!(await show(answer.value)) || !untouched || standIn === null) return;
  const gone = await bridge.invoke('scenario.delete', { id: standIn });
  if (gone.ok) removeFromCatalog(catalog, standIn);
};

/** `name`, or `name 2`, `name 3`, … where it is taken. */
const freeName = ({ catalog }: ActionContext, name: string): string => {
  const taken = new Set(catalog.getState().scenarios.map((summary) => summary.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
};
