/** A sum and what it is made of, each part one step deeper; then what it lacks. */
import { formatAmount } from '../../../shared/numeric/fixed.ts';
import { useActions } from '../../actions/useActions.tsx';
import { localName } from '../../ui/report/names.ts';
import { lineName, type WhyContext } from './context.ts';
import type { PartsView, WhyPart } from './resolve.ts';
import { amountText, PartButton, Result } from './Steps.tsx';

/** More are not read one by one; the sum holds them all. */
const MAX_PARTS = 300;

export const PartsList = ({ view, context }: { readonly view: PartsView; readonly context: WhyContext }) => {
  const { text } = context;
  const { parts, missing } = view;
  const incomplete = missing.length > 0;
  return (
    <div data-why="parts" data-value={formatAmount(view.amount)}>
      {parts.length === 0 ? <p className="why-note">{text('nothing')}</p> : null}
      <ul className="why-parts">
        {parts.slice(0, MAX_PARTS).map((part, index) => (
          <PartButton
            key={partKey(part, index)}
            {...partWords(part, context)}
            value={amountText(part.amount)}
            subject={part.subject}
            onOpen={context.open}
          />
        ))}
      </ul>
      {parts.length > MAX_PARTS ? <p className="why-note">{text('more', { count: parts.length - MAX_PARTS })}</p> : null}
      <Result name={text('sum')} value={amountText(view.amount)} warning={incomplete ? text('incomplete') : null} />
      {incomplete ? <Missing view={view} context={context} /> : null}
    </div>
  );
};

const partKey = (part: WhyPart, index: number): string => `${part.kind}:${part.month ?? ''}:${index}`;

const partWords = (part: WhyPart, { text, locale }: WhyContext): { readonly name: string; readonly detail: string | null } =>
  part.name === null ? { name: part.month ?? '', detail: null } : { name: localName(part.name, locale), detail: text(`part.${part.kind}`) };

const Missing = ({ view, context }: { readonly view: PartsView; readonly context: WhyContext }) => {
  const actions = useActions();
  const { text } = context;
  return (
    <div className="why-missing">
      <h4>{text('missing')}</h4>
      <ul>
        {view.missing.map(({ sheet, line }) => (
          <li key={line}>
            <span>{lineName(context, view.option, line)}</span>
            <button
              type="button"
              className="report-link"
              onClick={() => actions.view.reveal({ option: view.option, sheet, line, field: null })}
            >
              {text('goThere')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
