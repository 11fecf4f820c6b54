import type { ScenarioSummary } from '../../../shared/ipc/contract.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useApp, useDocument, useUi } from '../../ui/appContext.tsx';
import { Menu } from '../../ui/controls/Menu.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useFocusAfter } from '../../ui/useFocusAfter.ts';
import { SCENARIO_TEXTS } from './texts.ts';

export const ScenarioItem = ({ summary }: { readonly summary: ScenarioSummary }) => {
  const { id, name } = summary;
  const { scenarios } = useActions();
  const isOpen = useDocument((document) => document.id === id);
  const isRenaming = useUi((ui) => ui.renaming === id);
  const main = useFocusAfter<HTMLButtonElement>(isRenaming);
  return (
    <li className="item" data-scenario={id} data-open={isOpen}>
      {isRenaming ? (
        <RenameField summary={summary} />
      ) : (
        <>
          <button
            ref={main}
            type="button"
            className="item-main"
            aria-current={isOpen}
            title={name}
            onClick={() => scenarios.open(id)}
            onDoubleClick={() => scenarios.startRenaming(id)}
            onKeyDown={(event) => {
              if (event.key === 'F2') scenarios.startRenaming(id);
              if (event.key === 'Delete') void scenarios.remove(id);
            }}
          >
            <span className="item-name">{name}</span>
          </button>
          <ItemMenu summary={summary} isOpen={isOpen} />
        </>
      )}
    </li>
  );
};

const ItemMenu = ({ summary: { id, name }, isOpen }: { readonly summary: ScenarioSummary; readonly isOpen: boolean }) => {
  const text = useTexts(SCENARIO_TEXTS);
  const { scenarios } = useActions();
  return (
    <Menu
      label={text('menu', { name })}
      entries={[
        { label: text('open'), icon: 'book', disabled: isOpen, run: () => scenarios.open(id) },
        { label: text('rename'), icon: 'pencil', keys: 'F2', run: () => scenarios.startRenaming(id) },
        { label: text('duplicate'), icon: 'copy', run: () => scenarios.duplicate(id) },
        { label: text('remove'), icon: 'trash', danger: true, run: () => scenarios.remove(id) },
      ]}
    />
  );
};

const RenameField = ({ summary: { id, name } }: { readonly summary: ScenarioSummary }) => {
  const text = useTexts(SCENARIO_TEXTS);
  const { ui } = useApp();
  const { scenarios } = useActions();
  const stop = (): void => ui.setState({ renaming: null });
  const commit = (typed: string): string | null => {
    if (typed.trim() === '') return text('nameRefused');
    void scenarios.rename(id, typed);
    stop();
    return null;
  };
  return <TextField className="item-rename" label={text('name')} value={name} autoSelect onCommit={commit} onCancel={stop} />;
};
