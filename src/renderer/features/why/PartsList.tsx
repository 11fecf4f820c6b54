/** A sum and what it is made of, each part one step deeper; then what it lacks. */
import { formatAmount } from '../../../shared/numeric/fixed.ts';
import { localName } from '../../../shared/wording/names.ts';
import { useActions } from '../../actions/useActions.tsx';
import { lineName, linePlace, type WhyContext } from './context.ts';
import { LongList } from './LongList.tsx';
import type { PartsView, WhyPart } from './parts.ts';
import { Result } from './Steps.tsx';
import { TotalClocks } from './TierClocks.tsx';
import { amountText, signedText } from './words.ts';

export const PartsList = ({ view, context }: { readonly view: PartsView; readonly context: WhyContext }) => {
  const { text } = context;
  const { parts, missing } = view;
  const incomplete = missing.length > 0;
  const format = view.baseline === null ? amountText : signedText;
  return (
    <div data-why="parts" data-value={formatAmount(view.amount)}>
      {parts.length === 0 ? <p className="why-note">{text('nothing')}</p> : null}
      <LongList
        items={parts}
        show={(part, index) => ({ key: partKey(part, index), ...partWords(part, view, context), subject: part.subject })}
        format={format}
        context={context}
      />
      <Result name={text('sum')} value={format(view.amount)} warning={incomplete ? text('incomplete') : null} />
      {incomplete ? <Missing view={view} context={context} /> : null}
      {view.isWhole ? <TotalClocks option={view.option} total={view.total} context={context} /> : null}
    </div>
  );
};

const partKey = (part: WhyPart, index: number): string => `${part.kind}:${part.month ?? ''}:${index}`;

interface PartWords {
  readonly name: string;
  readonly detail: string | null;
}

/** A charge is all that a usage line has; nodes and packs add to a total in more than one way. */
const partWords = (part: WhyPart, { baseline }: PartsView, context: WhyContext): PartWords => {
  const { text, locale } = context;
  if (part.name === null) return { name: part.month ?? '', detail: null };
  const place = part.line === null ? null : linePlace(context, part.option, part.line);
  const kind = place !== null && part.kind === 'charge' ? null : text(`part.${part.kind}`);
  return {
    name: localName(part.name, locale),
    detail: [baseline === null ? null : part.option, place, kind].filter((each) => each !== null).join(' · '),
  };
};

const Missing = ({ view, context }: { readonly view: PartsView; readonly context: WhyContext }) => {
  const actions = useActions();
  const { text } = context;
  return (
    <div className="why-missing">
      <h4>{text('missing')}</h4>
      <ul>
        {view.missing.map(({ option, sheet, line }) => (
          <li key={`${option}:${line}`}>
            <span className="why-part-name">
              {lineName(context, option, line)}
              <small>{linePlace(context, option, line)}</small>
            </span>
            <button type="button" className="report-link" onClick={() => actions.view.reveal({ option, sheet, line, field: null })}>
              {text('goThere')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
