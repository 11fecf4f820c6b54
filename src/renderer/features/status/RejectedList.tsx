/** The list of cells that a paste, a fill or a replacement put a wrong text into: which cell, what text, why; a click or Enter goes there. */
import { fieldName, SHEET_TEXTS } from '../../../shared/wording/fieldTexts.ts';
import { formulaSentence } from '../../../shared/wording/formulaSentences.ts';
import { useActions } from '../../actions/useActions.tsx';
import { listRejected, type Rejected, type RejectedCell } from '../../state/rejected.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Popover } from '../../ui/controls/Popover.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useIssueTexts } from '../../ui/useIssueTexts.ts';
import { STATUS_TEXTS } from './texts.ts';

interface Props {
  readonly rejected: Rejected;
}
/** Nobody reads ten thousand; the next ones come up as the first are mended. */
const MOST_SHOWN = 200;

export const RejectedList = ({ rejected }: Props) => {
  const text = useTexts(STATUS_TEXTS);
  return (
    <Popover
      label={text('rejectedTitle')}
      trigger={text('rejectedList')}
      triggerName={text('rejectedList')}
      triggerClass="button button-quiet"
      align="end"
      side="above"
      onOpen={(panel) => panel.querySelector<HTMLElement>('.problem')?.focus()}
    >
      {(close) => <Cells rejected={rejected} onGo={close} />}
    </Popover>
  );
};

/** Made while it is open. */
const Cells = ({ rejected, onGo }: Props & { readonly onGo: () => void }) => {
  const text = useTexts(STATUS_TEXTS);
  const sheetName = useTexts(SHEET_TEXTS);
  const issueText = useIssueTexts();
  const locale = useUi((ui) => ui.locale);
  const { view } = useActions();
  const scenario = useDocument((document) => document.scenario);
  const bill = useDocument((document) => document.bill);
  const { shown, count } = listRejected(rejected, { scenario, bill }, MOST_SHOWN);
  const { option, sheet } = rejected;
  const sentenceOf = (reason: RejectedCell['reason'], typed: string): string =>
    reason.kind === 'line' ? issueText(reason.issue, reason.sku) : formulaSentence(reason.error, typed, locale);
  return (
    <div className="problems" data-rejected={count}>
      <h2>{text('rejectedTitle')}</h2>
      {count === 0 ? <p>{text('rejectedNone')}</p> : null}
      <ul>
        {shown.map(({ line, field, row, text: typed, reason }) => (
          <li key={`${line} ${field}`}>
            <button
              type="button"
              className="problem rejected"
              data-severity="error"
              onClick={() => {
                onGo();
                if (sheet === 'drivers') view.showDriver(line);
                else view.reveal({ option, sheet, line, field });
              }}
            >
              <span>
                <Reason typed={typed === '' ? text('rejectedEmpty') : typed} sentence={sentenceOf(reason, typed)} />
                <small>
                  {text('place', { sheet: sheetName(sheet), row })} · {fieldName(field, locale)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {count > shown.length ? <p>{text('more', { count: count - shown.length })}</p> : null}
    </div>
  );
};

/** What was typed, and why it was refused; most sentences say both. */
const Reason = ({ typed, sentence }: { readonly typed: string; readonly sentence: string }) =>
  sentence.includes(typed) ? (
    sentence
  ) : (
    <>
      <b>{typed}</b> {sentence}
    </>
  );
