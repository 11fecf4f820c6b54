/** The window stays until everything typed is in the store; where it cannot be saved, closing it is the user's decision. */
import { type ActionContext, notify } from './context.ts';

/** What the window does to close: a seam for tests. */
type CloseWindow = () => void;

/** A listener of `beforeunload`. */
export const createHold = (context: ActionContext, closeWindow: CloseWindow): ((event: Event) => void) => {
  let goes = false;
  const leave = (): void => {
    goes = true;
    closeWindow();
  };
  return (event) => {
    if (goes) return;
    context.commitTyping();
    const state = context.document.store.getState()?.saveState ?? 'saved';
    if (state === 'saved') return;
    event.preventDefault();
    void context.document.flush().then((after) => {
      if (after === 'saved') leave();
      else notify(context, 'closeRefused', {}, { key: 'closeAnyway', run: leave });
    });
  };
};
