/** What one pack paid of one charge, phase by phase, and the two that it lies between. */
import { AMOUNT_PER_FEN, formatAmount } from '../../../shared/numeric/fixed.ts';
import { localName } from '../../../shared/wording/names.ts';
import type { DrawsView } from './asked.ts';
import { lineName, linePlace, type WhyContext } from './context.ts';
import { DrawStep, useTurns } from './DrawStep.tsx';
import { PartButton, Result, Steps } from './Steps.tsx';
import { amountText } from './words.ts';

export const DrawsList = ({ view, context }: { readonly view: DrawsView; readonly context: WhyContext }) => {
  const { text, locale, open } = context;
  const { charge, pack, draws } = view;
  const { option, line, month } = charge;
  const [first] = draws;
  const turns = useTurns(charge, context);
  return (
    <div data-why="draws" data-value={formatAmount(view.amount)}>
      <Steps>
        {draws.map((draw) => (
          <DrawStep key={draw.start} draw={draw} turn={turns.get(draw)} charge={charge} value={amountText(draw.amount)} context={context} />
        ))}
      </Steps>
      <Result name={text('total.covered')} value={amountText(view.amount)} />
      <h4>{text('behind')}</h4>
      <ul className="why-parts">
        <PartButton
          name={lineName(context, option, line)}
          detail={[linePlace(context, option, line), month, text('payable')].filter((each) => each !== null).join(' · ')}
          value={amountText(charge.payable * AMOUNT_PER_FEN)}
          subject={{ kind: 'charge', option, line, month }}
          onOpen={open}
        />
        <PartButton
          name={first === undefined ? pack : localName(first.name, locale)}
          detail={[linePlace(context, option, pack), text('covered')].filter((each) => each !== null).join(' · ')}
          value={amountText(view.ofPack)}
          subject={{ kind: 'lines', option, lines: [pack], total: 'covered', month: null }}
          onOpen={open}
        />
      </ul>
    </div>
  );
};
