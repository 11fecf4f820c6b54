/** On the card of an option that the scenario's own rules decide about: its totals are not those of the published ones. */
import type { Option } from '../../../shared/scenario/types.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import { hasOwnRules } from './ownRules.ts';
import { OPTION_TEXTS } from './texts.ts';

export const OwnRulesMark = ({ option }: { readonly option: Option }) => {
  const text = useTexts(OPTION_TEXTS);
  const { view } = useActions();
  const edition = useDocument(({ scenario }) => scenario.priceBook);
  const isOwn = useDocument(({ scenario, priceBook }) => hasOwnRules(option, priceBook, scenario.overrides));
  if (!isOwn) return null;
  return (
    <button
      type="button"
      className="verdict verdict-link"
      data-card-rules={option.id}
      title={text('ownRulesHint')}
      onClick={() => view.showEdition(edition)}
    >
      {text('ownRules')}
    </button>
  );
};
