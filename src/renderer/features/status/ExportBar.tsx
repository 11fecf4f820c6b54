/** A file that is being written: how far it is, and a way to stop it. Only its beginning is read out; its end is a notice. */
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useActions } from '../../actions/useActions.tsx';
import { useUi } from '../../ui/appContext.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { useTexts } from '../../ui/texts.ts';
import { STATUS_TEXTS } from './texts.ts';

const WHOLE = 1_000;

export const ExportBar = () => {
  const text = useTexts(STATUS_TEXTS);
  const { workbook } = useActions();
  const exporting = useUi((ui) => ui.exporting);
  const rememberFocus = useFocusBack(exporting === null);
  const stop = (): void => void workbook.cancelExport();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    stop();
  };
  const name = exporting === null ? '' : text('exporting', { file: exporting.file });
  return (
    <>
      <div className="visually-hidden" role="status">
        {name}
      </div>
      {exporting === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape belongs to the button inside, wherever in here it is pressed
        <div className="notice export-bar" data-export={exporting.share} onKeyDown={onKeyDown} onFocus={rememberFocus}>
          <p className="export-name" aria-hidden="true">
            {name}
          </p>
          <b aria-hidden="true">{text('percent', { share: String(Math.floor((exporting.share * 100) / WHOLE)) })}</b>
          <progress max={WHOLE} value={exporting.share} aria-label={name} />
          <Button kind="quiet" onClick={stop} title={text('stopExportHint')}>
            {text('stopExport')}
          </Button>
        </div>
      )}
    </>
  );
};

/** Gives the focus back to where it came from, when the bar goes that has it. */
const useFocusBack = (gone: boolean): ((event: FocusEvent<HTMLElement>) => void) => {
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!gone) return;
    if (document.activeElement === null || document.activeElement === document.body) from.current?.focus();
    from.current = null;
  }, [gone]);
  return ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement) from.current = relatedTarget;
  };
};
