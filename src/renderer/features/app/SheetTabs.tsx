/** The sheets as tabs, with the number of lines that have errors; and by which total the options are compared. */
import type { KeyboardEvent } from 'react';
import { wrongDrivers } from '../../../shared/scenario/drivers.ts';
import { SHEET_TEXTS } from '../../../shared/wording/fieldTexts.ts';
import { useActions } from '../../actions/useActions.tsx';
import { TABS, type Tab } from '../../state/ui.ts';
import { useApp, useDocument, useUi } from '../../ui/appContext.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { groupDigits } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import { APP_TEXTS } from './texts.ts';

export const PANEL_ID = 'sheet-panel';
export const tabId = (sheet: Tab): string => `tab-${sheet}`;

export const SheetTabs = () => {
  const text = useTexts(APP_TEXTS);
  const { ui } = useApp();
  const by = useUi((state) => state.compareBy);
  // The Compare sheet has the choice in its own toolbar.
  const onCompare = useUi(({ sheet }) => sheet === 'compare');
  const errors = useErrorLines();
  return (
    <div className="tabs">
      <div className="tabs-list" role="tablist" aria-label={text('sheets')}>
        {TABS.map((sheet) => (
          <SheetTab key={sheet} sheet={sheet} errors={errors[sheet]} />
        ))}
      </div>
      {onCompare ? null : (
        <Segmented
          label={text('compareBy')}
          value={by}
          choices={[
            { value: 'cash', label: text('cash') },
            { value: 'expense', label: text('expense') },
          ]}
          onChange={(compareBy) => ui.setState({ compareBy })}
        />
      )}
    </div>
  );
};

const SheetTab = ({ sheet, errors }: { readonly sheet: Tab; readonly errors: number }) => {
  const text = useTexts(APP_TEXTS);
  const name = useTexts(SHEET_TEXTS);
  const { view } = useActions();
  const words = text('errors', { count: errors });
  const selected = useUi((ui) => ui.sheet) === sheet;
  return (
    <button
      type="button"
      role="tab"
      id={tabId(sheet)}
      className="tab"
      data-tab={sheet}
      aria-selected={selected}
      aria-controls={PANEL_ID}
      tabIndex={selected ? 0 : -1}
      onClick={() => view.showSheet(sheet)}
      onKeyDown={(event) => moveTab(event, sheet, view.showSheet)}
    >
      <span data-text={name(sheet)}>{name(sheet)}</span>
      {errors === 0 ? null : (
        <em title={words}>
          <span aria-hidden="true">{groupDigits(String(errors))}</span>
          <span className="visually-hidden">{words}</span>
        </em>
      )}
    </button>
  );
};

const NO_LINES: Readonly<Record<Tab, number>> = { nodes: 0, usage: 0, packs: 0, drivers: 0, summary: 0, compare: 0, ledger: 0 };

const useErrorLines = (): Readonly<Record<Tab, number>> => {
  const bill = useDocument((document) => document.bill);
  const option = useUi((ui) => ui.option);
  const drivers = useDocument((document) => wrongDrivers(document.scenario.drivers).length);
  return { ...NO_LINES, ...bill.options.find(({ id }) => id === option)?.issueCounts.errorLines, drivers };
};

const STEPS: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};

const moveTab = (event: KeyboardEvent<HTMLElement>, sheet: Tab, show: (sheet: Tab) => void): void => {
  const step = STEPS[event.key];
  const next = step === undefined || event.ctrlKey || event.altKey ? undefined : TABS.at(step(TABS.indexOf(sheet)) % TABS.length);
  if (next === undefined) return;
  event.preventDefault();
  show(next);
  document.getElementById(tabId(next))?.focus();
};
