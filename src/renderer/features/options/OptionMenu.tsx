import type { Option } from '../../../shared/scenario/types.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useApp } from '../../ui/appContext.tsx';
import { Menu } from '../../ui/controls/Menu.tsx';
import { useTexts } from '../../ui/texts.ts';
import { OPTION_TEXTS } from './texts.ts';

interface Props {
  readonly option: Option;
  readonly isBaseline: boolean;
  /** the last option stays */
  readonly isOnly: boolean;
  readonly onRename: () => void;
}

export const OptionMenu = ({ option, isBaseline, isOnly, onRename }: Props) => {
  const text = useTexts(OPTION_TEXTS);
  const { options } = useActions();
  const { ui } = useApp();
  return (
    <Menu
      label={text('menu', { letter: option.id })}
      entries={[
        { label: text('rename'), icon: 'pencil', run: onRename },
        { label: text('duplicate'), icon: 'copy', run: () => options.duplicate(option.id) },
        { label: text('baseline'), icon: 'check', disabled: isBaseline, run: () => ui.setState({ baseline: option.id }) },
        { label: text('remove'), icon: 'trash', danger: true, disabled: isOnly, run: () => options.remove(option.id) },
      ]}
    />
  );
};
