/** One usage line in one month: quantity, price, list cost, packs in burn order, rounding. The right column adds up. */
import type { ChargeExplanation, QuantityFact } from '../../../shared/billing/explanation.ts';
import { formatAmount, formatFen, formatQuantity } from '../../../shared/numeric/fixed.ts';
import { quantityText } from '../../ui/balance.ts';
import { formatMoney, groupDigits } from '../../ui/format.ts';
import { areTiersExact, listCostProduct, quantityFactors } from './arithmetic.ts';
import type { WhyContext } from './context.ts';
import { DrawStep, useTurns } from './DrawStep.tsx';
import { Formulas } from './Formulas.tsx';
import { Inputs } from './Inputs.tsx';
import { PriceStep } from './PriceStep.tsx';
import { Result, Step, Steps } from './Steps.tsx';
import { ChargeClocks } from './TierClocks.tsx';
import { amountText, signedText } from './words.ts';

interface Props {
  readonly charge: ChargeExplanation;
  readonly context: WhyContext;
}

export const ChargeView = ({ charge, context }: Props) => {
  const { text } = context;
  const turns = useTurns(charge, context);
  return (
    <div data-why="charge" data-value={formatFen(charge.payable)}>
      <Steps>
        <QuantityStep charge={charge} context={context} />
        <Formulas formulas={charge.formulas} context={context} />
        <PriceStep price={charge.price} context={context} />
        <ListCostStep charge={charge} context={context} />
        {charge.draws.map((draw) => (
          <DrawStep
            key={`${draw.pack}:${draw.start}`}
            draw={draw}
            turn={turns.get(draw)}
            charge={charge}
            value={signedText(-draw.amount)}
            context={context}
          />
        ))}
        {charge.draws.length === 0 ? null : (
          <Step name={text('uncovered')} value={amountText(charge.uncovered)}>
            <p>{text('uncoveredDetail')}</p>
            <p>{text('burnOrder')}</p>
          </Step>
        )}
        <Step name={text(`rounding.${charge.rounding}`)} value={signedText(charge.roundingDifference)}>
          {charge.publishedRounding === null
            ? text('roundingRule')
            : text('roundingOwn', { published: text(`rounding.${charge.publishedRounding}`) })}
        </Step>
      </Steps>
      <Result name={text('payable')} value={formatMoney(charge.payable)} />
      <ChargeClocks charge={charge} context={context} />
    </div>
  );
};

/** As far as the list cost: before any pack pays, and before rounding. */
export const ListCostView = ({ charge, context }: Props) => (
  <div data-why="charge" data-value={formatAmount(charge.listCost)}>
    <Steps>
      <QuantityStep charge={charge} context={context} />
      <Formulas formulas={charge.formulas} context={context} />
      <PriceStep price={charge.price} context={context} />
      <ListCostStep charge={charge} context={context} />
    </Steps>
    <Result name={context.text('listCost')} value={amountText(charge.listCost)} />
    <ChargeClocks charge={charge} context={context} />
  </div>
);

/** The fields that the quantity of a month comes from. */
const inputsOf = (month: string, { overridden, growth, growthMonths }: QuantityFact): readonly string[] => [
  overridden ? `m:${month}` : 'quantity',
  'instances',
  ...(growth !== '0' && growthMonths > 0 && !overridden ? ['growth'] : []),
  'from',
  'to',
];

const QuantityStep = ({ charge, context }: Props) => {
  const { text, locale } = context;
  const fact = charge.quantity;
  const { base, instances } = quantityFactors(fact);
  const days = `${fact.activeDays}/${fact.basisDays}`;
  const partial = fact.activeDays !== fact.basisDays;
  const factors = [
    base + (fact.overridden ? ` (${text('override', { month: charge.month })})` : ''),
    ...(instances === null ? [] : [text('instances', { count: instances })]),
    ...(partial ? [text('days', { days })] : []),
  ];
  const grows = fact.growth !== '0' && fact.growthMonths > 0 && !fact.overridden;
  return (
    <Step name={text('quantity')} value={quantityText(fact.quantity, charge.price.unit, locale)}>
      <p>
        {factors.join(' × ')}
        {partial ? null : ` · ${text('wholeMonth', { days: fact.activeDays })}`}
      </p>
      {grows ? <p>{text('grown', { base: groupDigits(formatQuantity(fact.base)) })}</p> : null}
      {fact.per === 'total' ? <p>{text('spread', { days })}</p> : null}
      {fact.monthBasis === 'days30' && fact.per === 'month' ? <p>{text('days30')}</p> : null}
      {fact.increment === null ? null : <p>{text('increment', { increment: groupDigits(fact.increment) })}</p>}
      <Inputs fields={inputsOf(charge.month, fact)} context={context} />
    </Step>
  );
};

const ListCostStep = ({ charge, context: { text } }: Props) => {
  const product = listCostProduct(charge);
  const { instances } = charge.quantity;
  const sum = instances === '1' ? text('tierOne') : text('tierSum', { instances: groupDigits(instances) });
  const printed = product?.startsWith(groupDigits(formatQuantity(charge.quantity.quantity))) ?? areTiersExact(charge);
  return (
    <Step name={text('listCost')} value={amountText(charge.listCost)}>
      <p>{product ?? sum}</p>
      <p>{text(printed ? 'exact' : 'fractions')}</p>
    </Step>
  );
};
