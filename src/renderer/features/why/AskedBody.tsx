/** One line, asked for by a total or a month: what that number is made of, and below it the explanation of the line itself. */
import { formatAmount } from '../../../shared/numeric/fixed.ts';
import { localName } from '../../../shared/wording/names.ts';
import type { AskedPart, AskedView } from './asked.ts';
import { ChargeView, ListCostView } from './ChargeView.tsx';
import { lineName, linePlace, type WhyContext } from './context.ts';
import { type ListItem, LongList } from './LongList.tsx';
import { NodeView } from './NodeView.tsx';
import { PackView } from './PackView.tsx';
import { Result } from './Steps.tsx';
import { amountText, signedText } from './words.ts';

interface Props {
  readonly view: AskedView;
  readonly context: WhyContext;
}

export const AskedBody = ({ view, context }: Props) => {
  const { text } = context;
  const { parts, amount, total, of } = view;
  if (of.kind === 'charge' && total === 'usageListCost') return <ListCostView charge={of} context={context} />;
  const format = parts.some((part) => part.amount < 0n) ? signedText : amountText;
  return (
    <>
      <div data-why-asked={total} data-value={formatAmount(amount)}>
        {parts.length === 0 ? <p className="why-note">{text('nothingOfIt')}</p> : null}
        <LongList
          items={parts}
          show={(part, index) => ({ key: `${part.kind}:${index}`, ...wordsOf(part, view, context), subject: part.subject })}
          format={format}
          context={context}
        />
        <Result name={text(`total.${total}`)} value={amountText(amount)} />
      </div>
      <h4>{text('behind')}</h4>
      <Line view={view} context={context} />
    </>
  );
};

const wordsOf = (part: AskedPart, { option }: AskedView, context: WhyContext): Pick<ListItem, 'name' | 'detail'> => {
  const { text, locale } = context;
  const { kind, month, line, product } = part;
  switch (kind) {
    case 'month':
      return { name: month ?? '', detail: null };
    case 'recognised':
      return { name: text('part.recognised', { month: month ?? '' }), detail: product };
    case 'purchase':
      return { name: text('purchase'), detail: month };
    case 'forfeiture':
      return { name: text('part.forfeiture'), detail: product };
    case 'draws':
      return { name: part.name === null ? (line ?? '') : localName(part.name, locale), detail: place(line, option, context) };
    case 'charge':
      return {
        name: lineName(context, option, line ?? ''),
        detail: [place(line, option, context), month].filter((each) => each !== null).join(' · '),
      };
  }
};

const place = (line: string | null, option: string, context: WhyContext): string | null =>
  line === null ? null : linePlace(context, option, line);

const Line = ({ view, context }: Props) => {
  const { of, total } = view;
  switch (of.kind) {
    case 'charge':
      return <ChargeView charge={of} context={context} />;
    case 'node':
      return <NodeView node={of} context={context} />;
    case 'pack':
      // What the pack paid is listed above already.
      return <PackView pack={of} context={context} users={total !== 'covered'} />;
  }
};
