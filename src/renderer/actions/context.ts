/** What every action may use. Actions are what buttons, keys and the menu bar do: one function for one gesture. */
import type { AppError } from '../../shared/core/result.ts';
import type { Session } from '../state/session.ts';
import type { Notice } from '../state/ui.ts';
import type { ViewSaver } from '../state/view.ts';
import type { NoticeKey } from '../ui/noticeTexts.ts';

export interface ActionContext extends Session {
  readonly view: ViewSaver;
  /** ISO instant, for the list of scenarios only */
  readonly now: () => string;
  /** ends what is being typed in a field or a cell, committing it */
  readonly commitTyping: () => void;
}

type Action = Notice['action'];

export const notify = (
  { ui }: Pick<ActionContext, 'ui'>,
  key: NoticeKey,
  params: Readonly<Record<string, string>> = {},
  action: Action = null,
): void => ui.setState({ notice: { message: { key, params }, action } });

export const notifyError = ({ ui }: Pick<ActionContext, 'ui'>, error: AppError, action: Action = null): void =>
  ui.setState({ notice: { message: error, action } });

export const dismiss = ({ ui }: Pick<ActionContext, 'ui'>): void => ui.setState({ notice: null });

/**
 * Everything typed is in the store, or the user has been told that it is not: nothing that leaves the open scenario goes on then.
 */
export const saveBeforeLeaving = async (context: ActionContext): Promise<boolean> => {
  context.commitTyping();
  context.view.flush();
  if ((await context.document.flush()) === 'saved') return true;
  notify(context, 'leaveRefused', {}, { key: 'retry', run: context.document.retrySave });
  return false;
};
