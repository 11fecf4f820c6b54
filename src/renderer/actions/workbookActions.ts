/** Files in and out. Main shows the dialogs; the window never sees a path. */
import type { ErrorCode, Result } from '../../shared/core/result.ts';
import type { Cancelled, CsvSheet, ExportReport } from '../../shared/ipc/contract.ts';
import { type ActionContext, dismiss, notify, notifyError, saveBeforeLeaving } from './context.ts';

export interface WorkbookActions {
  readonly exportWorkbook: () => Promise<void>;
  /** FOCUS takes the option in view, every sheet all of them */
  readonly exportCsv: (sheet: CsvSheet) => Promise<void>;
  /** ends the export that runs; what had asked for it says so */
  readonly cancelExport: () => Promise<void>;
}

/** Close the file in Excel, or make room, and the same click goes on. */
const CAN_BE_RETRIED: ReadonlySet<ErrorCode> = new Set(['FILE_LOCKED', 'FILE_NOT_WRITTEN', 'EXPORT_FAILED']);

export const createWorkbookActions = (context: ActionContext): WorkbookActions => {
  const { bridge, document, ui } = context;
  const exportWith = async (ask: (id: string) => Promise<Result<ExportReport | Cancelled>>): Promise<void> => {
    dismiss(context);
    // The file is made from the store: what is still under way must be in it.
    if (!(await saveBeforeLeaving(context))) return;
    const id = document.store.getState()?.id;
    if (id === undefined) return;
    const answer = await ask(id);
    if (!answer.ok) {
      const { code, place, params } = answer.error;
      if (code === 'EXPORT_STOPPED')
        return notify(context, params.before === 'file' ? 'exportStoppedKept' : 'exportStopped', { file: place ?? '' });
      return notifyError(context, answer.error, CAN_BE_RETRIED.has(code) ? { key: 'retry', run: () => void exportWith(ask) } : null);
    }
    if ('cancelled' in answer.value) return;
    const { file, fitsImport } = answer.value;
    notify(context, fitsImport ? 'exported' : 'exportedLarge', { file });
  };
  return {
    exportWorkbook: () => exportWith((id) => bridge.invoke('workbook.export', { id })),
    exportCsv: (sheet) => exportWith((id) => bridge.invoke('workbook.exportCsv', { id, sheet, option: ui.getState().option })),
    cancelExport: async () => {
      await bridge.invoke('workbook.cancelExport', undefined);
    },
  };
};
