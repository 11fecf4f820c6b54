/** Options of the open scenario: which one is in view, and adding, copying, naming and removing them. */

import { nextOptionId } from '../../shared/core/ids.ts';
import type { AppError, Result } from '../../shared/core/result.ts';
import { addOption, duplicateOption, removeOption, renameOption } from '../../shared/scenario/commands/options.ts';
import type { HistoryLabel } from '../../shared/scenario/history.ts';
import type { Patch } from '../../shared/scenario/patch.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { getPlace } from '../state/place.ts';
import { translate } from '../ui/texts.ts';
import { type ActionContext, dismiss, notify, notifyError } from './context.ts';
import { ACTION_TEXTS } from './texts.ts';

export interface OptionActions {
  readonly view: (option: string) => void;
  /** the next or previous option, around the end */
  readonly step: (by: 1 | -1) => void;
  readonly add: () => void;
  readonly duplicate: (option: string) => void;
  /** null: renamed */
  readonly rename: (option: string, name: string) => AppError | null;
  readonly remove: (option: string) => void;
}

export const createOptionActions = (context: ActionContext): OptionActions => {
  const { document, ui } = context;
  const scenario = (): Scenario | undefined => document.store.getState()?.scenario;

  /** Dispatches the command and shows `option` afterwards. */
  const change = (result: Result<Patch>, label: HistoryLabel, option: string): AppError | null => {
    const before = getPlace(ui.getState());
    const error = document.dispatch(result, { label, before, after: { ...before, option, row: null, column: null } });
    if (error === null) ui.setState({ option });
    else notifyError(context, error);
    return error;
  };
  const insert = (result: Result<Patch>, key: 'addOption' | 'duplicateOption'): void => {
    const inserted = result.ok ? result.value.find((op) => op.op === 'option.insert') : undefined;
    change(result, { key, params: {} }, inserted?.option.id ?? ui.getState().option);
  };

  return {
    view: (option) => ui.setState({ option }),
    step: (by) => {
      const options = scenario()?.options ?? [];
      const at = options.findIndex(({ id }) => id === ui.getState().option);
      const next = options[(at + by + options.length) % options.length];
      if (next !== undefined) ui.setState({ option: next.id });
    },
    add: () => {
      const open = scenario();
      if (open === undefined) return;
      const letter = nextOptionId(open.options.map(({ id }) => id));
      insert(addOption(open, { name: translate(ACTION_TEXTS, ui.getState().locale)('newOption', { letter }) }), 'addOption');
    },
    duplicate: (option) => {
      const open = scenario();
      const source = open?.options.find(({ id }) => id === option);
      if (open === undefined || source === undefined) return;
      const name = translate(ACTION_TEXTS, ui.getState().locale)('copyOf', { name: source.name });
      insert(duplicateOption(open, { option, name }), 'duplicateOption');
    },
    rename: (option, name) => {
      const open = scenario();
      if (open === undefined) return null;
      return change(renameOption(open, { option, name }), { key: 'renameOption', params: { name } }, ui.getState().option);
    },
    remove: (option) => {
      const open = scenario();
      const index = open?.options.findIndex(({ id }) => id === option) ?? -1;
      const removed = open?.options[index];
      if (open === undefined || removed === undefined) return;
      const neighbour = open.options[index + 1] ?? open.options[index - 1];
      const shown = ui.getState().option === option ? (neighbour?.id ?? option) : ui.getState().option;
      if (change(removeOption(open, { option }), { key: 'removeOption', params: { name: removed.name } }, shown) !== null) return;
      const entry = document.store.getState()?.history.done.at(-1);
      const undo = (): void => {
        // Only while it is still the last gesture: undo must take back what the notice names.
        if (document.store.getState()?.history.done.at(-1) === entry && document.undo() !== null) ui.setState({ option });
        dismiss(context);
      };
      notify(context, 'optionRemoved', { name: removed.name }, { key: 'undo', run: undo });
    },
  };
};
