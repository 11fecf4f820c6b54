import { useEffect, useRef } from 'react';
import { useActions } from '../../actions/useActions.tsx';
import { useCatalog, useUi } from '../../ui/appContext.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { useTexts } from '../../ui/texts.ts';
import { APP_TEXTS } from './texts.ts';

export const AboutPanel = () => {
  const text = useTexts(APP_TEXTS);
  const { view } = useActions();
  const open = useUi((ui) => ui.aboutOpen);
  const about = useCatalog((catalog) => catalog.about);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="about" aria-label={text('about')} onClose={() => view.showAbout(false)}>
      <h2>Costbook</h2>
      <p>{text('aboutText')}</p>
      <p>{text('version', about)}</p>
      <p>{text('parts', about)}</p>
      <Button onClick={() => view.showAbout(false)}>{text('close')}</Button>
    </dialog>
  );
};
