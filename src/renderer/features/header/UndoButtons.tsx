/** Undo and redo, each naming the gesture that it would take back or do again. */
import { ACTION_TEXTS, gestureText } from '../../actions/texts.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { IconButton } from '../../ui/controls/Button.tsx';
import { keysName } from '../../ui/keys.ts';
import { useTexts } from '../../ui/texts.ts';
import { HEADER_TEXTS } from './texts.ts';

export const UndoButtons = () => {
  const text = useTexts(ACTION_TEXTS);
  const withKeys = useTexts(HEADER_TEXTS);
  const { history } = useActions();
  const locale = useUi((ui) => ui.locale);
  const done = useDocument((document) => document.history.done.at(-1)?.label ?? null);
  const undone = useDocument((document) => document.history.undone.at(-1)?.label ?? null);
  const undo = done === null ? text('undoNothing') : text('undo', { gesture: gestureText(done, locale) });
  const redo = undone === null ? text('redoNothing') : text('redo', { gesture: gestureText(undone, locale) });
  return (
    <>
      <IconButton
        icon="undo"
        label={withKeys('keys', { text: undo, keys: keysName('Ctrl+Z') })}
        disabled={done === null}
        onClick={history.undo}
      />
      <IconButton
        icon="redo"
        label={withKeys('keys', { text: redo, keys: keysName('Ctrl+Y') })}
        disabled={undone === null}
        onClick={history.redo}
      />
    </>
  );
};
