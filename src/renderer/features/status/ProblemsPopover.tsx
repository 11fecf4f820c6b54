/** How many problems, or assumptions, there are; the list of them opens above, and each one leads to its cell. */

import { useMemo } from 'react';
import { SHEET_TEXTS } from '../../../shared/wording/fieldTexts.ts';
import { useActions } from '../../actions/useActions.tsx';
import { isAssumption, listProblems, type Problem } from '../../state/problems.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Icon } from '../../ui/controls/icons.tsx';
import { Popover } from '../../ui/controls/Popover.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useIssueTexts } from '../../ui/useIssueTexts.ts';
import { STATUS_TEXTS } from './texts.ts';

interface Props {
  readonly kind: 'problem' | 'assumption';
  readonly count: number;
  readonly hasErrors: boolean;
}

/** A list that nobody reads to its end costs nothing but time. */
const MOST_SHOWN = 200;
const ORDER = { error: 0, warning: 1, info: 2 } as const;

export const ProblemsPopover = ({ kind, count, hasErrors }: Props) => {
  const text = useTexts(STATUS_TEXTS);
  const words = text(`${kind}s`, { count });
  if (count === 0) return <span className="status-none">{text(kind === 'problem' ? 'noProblems' : 'noAssumptions')}</span>;
  const worst = hasErrors ? 'bad' : kind === 'problem' ? 'warn' : 'plain';
  return (
    <Popover
      label={text(`${kind}sTitle`)}
      trigger={
        <>
          <Icon name={kind === 'problem' ? 'error' : 'info'} />
          {words}
        </>
      }
      triggerName={words}
      triggerClass={`status-button status-${worst}`}
      side="above"
      onOpen={(panel) => panel.querySelector<HTMLElement>('.problem')?.focus()}
    >
      {(close) => <ProblemList kind={kind} title={text(`${kind}sTitle`)} onGo={close} />}
    </Popover>
  );
};

interface ListProps {
  readonly kind: Props['kind'];
  readonly title: string;
  readonly onGo: () => void;
}

/** Made while it is open. */
const ProblemList = ({ kind, title, onGo }: ListProps) => {
  const text = useTexts(STATUS_TEXTS);
  const scenario = useDocument((document) => document.scenario);
  const bill = useDocument((document) => document.bill);
  const all = useMemo(() => listProblems(scenario, bill), [scenario, bill]);
  const problems = all.filter((problem) => isAssumption(problem) === (kind === 'assumption'));
  const sorted = problems.toSorted((a, b) => ORDER[a.issue.severity] - ORDER[b.issue.severity]);
  return (
    <div className="problems">
      <h2>{title}</h2>
      <ul>
        {sorted.slice(0, MOST_SHOWN).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same issue twice; the list is never reordered while open
          <ProblemItem key={`${problem.option}/${problem.issue.line}/${problem.issue.code}/${index}`} problem={problem} onGo={onGo} />
        ))}
      </ul>
      {sorted.length > MOST_SHOWN ? <p>{text('more', { count: sorted.length - MOST_SHOWN })}</p> : null}
    </div>
  );
};

const ProblemItem = ({ problem, onGo }: { readonly problem: Problem; readonly onGo: () => void }) => {
  const text = useTexts(STATUS_TEXTS);
  const sheetName = useTexts(SHEET_TEXTS);
  const sentenceOf = useIssueTexts();
  const { view, options } = useActions();
  const inView = useUi((ui) => ui.option) === problem.option;
  const { option, sheet, row, issue } = problem;
  const locale = useUi((ui) => ui.locale);
  const named = useDocument(({ priceBook }) => priceBook.skus.find(({ sku }) => sku === problem.sku)?.name);
  const name = (locale === 'en' ? named?.en : named?.zh) ?? problem.sku;
  const go = (): void => {
    onGo();
    if (sheet === null) options.view(option);
    else view.reveal({ option, sheet, line: issue.line, field: issue.field });
  };
  return (
    <li>
      <button type="button" className="problem" data-severity={issue.severity} data-code={issue.code} onClick={go}>
        <span className="problem-mark" title={text(issue.severity)}>
          <Icon name={issue.severity === 'info' ? 'info' : 'error'} />
          <span className="visually-hidden">{text(issue.severity)}</span>
        </span>
        <span>
          {sentenceOf(issue, problem.sku)}
          <small>
            <b data-same={inView}>{text('ofOption', { option })}</b>
            {sheet === null ? null : ` · ${text('place', { sheet: sheetName(sheet), row })}`}
            {name === '' ? null : ` · ${name}`}
          </small>
        </span>
      </button>
    </li>
  );
};
