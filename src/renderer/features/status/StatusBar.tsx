/** Foot of the window: how far the scenario is saved, what is wrong or assumed in it, its price book, the language. */

import type { Locale } from '../../../shared/ipc/contract.ts';
import { overriddenProviders } from '../../../shared/pricebook/overrides.ts';
import { useActions } from '../../actions/useActions.tsx';
import { countProblems } from '../../state/problems.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useEditions } from '../../ui/useEditions.ts';
import { ProblemsPopover } from './ProblemsPopover.tsx';
import { SaveIndicator } from './SaveIndicator.tsx';
import { SelectionSummary } from './SelectionSummary.tsx';
import './status.css';
import { STATUS_TEXTS } from './texts.ts';

const LANGUAGES: readonly { readonly value: Locale; readonly label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'EN' },
];

export const StatusBar = () => {
  const text = useTexts(STATUS_TEXTS);
  const { view } = useActions();
  const locale = useUi((ui) => ui.locale);
  const counts = countProblems(useDocument((document) => document.bill));
  return (
    <footer className="status">
      <SaveIndicator />
      <ProblemsPopover kind="problem" count={counts.problems} hasErrors={counts.errors > 0} />
      <ProblemsPopover kind="assumption" count={counts.assumptions} hasErrors={false} />
      <span className="status-space" />
      <SelectionSummary />
      <EditionButton />
      <Segmented label={text('language')} value={locale} choices={LANGUAGES} onChange={view.setLocale} />
    </footer>
  );
};

const EditionButton = () => {
  const text = useTexts(STATUS_TEXTS);
  const { view } = useActions();
  const edition = useDocument((document) => document.scenario.priceBook);
  const { editions, titleOf } = useEditions();
  const own = useDocument((document) => overriddenProviders(document.priceBook, document.scenario.overrides).length);
  const summary = editions.find((candidate) => candidate.edition === edition);
  const title = summary === undefined ? edition : `${titleOf(summary)} · ${summary.effectiveFrom}`;
  return (
    <button type="button" className="status-button status-edition" title={text('editionHint')} onClick={() => view.showEdition(edition)}>
      {text('edition', { title })}
      {own === 0 ? null : (
        <em className="status-own-rules" data-own-rules>
          {text('ownRules')}
        </em>
      )}
    </button>
  );
};
