/** Files that come in, in place of the sheets: nothing is taken before it has been seen here. */
import type { ImportedFile } from '../../../shared/ipc/importing.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useUi } from '../../ui/appContext.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { errorText } from '../../ui/errorTexts.ts';
import { useTexts } from '../../ui/texts.ts';
import { ChangesView } from './ChangesView.tsx';
import './importing.css';
import { TablesView } from './TablesView.tsx';
import { IMPORT_TEXTS } from './texts.ts';

export const ImportView = () => {
  const text = useTexts(IMPORT_TEXTS);
  const importing = useUi((ui) => ui.importing);
  const { importing: actions } = useActions();
  if (importing === null) return null;
  const { files, active, busy } = importing;
  const shown = files.find(({ id }) => id === active) ?? files[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it wherever the focus is inside; the button does the same
    <div
      className="import"
      data-import={shown?.kind ?? ''}
      aria-busy={busy}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && shown !== undefined) actions.close(shown.id);
      }}
    >
      <header className="import-head">
        <h2 ref={focusOnce} tabIndex={-1}>
          {text('title')} <b>{shown?.file}</b>
        </h2>
        {files.length > 1 ? (
          <Segmented
            label={text('files')}
            value={active}
            choices={files.map(({ id, file }) => ({ value: id, label: file }))}
            onChange={actions.show}
          />
        ) : null}
        <span className="header-space" />
        {files.length > 1 ? <Button onClick={actions.closeAll}>{text('cancelAll')}</Button> : null}
      </header>
      {shown === undefined ? null : <FileView key={shown.id} file={shown} />}
    </div>
  );
};

/** The view takes the place of what had the focus. */
const focusOnce = (heading: HTMLElement | null): void => heading?.focus();

const FileView = ({ file }: { readonly file: ImportedFile }) => {
  switch (file.kind) {
    case 'tables':
      return <TablesView file={file} />;
    case 'scenario':
      return <ChangesView file={file} />;
    case 'failed':
      return <FailedView file={file} />;
  }
};

const FailedView = ({ file }: { readonly file: Extract<ImportedFile, { kind: 'failed' }> }) => {
  const text = useTexts(IMPORT_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const { importing: actions } = useActions();
  return (
    <div className="import-body">
      <p className="import-note import-bad">{errorText(file.error, locale)}</p>
      <footer className="import-foot">
        <Button onClick={() => actions.close(file.id)}>{text('cancel')}</Button>
      </footer>
    </div>
  );
};
