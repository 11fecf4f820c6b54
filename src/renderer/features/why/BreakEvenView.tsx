/** Where a prepaid node and an hourly price meet: the two unit prices, each with its source, and the division between them. */
import type { BreakEvenExplanation, PricedLine } from '../../../shared/compare/explainBreakEven.ts';
import { useActions } from '../../actions/useActions.tsx';
import { quantityText } from '../../ui/balance.ts';
import { groupDigits } from '../../ui/format.ts';
import { breakEvenQuotient } from './arithmetic.ts';
import { findPlace, lineName, linePlace, type WhyContext } from './context.ts';
import { Formulas } from './Formulas.tsx';
import { PriceStep } from './PriceStep.tsx';
import { Result, Step, Steps } from './Steps.tsx';

interface Props {
  readonly found: BreakEvenExplanation;
  readonly context: WhyContext;
}

export const BreakEvenView = ({ found, context }: Props) => {
  const { text, locale } = context;
  const { node, usage, hours, units, unitsPerHour, withinMonth } = found;
  const quotient = breakEvenQuotient(found);
  return (
    <div data-why="breakEven" data-value={hours}>
      <Side side={node} context={context} />
      <Side side={usage} context={context} />
      <Steps>
        <Step name={text('sameCost')} value={quantityText(units, usage.price.unit, locale)}>
          <p>{quotient ?? text('sameCostTiers')}</p>
          {unitsPerHour === 1n ? null : <p>{text('unitsPerHour', { units: groupDigits(String(unitsPerHour)) })}</p>}
        </Step>
      </Steps>
      <Result name={text('breakEven')} value={text('hoursPerMonth', { hours: groupDigits(hours) })} />
      {withinMonth ? null : <p className="why-note">{text('beyondMonth')}</p>}
      <p className="why-note">{text('breakEvenNote')}</p>
    </div>
  );
};

/** The inputs of a price are on the line of its side. */
const Side = ({ side, context }: { readonly side: PricedLine; readonly context: WhyContext }) => {
  const { view } = useActions();
  const { option, line } = side;
  const place = findPlace(context, option, line);
  const reveal = (field: string | null): void => {
    if (place !== null) view.reveal({ option, sheet: place.sheet, line, field });
  };
  const own = { ...context, place, reveal };
  return (
    <>
      <h4>{`${option} · ${lineName(context, option, line)} · ${linePlace(context, option, line)}`}</h4>
      <Steps>
        <PriceStep price={side.price} context={own} />
        <Formulas formulas={side.formulas} context={own} />
      </Steps>
    </>
  );
};
