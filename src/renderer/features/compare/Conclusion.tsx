/** What the comparison says in words, what it lacks, when it changes, and where prepaid and hourly prices meet. */
import { useMemo, useState } from 'react';
import { type BreakEven, findBreakEvens } from '../../../shared/compare/breakEven.ts';
import { findCrossings } from '../../../shared/compare/crossing.ts';
import type { MissingLine } from '../../../shared/compare/missing.ts';
import { buildVerdict, type Verdict } from '../../../shared/compare/verdict.ts';
import { indexPriceBook } from '../../../shared/pricebook/find.ts';
import { localName } from '../../../shared/wording/names.ts';
import { crossingSentence, missingText, tierClockSentence, verdictSentence } from '../../../shared/wording/verdictTexts.ts';
import { useActions } from '../../actions/useActions.tsx';
import type { WhySubject } from '../../state/subject.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { groupDigits } from '../../ui/format.ts';
import { useTierClockDoubts } from '../../ui/report/tierClocks.ts';
import { WhyLink } from '../../ui/report/WhyLink.tsx';
import type { CompareText } from './texts.ts';

export const Conclusion = ({ text }: { readonly text: CompareText }) => {
  const { view } = useActions();
  const bill = useDocument((document) => document.bill);
  const scenario = useDocument((document) => document.scenario);
  const baseline = useUi((state) => state.baseline);
  const by = useUi((state) => state.compareBy);
  const verdict = buildVerdict({ bill, scenario, baseline, by });
  const goTo = (option: string, missing: readonly MissingLine[]): void => {
    const [first] = missing;
    if (first !== undefined) view.reveal({ option, sheet: first.sheet, line: first.line, field: first.price ? 'price' : null });
  };
  return (
    <section className="compare-card compare-conclusion" aria-label={text('verdict')} data-verdict={verdict.says.kind}>
      <h3>{text('verdict')}</h3>
      <p className="compare-verdict">
        <VerdictWords verdict={verdict} baseline={baseline ?? bill.options[0]?.id ?? ''} text={text} />
      </p>
      {verdict.incomplete.map(({ option, missing }) => (
        <p key={option} className="compare-lacks">
          {text('lacks', { option, missing: missingText(missing, text) })}{' '}
          {missing.length === 0 ? null : (
            <button type="button" className="report-link" onClick={() => goTo(option, missing)}>
              {text('goThere')}
            </button>
          )}
        </p>
      ))}
      {(verdict.says.kind === 'single' ? [] : verdict.empty).map((option) => (
        <p key={option}>{text('empty', { option })}</p>
      ))}
      {findCrossings(bill, baseline, by).map((crossing) => (
        <p key={`${crossing.before}:${crossing.after}`}>
          <WhyLink subject={{ kind: 'cumulative', option: crossing.after, total: by, month: crossing.month }} onOpen={view.explain}>
            {crossingSentence(crossing, by, text)}
          </WhyLink>
        </p>
      ))}
      <TierClocks text={text} />
      <BreakEvens text={text} />
    </section>
  );
};

/** The difference that the sentence names leads to its parts. */
const VerdictWords = (props: { readonly verdict: Verdict; readonly baseline: string; readonly text: CompareText }) => {
  const { verdict, baseline, text } = props;
  const { says } = verdict;
  const { view } = useActions();
  const by = useUi((state) => state.compareBy);
  const words = verdictSentence(verdict, baseline, text);
  if (says.kind !== 'lowest') return words;
  return (
    <WhyLink subject={{ kind: 'difference', option: says.option, baseline: says.over, total: by, month: null }} onOpen={view.explain}>
      {words}
    </WhyLink>
  );
};

const TierClocks = ({ text }: { readonly text: CompareText }) => {
  const { view } = useActions();
  const by = useUi((state) => state.compareBy);
  const differing = useTierClockDoubts().filter(({ month, line }) => month[by] !== line[by]);
  if (differing.length === 0) return null;
  return (
    <>
      <h3>{text('tierClock')}</h3>
      {differing.map((doubt) => (
        <p key={doubt.option} data-tier-clock={doubt.option}>
          <WhyLink subject={{ kind: 'total', option: doubt.option, total: by, month: null }} onOpen={view.explain}>
            {tierClockSentence(doubt, by, text)}
          </WhyLink>
        </p>
      ))}
    </>
  );
};

const FIRST_PAIRS = 2;

const BreakEvens = ({ text }: { readonly text: CompareText }) => {
  const { view } = useActions();
  const scenario = useDocument((document) => document.scenario);
  const priceBook = useDocument((document) => document.priceBook);
  const locale = useUi((state) => state.locale);
  const found = useMemo(() => findBreakEvens(scenario, priceBook), [scenario, priceBook]);
  const [all, setAll] = useState(false);
  if (found.length === 0) return null;
  const index = indexPriceBook(priceBook);
  const name = (sku: string): string => {
    const entry = index.findSku(sku);
    return entry === undefined ? sku : localName(entry.name, locale);
  };
  const sentence = ({ node, usage, withinMonth }: BreakEven): string =>
    text(withinMonth ? 'breakEvenWithin' : 'breakEvenNever', {
      node: `${node.option} ${name(node.sku)}`,
      usage: `${usage.option} ${name(usage.sku)}`,
    });
  return (
    <>
      <h3>{text('breakEven')}</h3>
      <ul className="compare-break-even">
        {found.slice(0, all ? found.length : FIRST_PAIRS).map((each) => (
          <li key={`${each.node.option}:${each.node.line}:${each.usage.option}:${each.usage.line}`}>
            <WhyLink subject={breakEvenSubject(each)} onOpen={view.explain}>
              <b title={groupDigits(each.hours)}>{text('breakEvenHours', { hours: twoDecimals(each.hours) })}</b> {sentence(each)}
            </WhyLink>
          </li>
        ))}
      </ul>
      <p className="compare-note">
        {found.length > FIRST_PAIRS ? (
          <>
            <button type="button" className="report-link" aria-expanded={all} data-more-pairs onClick={() => setAll(!all)}>
              {all ? text('breakEvenFewer') : text('breakEvenMore', { count: found.length - FIRST_PAIRS })}
            </button>
            {' · '}
          </>
        ) : null}
        {text('breakEvenNote')}
      </p>
    </>
  );
};

const breakEvenSubject = ({ node, usage }: BreakEven): WhySubject => ({
  kind: 'breakEven',
  option: node.option,
  node: node.line,
  usageOption: usage.option,
  usage: usage.line,
});

/** Cut, not rounded: the exact hours are in the hover. */
const twoDecimals = (decimal: string): string => groupDigits(decimal.replace(/(\.\d{2})\d+$/, '$1'));
