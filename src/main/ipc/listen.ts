import { ipcMain } from 'electron';
import { fail } from '../../shared/core/result.ts';
import { type AnswerInput, answer } from './answer.ts';
import { isTrusted } from './trustedSender.ts';

/** The single Electron channel behind the contract: an unknown name gets an answer too, instead of Electron's rejection. */
export const ELECTRON_CHANNEL = 'costbook';
export const MENU_CHANNEL = 'menu.command';
export const EXPORT_CHANNEL = 'export.progress';
export const IMPORT_CHANNEL = 'import.progress';

/** Answers the page of `origin` from now on, as JSON text, and nobody else. */
export const listen = (input: AnswerInput, origin: string): void => {
  ipcMain.handle(ELECTRON_CHANNEL, async (event, channel: unknown, request: unknown) =>
    JSON.stringify(isTrusted(event.senderFrame, origin) ? await answer(input, channel, request) : fail('REQUEST_INVALID', 'sender')),
  );
};
