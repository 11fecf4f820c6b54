/** A sum and what it is made of, each part one step deeper; then what it lacks. */
import { formatAmount } from '../../../shared/numeric/fixed.ts';
import { useActions } from '../../actions/useActions.tsx';
import { formatMoney } from '../../ui/format.ts';
import { localName } from '../../ui/report/names.ts';
import { useTierClockDoubts } from '../../ui/report/tierClocks.ts';
import { lineName, linePlace, type WhyContext } from './context.ts';
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
            {...partWords(part, view.option, context)}
            value={amountText(part.amount)}
            subject={part.subject}
            onOpen={context.open}
          />
        ))}
      </ul>
      {parts.length > MAX_PARTS ? <p className="why-note">{text('more', { count: parts.length - MAX_PARTS })}</p> : null}
      <Result name={text('sum')} value={amountText(view.amount)} warning={incomplete ? text('incomplete') : null} />
      {incomplete ? <Missing view={view} context={context} /> : null}
      <TierClocks view={view} context={context} />
    </div>
  );
};

const partKey = (part: WhyPart, index: number): string => `${part.kind}:${part.month ?? ''}:${index}`;

interface PartWords {
  readonly name: string;
  readonly detail: string | null;
}

/** A charge is all that a usage line has; nodes and packs add to a total in more than one way. */
const partWords = (part: WhyPart, option: string, context: WhyContext): PartWords => {
  const { text, locale } = context;
  if (part.name === null) return { name: part.month ?? '', detail: null };
  const place = part.line === null ? null : linePlace(context, option, part.line);
  const kind = place !== null && part.kind === 'charge' ? null : text(`part.${part.kind}`);
  return { name: localName(part.name, locale), detail: [place, kind].filter((each) => each !== null).join(' · ') };
};

/** A total that rests on a clock that nobody published says both. */
const TierClocks = ({ view, context }: { readonly view: PartsView; readonly context: WhyContext }) => {
  const doubt = useTierClockDoubts().find(({ option }) => option === view.option);
  const { total } = view;
  if (!view.isWhole || doubt === undefined || (total !== 'cash' && total !== 'expense') || doubt.month[total] === doubt.line[total])
    return null;
  const params = { month: formatMoney(doubt.month[total]), line: formatMoney(doubt.line[total]) };
  return (
    <p className="why-note" data-tier-clock>
      {context.text('tierClockTotals', params)}
    </p>
  );
};

const Missing = ({ view, context }: { readonly view: PartsView; readonly context: WhyContext }) => {
  const actions = useActions();
  const { text } = context;
  return (
    <div className="why-missing">
      <h4>{text('missing')}</h4>
      <ul>
        {view.missing.map(({ sheet, line }) => (
          <li key={line}>
            <span className="why-part-name">
              {lineName(context, view.option, line)}
              <small>{linePlace(context, view.option, line)}</small>
            </span>
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
