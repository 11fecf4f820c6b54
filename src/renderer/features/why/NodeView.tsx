/** One prepaid purchase: price x count x months, when it is paid, and the months in which it is an expense. */
import type { NodeExplanation } from '../../../shared/billing/explanation.ts';
import { formatFen } from '../../../shared/numeric/fixed.ts';
import { listMonths } from '../../../shared/time/calendar.ts';
import { formatMoney, groupDigits } from '../../ui/format.ts';
import { findOption, lineName, linePlace, type WhyContext } from './context.ts';
import { Formulas } from './Formulas.tsx';
import { Inputs } from './Inputs.tsx';
import { PriceStep } from './PriceStep.tsx';
import { Step, Steps } from './Steps.tsx';

export const NodeView = ({ node, context }: { readonly node: NodeExplanation; readonly context: WhyContext }) => {
  const { text, scenario } = context;
  const recognised = node.expense.reduce((sum, { amount }) => sum + amount, 0n);
  const inHorizon = listMonths(scenario.startMonth, scenario.months).includes(node.purchaseMonth);
  const running = findOption(context, node.option)?.usage.filter(({ onNodes }) => onNodes === node.line) ?? [];
  const price = node.price.price.kind === 'flat' ? groupDigits(node.price.price.price) : '';
  return (
    <div data-why="node" data-value={formatFen(node.purchase)}>
      <Steps>
        <PriceStep price={node.price} context={context} />
        <Formulas formulas={node.formulas} context={context} />
        <Step name={text('purchase')} value={formatMoney(node.purchase)}>
          <p>{text('timesCount', { price, count: groupDigits(node.count), months: groupDigits(node.months) })}</p>
          <p>{text(inHorizon ? 'paidIn' : 'outside', { month: node.purchaseMonth })}</p>
          <Inputs fields={['count', 'months', 'start']} context={context} />
        </Step>
        <Step name={text('recognised')} value={formatMoney(recognised)}>
          <p>{text('recognisedDetail')}</p>
          <ul className="why-months">
            {node.expense.map(({ month, amount }) => (
              <li key={month}>
                <span>{month}</span>
                <span className="why-number">{formatMoney(amount)}</span>
              </li>
            ))}
          </ul>
        </Step>
        {recognised === node.purchase ? null : (
          <Step name={text('notRecognised')} value={formatMoney(node.purchase - recognised)}>
            {text('notRecognisedDetail')}
          </Step>
        )}
        {running.length === 0 ? null : (
          <Step name={text('running')} value={formatMoney(0n)}>
            {running.map(({ id }) => (
              <p key={id}>{`${lineName(context, node.option, id)} · ${linePlace(context, node.option, id)}`}</p>
            ))}
          </Step>
        )}
      </Steps>
    </div>
  );
};
