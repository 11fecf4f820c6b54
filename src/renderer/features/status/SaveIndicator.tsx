import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { errorText } from '../../ui/errorTexts.ts';
import { useTexts } from '../../ui/texts.ts';
import { STATUS_TEXTS } from './texts.ts';

/** The title holds the whole sentence: the bar has room for its beginning. */
export const SaveIndicator = () => {
  const text = useTexts(STATUS_TEXTS);
  const { retrySave } = useActions();
  const locale = useUi((ui) => ui.locale);
  const saveState = useDocument((document) => document.saveState);
  const error = useDocument((document) => document.saveError);
  const reason = error === null ? null : errorText(error, locale);
  return (
    <span className="save" data-save-state={saveState} title={reason ?? undefined}>
      <i aria-hidden="true" />
      <span className="save-text">{text(saveState)}</span>
      {saveState === 'failed' ? (
        <>
          <span className="save-reason" role="alert">
            {reason}
          </span>
          <button type="button" className="status-button save-retry" onClick={retrySave}>
            {text('retry')}
          </button>
        </>
      ) : null}
    </span>
  );
};
