/** From main's first answer to stores with the first scenario in them. */
import type { AppError, Result } from '../../shared/core/result.ts';
import type { Bridge, OpenScenario } from '../../shared/ipc/contract.ts';
import { type CatalogStore, createCatalogStore } from './catalog.ts';
import { createDocument, type Document } from './document.ts';
import { restoreView } from './place.ts';
import type { Schedule } from './saver.ts';
import { createUiStore, type UiStore } from './ui.ts';

export interface Session {
  readonly document: Document;
  readonly ui: UiStore;
  readonly catalog: CatalogStore;
  readonly bridge: Bridge;
}

/** `scheduleSave`: when a save begins; absent: at once. */
export const startSession = async (bridge: Bridge, scheduleSave?: Schedule): Promise<Result<Session>> => {
  const answer = await bridge.invoke('app.bootstrap', undefined).catch(failed);
  if (!answer.ok) return answer;
  const { locale, open } = answer.value;
  const session = {
    bridge,
    document: createDocument(bridge, scheduleSave),
    ui: createUiStore(locale),
    catalog: createCatalogStore(answer.value),
  };
  showScenario(session, open);
  return { ok: true, value: session };
};

/** Puts a scenario on screen as it was left. */
export const showScenario = ({ document, ui }: Pick<Session, 'document' | 'ui'>, opened: OpenScenario): void => {
  document.load(opened);
  ui.setState({ ...restoreView(opened.scenario, opened.view), subject: null, edition: null, renaming: null });
};

const failed = (cause: unknown): { readonly ok: false; readonly error: AppError } => ({
  ok: false,
  error: { code: 'STORE_FAILED', place: null, params: { reason: String(cause) } },
});
