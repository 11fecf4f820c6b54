/** The answer, always on screen: every option's totals side by side, and which one costs least. */
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { compareFilled } from '../../../shared/compare/comparable.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useApp, useDocument, useUi } from '../../ui/appContext.tsx';
import { IconButton } from '../../ui/controls/Button.tsx';
import { useTexts } from '../../ui/texts.ts';
import { OptionCard } from './OptionCard.tsx';
import './options.css';
import { verdictOf } from '../../../shared/compare/optionVerdict.ts';
import { OPTION_TEXTS } from './texts.ts';

/** Beside more options than these, the sheet needs the room of their details more. */
const MOST_OPEN = 2;

export const OptionCards = () => {
  const text = useTexts(OPTION_TEXTS);
  const { ui } = useApp();
  const { options: actions } = useActions();
  const scenario = useDocument((document) => document.scenario);
  const bill = useDocument((document) => document.bill);
  const open = useUi(({ totalsOpen }) => totalsOpen) ?? scenario.options.length <= MOST_OPEN;
  const by = useUi((ui) => ui.compareBy);
  const inView = useUi((ui) => ui.option);
  const chosen = useUi((ui) => ui.baseline);
  const baseline = scenario.options.some(({ id }) => id === chosen) ? chosen : (scenario.options[0]?.id ?? null);
  const comparison = useMemo(() => compareFilled({ scenario, bill, baseline, by }), [scenario, bill, baseline, by]);
  const row = useFocusAfterRemoval(scenario.options.length);
  const bills = new Map(bill.options.map((option) => [option.id, option]));
  return (
    <section
      className="cards"
      aria-label={text('options')}
      data-count={Math.min(scenario.options.length, 4)}
      data-totals={open ? 'open' : 'folded'}
    >
      <div ref={row} className="cards-row">
        {scenario.options.map((option, index) => {
          const optionBill = bills.get(option.id);
          return optionBill === undefined ? null : (
            <OptionCard
              key={option.id}
              option={option}
              bill={optionBill}
              index={index}
              inView={option.id === inView}
              isBaseline={option.id === baseline}
              isOnly={scenario.options.length === 1}
              by={by}
              verdict={verdictOf(comparison, option.id)}
            />
          );
        })}
      </div>
      <div className="cards-side">
        <IconButton
          icon={open ? 'fold' : 'unfold'}
          label={text(open ? 'fold' : 'unfold')}
          onClick={() => ui.setState({ totalsOpen: !open })}
        />
        <IconButton icon="plus" label={text('add')} onClick={actions.add} />
      </div>
    </section>
  );
};

/** The button that removed an option went with it: the focus goes to the option that is in view instead, not to nowhere. */
const useFocusAfterRemoval = (count: number): RefObject<HTMLDivElement | null> => {
  const row = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const lost = count < before.current && document.activeElement === document.body;
    if (lost) row.current?.querySelector<HTMLElement>('[data-in-view="true"] .card-name')?.focus();
    before.current = count;
  }, [count]);
  return row;
};
