/** Why this number: the explanation of what was clicked, down to a published price or the user's own input. */
import { type Ref, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChargeExplanation, NodeExplanation, PackExplanation } from '../../../shared/billing/explanation.ts';
import { useActions } from '../../actions/useActions.tsx';
import type { WhySubject } from '../../state/subject.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Icon } from '../../ui/controls/icons.tsx';
import { subjectKey } from '../../ui/report/subject.ts';
import { translate } from '../../ui/texts.ts';
import { AskedBody } from './AskedBody.tsx';
import { BreakEvenView } from './BreakEvenView.tsx';
import { ChargeView } from './ChargeView.tsx';
import { findPlace, titleOf, titleText, type WhyContext, whyContext } from './context.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { DrawsList } from './DrawsList.tsx';
import { Gone } from './Gone.tsx';
import { headlineText } from './headline.ts';
import { LineNotes } from './LineNotes.tsx';
import { NodeView } from './NodeView.tsx';
import { PackView } from './PackView.tsx';
import { PartsList } from './PartsList.tsx';
import { QuantityView } from './QuantityView.tsx';
import { resolveSubject, type WhyView } from './resolve.ts';
import { TEXTS } from './texts.ts';
import { followTrail, type Trail } from './trail.ts';
import './why.css';

export const WhyPanel = () => {
  const { view } = useActions();
  const locale = useUi((state) => state.locale);
  const subject = useUi((state) => state.subject);
  const scenario = useDocument((document) => document.scenario);
  const priceBook = useDocument((document) => document.priceBook);
  const { heading, follow } = useFollowingFocus(subject);
  const context = useMemo(() => {
    const open = (next: WhySubject): void => {
      follow();
      view.explain(next);
    };
    return whyContext({
      text: translate(TEXTS, locale),
      locale,
      scenario,
      priceBook,
      open,
      showPrice: view.showEdition,
      showDriver: view.showDriver,
    });
  }, [locale, scenario, priceBook, view, follow]);
  const trail = useTrail(subject);
  return (
    <section className="why" aria-label={context.text('title')}>
      <h2>{context.text('title')}</h2>
      {subject === null ? (
        <p className="why-empty">{context.text('empty')}</p>
      ) : (
        <Explained subject={subject} before={trail.at(-2) ?? null} heading={heading} context={context} />
      )}
    </section>
  );
};

/** A part that was opened is gone from the list: the focus goes to the heading of what it opened, not to nowhere. */
const useFollowingFocus = (subject: WhySubject | null) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const following = useRef(false);
  const follow = useCallback(() => {
    following.current = true;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each number that is explained
  useLayoutEffect(() => {
    if (following.current) heading.current?.focus();
    following.current = false;
  }, [subject]);
  return { heading, follow };
};

/** Kept beside the store's subject, which others set too: every change of it is one step. */
const useTrail = (subject: WhySubject | null): Trail => {
  const [trail, setTrail] = useState<Trail>([]);
  const next = followTrail(trail, subject);
  if (next !== trail) setTrail(next);
  return next;
};

interface ExplainedProps {
  readonly subject: WhySubject;
  readonly before: WhySubject | null;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly context: WhyContext;
}

const Explained = ({ subject, before, heading, context: panel }: ExplainedProps) => {
  const { view: actions } = useActions();
  const { text, scenario } = panel;
  const bill = useDocument((document) => document.bill);
  const priceBook = useDocument((document) => document.priceBook);
  const view = useMemo(() => resolveSubject({ scenario, priceBook }, bill, subject), [scenario, priceBook, bill, subject]);
  const title = titleOf(panel, subject);
  const amount = view === null ? null : headlineText(view, panel);
  const explained = view === null ? null : explanationOf(view);
  const line = lineOf(subject, view);
  const context = useMemo((): WhyContext => {
    const place = line === null ? null : findPlace(panel, subject.option, line);
    const reveal = (field: string | null): void => {
      if (place !== null) actions.reveal({ option: place.option, sheet: place.sheet, line: place.line.id, field });
    };
    return { ...panel, place, reveal };
  }, [panel, line, subject.option, actions]);
  return (
    <>
      {before === null ? null : (
        <button type="button" className="why-back" title={titleText(titleOf(context, before))} onClick={() => context.open(before)}>
          <Icon name="back" />
          <span>{text('back', { title: titleText(titleOf(context, before)) })}</span>
        </button>
      )}
      <h3 ref={heading} tabIndex={-1}>
        {title.main}
      </h3>
      <p className="why-when">{title.detail}</p>
      {amount === null ? null : <p className="why-amount">{amount}</p>}
      <p className="visually-hidden" role="status">
        {amount === null ? text('gone') : text('announce', { title: titleText(title), amount })}
      </p>
      {context.place === null ? null : (
        <button
          type="button"
          className="report-link why-go"
          onClick={() => context.reveal(explained?.kind === 'charge' ? `m:${explained.month}` : null)}
        >
          {text('goToLine')}
        </button>
      )}
      {view === null ? <Gone subject={subject} context={context} /> : <Body key={subjectKey(subject)} view={view} context={context} />}
      {line === null ? null : <LineNotes option={subject.option} line={line} text={text} />}
    </>
  );
};

const Body = ({ view, context }: { readonly view: WhyView; readonly context: WhyContext }) => {
  switch (view.kind) {
    case 'charge':
      return <ChargeView charge={view} context={context} />;
    case 'node':
      return <NodeView node={view} context={context} />;
    case 'pack':
      return <PackView pack={view} context={context} />;
    case 'asked':
      return <AskedBody view={view} context={context} />;
    case 'draws':
      return <DrawsList view={view} context={context} />;
    case 'quantity':
      return <QuantityView view={view} context={context} />;
    case 'balance':
      return <PackView pack={view.of} context={context} />;
    case 'breakEven':
      return <BreakEvenView found={view} context={context} />;
    case 'parts':
      return <PartsList view={view} context={context} />;
    case 'difference':
      return <DifferenceList view={view} context={context} />;
  }
};

/** The one line that is explained, null where there are several. */
const lineOf = (subject: WhySubject, view: WhyView | null): string | null => {
  const explained = view === null ? null : explanationOf(view);
  if (explained !== null) return explained.line;
  if (subject.kind === 'lines') return subject.lines.length === 1 ? (subject.lines[0] ?? null) : null;
  return 'line' in subject ? subject.line : null;
};

/** Of the line behind the number. */
const explanationOf = (view: WhyView): ChargeExplanation | NodeExplanation | PackExplanation | null => {
  switch (view.kind) {
    case 'charge':
    case 'node':
    case 'pack':
      return view;
    case 'asked':
    case 'balance':
      return view.of;
    case 'quantity':
      return view.charges.length === 1 ? view.charges[0] : null;
    case 'draws':
      return view.charge;
    default:
      return null;
  }
};
