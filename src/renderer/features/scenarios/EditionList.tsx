/** The price-book editions; a click shows one of them instead of the sheet, read only. */
import { useActions } from '../../actions/useActions.tsx';
import { useUi } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useEditions } from '../../ui/useEditions.ts';
import { SCENARIO_TEXTS } from './texts.ts';

export const EditionList = () => {
  const text = useTexts(SCENARIO_TEXTS);
  const { view } = useActions();
  const shown = useUi((ui) => ui.edition);
  const { editions, titleOf } = useEditions();
  return (
    <>
      <div className="zone-head">
        <h2>{text('editions')}</h2>
      </div>
      <ul className="zone-list">
        {editions.map((summary) => (
          <li key={summary.edition} className="item" data-edition={summary.edition} data-open={summary.edition === shown}>
            <button
              type="button"
              className="item-main item-two"
              aria-current={summary.edition === shown}
              title={text('editionHint', { title: titleOf(summary) })}
              onClick={() => view.showEdition(summary.edition === shown ? null : summary.edition)}
            >
              <span className="item-name">{titleOf(summary)}</span>
              <small>{text('edition', { date: summary.effectiveFrom, count: summary.skuCount })}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
