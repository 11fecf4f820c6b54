/** Top of the window: the scenario's name and settings, undo and redo, files in and out, and the folds of the side zones. */
import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Button, IconButton } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { keysName } from '../../ui/keys.ts';
import { useTexts } from '../../ui/texts.ts';
import './header.css';
import { HorizonFields } from './HorizonFields.tsx';
import { HEADER_TEXTS } from './texts.ts';
import { UndoButtons } from './UndoButtons.tsx';

export const Header = () => {
  const text = useTexts(HEADER_TEXTS);
  const { importing, settings, view, workbook } = useActions();
  const name = useDocument((document) => document.scenario.name);
  const scenariosOpen = useUi((ui) => ui.scenariosOpen);
  const whyOpen = useUi((ui) => ui.whyOpen);
  return (
    <header className="header">
      <IconButton
        icon="left"
        label={text(scenariosOpen ? 'hideScenarios' : 'showScenarios', { keys: keysName('Ctrl+B') })}
        pressed={scenariosOpen}
        onClick={view.toggleScenarios}
      />
      <TextField
        className="header-name"
        label={text('name')}
        value={name}
        title={name}
        onCommit={(typed) => (settings.rename(typed) === null ? null : text('nameRefused'))}
      />
      <HorizonFields />
      <span className="header-space" />
      <UndoButtons />
      <Button onClick={importing.choose} title={text('importHint', { keys: keysName('Ctrl+O') })}>
        {text('import')}
      </Button>
      <Button kind="primary" onClick={workbook.exportWorkbook} title={text('exportHint', { keys: keysName('Ctrl+E') })}>
        {text('export')}
      </Button>
      <IconButton
        icon="right"
        label={text(whyOpen ? 'hideWhy' : 'showWhy', { keys: keysName('Ctrl+I') })}
        pressed={whyOpen}
        onClick={view.toggleWhy}
      />
    </header>
  );
};
