/** Files in and out. Main shows the dialogs; the window never sees a path. */
import { type ActionContext, dismiss, notify, notifyError, saveBeforeLeaving } from './context.ts';

export interface WorkbookActions {
  readonly exportWorkbook: () => Promise<void>;
}

export const createWorkbookActions = (context: ActionContext): WorkbookActions => {
  const { bridge, document } = context;
  return {
    exportWorkbook: async () => {
      dismiss(context);
      // The file is made from the store: what is still under way must be in it.
      if (!(await saveBeforeLeaving(context))) return;
      const id = document.store.getState()?.id;
      if (id === undefined) return;
      const answer = await bridge.invoke('workbook.export', { id });
      if (!answer.ok) return notifyError(context, answer.error);
      if (!('cancelled' in answer.value)) notify(context, 'exported', { file: answer.value.file });
    },
  };
};
