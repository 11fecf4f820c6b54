/**
 * Files that come in: opened by main, shown before anything is taken, taken as one command that can be undone.
 *
 * A single scenario that was not exported from one here opens at once; a single file that cannot be read is a notice.
 */

import { ok } from '../../shared/core/result.ts';
import { ZIP_FILE_LIMIT } from '../../shared/importing/limits.ts';
import type { Mapping } from '../../shared/importing/mapping.ts';
import type { Bridge, Request, Response } from '../../shared/ipc/contract.ts';
import { type ImportedFile, LARGEST_PART, type TakenImport } from '../../shared/ipc/importing.ts';
import { hashPriceBook } from '../../shared/pricebook/hash.ts';
import { importLines } from '../../shared/scenario/commands/rows.ts';
import { takeChanges } from '../../shared/scenario/takeChanges.ts';
import type { SheetId } from '../../shared/scenario/types.ts';
import { addEdition } from '../state/catalog.ts';
import { getPlace } from '../state/place.ts';
import { type ActionContext, dismiss, notify, notifyError, saveBeforeLeaving } from './context.ts';
import type { HistoryActions } from './historyActions.ts';
import type { ScenarioActions } from './scenarioActions.ts';

export interface ImportActions {
  /** asks for files */
  readonly choose: () => Promise<void>;
  /** dropped or pasted */
  readonly receive: (files: readonly File[]) => Promise<void>;
  /** ends what is being read; what had asked for it says so */
  readonly cancel: () => Promise<void>;
  readonly show: (file: string) => void;
  /** `guessColumns`: what the headers say, for another header row, sheet or target */
  readonly remap: (file: string, mapping: Mapping, guessColumns: boolean) => Promise<void>;
  /** the good rows */
  readonly take: (file: string) => Promise<void>;
  /** what a colleague changed, into the scenario that she had */
  readonly takeChanges: (file: string) => Promise<void>;
  /** as a scenario of its own */
  readonly open: (file: string) => Promise<void>;
  /** nothing of the file is taken */
  readonly close: (file: string) => void;
  readonly closeAll: () => void;
}

type Taker = { readonly scenario: string; readonly option: string };

export const createImportActions = (
  context: ActionContext,
  { show: showScenario, open: openScenario }: Pick<ScenarioActions, 'show' | 'open'>,
  { undo }: Pick<HistoryActions, 'undo'>,
): ImportActions => {
  const { bridge, catalog, document, ui } = context;
  let asked = 0;
  /** how often the user has stopped a reading */
  let stopped = 0;
  const taker = (): Taker => ({ scenario: document.store.getState()?.id ?? '', option: ui.getState().option });
  const find = (id: string): ImportedFile | undefined => ui.getState().importing?.files.find((file) => file.id === id);
  /** Main forgets it. */
  const release = (id: string): void => void bridge.invoke('import.close', { file: id }).catch(() => undefined);
  const close = (id: string): void => {
    release(id);
    const files = ui.getState().importing?.files.filter((file) => file.id !== id) ?? [];
    const [next] = files;
    ui.setState({ importing: next === undefined ? null : { files, active: next.id, busy: false } });
  };
  const closeAll = (): void => {
    for (const { id } of ui.getState().importing?.files ?? []) close(id);
  };
  const setBusy = (busy: boolean): void => ui.setState(({ importing }) => ({ importing: importing && { ...importing, busy } }));
  const open = async (id: string): Promise<void> => {
    const answer = await bridge.invoke('import.open', { file: id });
    if (!answer.ok) return notifyError(context, answer.error);
    const { file, opened } = answer.value;
    close(id);
    if (await showScenario(opened)) notify(context, 'imported', { file });
  };
  /** Nobody has to look at a file that leaves no choice. */
  const admit = async (files: readonly ImportedFile[]): Promise<void> => {
    const [only] = files;
    if (only === undefined) return;
    if (files.length === 1 && only.kind === 'failed') {
      release(only.id);
      return notifyError(context, only.error);
    }
    if (files.length === 1 && only.kind === 'scenario' && only.origin === null) return open(only.id);
    const before = ui.getState().importing?.files ?? [];
    ui.setState({ importing: { files: [...before, ...files], active: only.id, busy: false }, edition: null });
  };
  const takeLines = (file: ImportedFile, sheet: SheetId, taken: Extract<TakenImport, { kind: 'lines' }>): void => {
    const state = document.store.getState();
    if (state === null) return;
    const { option } = taker();
    const result = importLines(state.scenario, { option, sheet, lines: taken.lines });
    const first = result.ok ? result.value.find((op) => op.op === 'line.insert') : undefined;
    const row = first?.op === 'line.insert' ? first.line.id : null;
    const count = String(taken.lines.length);
    const before = getPlace(ui.getState());
    const after = { option, sheet, row, column: 'sku' };
    const error = document.dispatch(result, { label: { key: 'import', params: { count } }, before, after });
    if (error !== null) {
      notifyError(context, error);
      return;
    }
    close(file.id);
    ui.setState({ sheet, ...(row === null ? {} : { reveal: { sheet, row, column: 'sku' } }) });
    notify(context, 'rowsImported', { count, file: file.file }, { key: 'undo', run: undo });
  };
  const takePrices = (file: ImportedFile, { priceBook, changed }: Extract<TakenImport, { kind: 'prices' }>): void => {
    addEdition(catalog, priceBook, hashPriceBook(priceBook));
    close(file.id);
    ui.setState({ edition: priceBook.edition });
    notify(context, 'pricesImported', { count: String(changed), file: file.file });
  };

  return {
    close,
    closeAll,
    open,
    choose: async () => {
      dismiss(context);
      // Main looks at the scenario in the store: what is still under way must be in it.
      if (!(await saveBeforeLeaving(context))) return;
      const before = stopped;
      const answer = await bridge.invoke('import.choose', taker());
      if (!answer.ok) return notifyError(context, answer.error);
      if (!('cancelled' in answer.value)) await admit(answer.value);
      else if (stopped > before) notify(context, 'importStopped', {});
    },
    cancel: async () => {
      stopped += 1;
      await bridge.invoke('import.cancel', undefined);
    },
    receive: async (files) => {
      dismiss(context);
      if (!(await saveBeforeLeaving(context))) return;
      const before = stopped;
      const admitted: ImportedFile[] = [];
      for (const [at, file] of files.entries()) {
        if (stopped > before) break;
        if (file.size > ZIP_FILE_LIMIT) {
          notifyError(context, { code: 'WORKBOOK_TOO_LARGE', place: file.name, params: { what: 'file', limit: String(ZIP_FILE_LIMIT) } });
          continue;
        }
        const answer = await sendFile(bridge, file, { ...taker(), number: at + 1, count: files.length });
        if (!answer.ok) notifyError(context, answer.error);
        else if (!('cancelled' in answer.value)) admitted.push(answer.value);
      }
      if (stopped === before) return admit(admitted);
      for (const { id } of admitted) release(id);
      notify(context, 'importStopped', {});
    },
    show: (active) => ui.setState(({ importing }) => ({ importing: importing && { ...importing, active } })),
    remap: async (id, mapping, guessColumns) => {
      asked += 1;
      const mine = asked;
      setBusy(true);
      const answer = await bridge.invoke('import.preview', { ...taker(), file: id, mapping, guessColumns });
      // The last choice counts, whatever the order of the answers.
      if (mine !== asked) return;
      setBusy(false);
      if (!answer.ok) return notifyError(context, answer.error);
      ui.setState(({ importing }) => ({
        importing: importing && {
          ...importing,
          files: importing.files.map((file) => (file.id === id && file.kind === 'tables' ? { ...file, preview: answer.value } : file)),
        },
      }));
    },
    take: async (id) => {
      const file = find(id);
      if (file?.kind !== 'tables' || file.preview === null) return;
      const { mapping } = file.preview;
      setBusy(true);
      const answer = await bridge.invoke('import.take', { ...taker(), file: id, mapping });
      setBusy(false);
      if (!answer.ok) return notifyError(context, answer.error);
      if (answer.value.kind === 'prices') takePrices(file, answer.value);
      else if (mapping.target !== 'prices') takeLines(file, mapping.target, answer.value);
    },
    takeChanges: async (id) => {
      const file = find(id);
      if (file?.kind !== 'scenario' || file.origin === null) return;
      const { origin } = file;
      if (document.store.getState()?.id !== origin.id) await openScenario(origin.id);
      const state = document.store.getState();
      // It could not be opened, and the user has been told why.
      if (state?.id !== origin.id) return;
      const place = getPlace(ui.getState());
      const count = String(origin.changes.lines.length + origin.changes.drivers.length);
      const taken = takeChanges(origin.changes, state.scenario);
      const patch = taken.ok ? ok(taken.value.patch) : taken;
      const error = document.dispatch(patch, { label: { key: 'takeChanges', params: { count } }, before: place, after: place });
      if (error !== null) return notifyError(context, error);
      close(id);
      notify(context, 'changesTaken', { count, file: file.file }, { key: 'undo', run: undo });
    },
  };
};

/** In parts, so that the window goes on meanwhile. */
const sendFile = async (
  bridge: Bridge,
  file: File,
  request: Omit<Request<'import.receive'>, 'name' | 'upload'>,
): Promise<Response<'import.receive'>> => {
  const upload = crypto.randomUUID();
  for (let from = 0; from < file.size; from += LARGEST_PART) {
    const part = new Uint8Array(await file.slice(from, from + LARGEST_PART).arrayBuffer());
    const sent = await bridge.invoke('import.send', { upload, part });
    if (!sent.ok) return { ok: false, error: { ...sent.error, place: file.name } };
  }
  return bridge.invoke('import.receive', { ...request, name: file.name, upload });
};
