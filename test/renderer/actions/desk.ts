/** A session over a main process in memory, with the actions of the window. */

import { type Actions, createActions } from '../../../src/renderer/actions/actions.ts';
import type { ActionContext } from '../../../src/renderer/actions/context.ts';
import { type Session, startSession } from '../../../src/renderer/state/session.ts';
import { createViewSaver } from '../../../src/renderer/state/view.ts';
import { renameScenario } from '../../../src/shared/scenario/commands/settings.ts';
import { FakeMain } from '../state/fakeMain.ts';

export interface Desk {
  readonly main: FakeMain;
  readonly session: Session;
  readonly context: ActionContext;
  readonly actions: Actions;
}

export const openDesk = async (...names: readonly string[]): Promise<Desk> => {
  const main = new FakeMain(...names);
  const started = await startSession(main.bridge);
  if (!started.ok) throw new Error(started.error.code);
  const session = started.value;
  const view = createViewSaver({ ...session, schedule: () => () => undefined });
  const context = { ...session, view, now: () => '2026-01-15T00:00:00.000Z', commitTyping: () => undefined };
  return { main, session, context, actions: createActions(context) };
};

export const openName = ({ session }: Desk): string | undefined => session.document.store.getState()?.scenario.name;
export const listed = ({ session }: Desk): string[] => session.catalog.getState().scenarios.map(({ name }) => name);
export const noticeKey = ({ session }: Desk): string | undefined => {
  const message = session.ui.getState().notice?.message;
  return message === undefined ? undefined : 'key' in message ? message.key : message.code;
};
export const type = ({ session }: Desk, name: string): void => {
  const scenario = session.document.store.getState()?.scenario;
  if (scenario === undefined) throw new Error('nothing is open');
  const place = { option: 'A', sheet: 'nodes', row: null, column: null };
  session.document.dispatch(renameScenario(scenario, { name }), { label: { key: 'settings', params: {} }, before: place, after: place });
};
