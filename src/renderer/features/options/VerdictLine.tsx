/** Beside the big number: how much this option saves, or what it lacks. */
import type { OptionBill } from '../../../shared/billing/bill.ts';
import { findMissingLines } from '../../../shared/compare/missing.ts';
import type { OptionVerdict } from '../../../shared/compare/optionVerdict.ts';
import type { Option } from '../../../shared/scenario/types.ts';
import { optionSentence } from '../../../shared/wording/verdictTexts.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { WhyLink } from '../../ui/report/WhyLink.tsx';
import { type Translate, useTexts } from '../../ui/texts.ts';
import { OPTION_TEXTS, type OptionTextKey } from './texts.ts';

interface Props {
  readonly option: Option;
  readonly bill: OptionBill;
  readonly verdict: OptionVerdict;
}

export const VerdictLine = ({ option, bill, verdict }: Props) => {
  const text = useTexts(OPTION_TEXTS);
  const { view } = useActions();
  const by = useUi((ui) => ui.compareBy);
  const isPlan = useDocument(({ scenario }) => scenario.options.length === 1);
  if (!bill.complete) return <MissingLink option={option} bill={bill} />;
  if (verdict.kind === 'empty' && isPlan) return <EmptyPlan />;
  const sentence = optionSentence(verdict, text);
  return sentence === null ? null : (
    <p
      className="verdict"
      data-verdict={verdict.kind}
      data-tone={verdict.kind === 'lowest' || verdict.kind === 'less' ? 'good' : undefined}
    >
      {'amount' in verdict ? (
        <WhyLink subject={{ kind: 'difference', option: option.id, baseline: verdict.over, total: by, month: null }} onOpen={view.explain}>
          {sentence}
        </WhyLink>
      ) : (
        sentence
      )}
    </p>
  );
};

/** A new scenario says what to do. */
const EmptyPlan = () => {
  const text = useTexts(OPTION_TEXTS);
  const { scenarios } = useActions();
  return (
    <p className="verdict" data-verdict="empty">
      {text('emptyPlan')}
      <Button kind="quiet" onClick={() => scenarios.create('sample')}>
        {text('fromSample')}
      </Button>
    </p>
  );
};

/** "incomplete: 2 lines have no price"; one click goes to the first of them. */
const MissingLink = ({ option, bill }: Pick<Props, 'option' | 'bill'>) => {
  const text = useTexts(OPTION_TEXTS);
  const { view } = useActions();
  const missing = findMissingLines(bill);
  const prices = missing.filter((line) => line.price).length;
  const parts = [...counted(prices, 'noPrice', text), ...counted(missing.length - prices, 'wrong', text)];
  const what = parts.length === 2 ? text('and', { a: parts[0] ?? '', b: parts[1] ?? '' }) : (parts[0] ?? '');
  const [first] = missing;
  const issue = first === undefined ? undefined : bill.issuesOf(first.line).find(({ severity }) => severity === 'error');
  const show = (): void => {
    if (first !== undefined) view.reveal({ option: option.id, sheet: first.sheet, line: first.line, field: issue?.field ?? null });
  };
  return (
    <button
      type="button"
      className="verdict verdict-link"
      data-verdict="incomplete"
      data-tone="bad"
      title={text('showMissing')}
      onClick={show}
    >
      {text('incomplete', { what })}
    </button>
  );
};

const counted = (count: number, key: 'noPrice' | 'wrong', text: Translate<OptionTextKey>): readonly string[] =>
  count === 0 ? [] : [text(key, { count })];
