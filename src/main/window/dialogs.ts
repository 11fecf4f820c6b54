import { type BrowserWindow, dialog } from 'electron';
import type { Locale } from '../../shared/ipc/contract.ts';
import { MENU_TEXTS } from '../menu/texts.ts';

/** Asks where to write; for a workbook's name the extension decides between workbook and JSON. null: closed without choosing. */
export const askTarget = async (window: BrowserWindow, locale: Locale, suggestedName: string): Promise<string | null> => {
  const texts = MENU_TEXTS[locale];
  const chosen = await dialog.showSaveDialog(window, {
    title: texts.saveDialog,
    defaultPath: suggestedName,
    filters: suggestedName.endsWith('.csv')
      ? [{ name: texts.csv, extensions: ['csv'] }]
      : [
          { name: texts.workbooks, extensions: ['xlsx'] },
          { name: texts.json, extensions: ['json'] },
        ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
};

/** Several files at once; none where the dialog was closed. */
export const askSources = async (window: BrowserWindow, locale: Locale): Promise<readonly string[]> => {
  const texts = MENU_TEXTS[locale];
  const chosen = await dialog.showOpenDialog(window, {
    title: texts.openDialog,
    filters: [{ name: texts.scenarioFiles, extensions: ['xlsx', 'xlsm', 'csv', 'txt', 'json'] }],
    properties: ['openFile', 'multiSelections'],
  });
  return chosen.canceled ? [] : chosen.filePaths;
};
