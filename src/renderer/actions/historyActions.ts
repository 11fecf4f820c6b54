/** Undo and redo across sheets and options: the place where the gesture happened comes back with it. */
import type { Place } from '../../shared/scenario/history.ts';
import { showPlace } from '../state/place.ts';
import { type ActionContext, dismiss } from './context.ts';
import { isTypingText } from './focus.ts';

export interface HistoryActions {
  readonly undo: () => void;
  readonly redo: () => void;
}

export const createHistoryActions = (context: ActionContext): HistoryActions => {
  const step = (find: () => Place | null): void => {
    const place = find();
    const scenario = context.document.store.getState()?.scenario;
    if (place === null || scenario === undefined) return;
    dismiss(context);
    showPlace(context.ui, scenario, place);
  };
  return {
    // In a text that is being typed, the menu's undo is the text's. execCommand is the one way to the browser's own text undo.
    undo: () => (isTypingText(document.activeElement) ? void document.execCommand('undo') : step(context.document.undo)),
    redo: () => (isTypingText(document.activeElement) ? void document.execCommand('redo') : step(context.document.redo)),
  };
};
