/** One pack: what it cost, what it held, who used it, what is left or lost. */
import type { PackExplanation } from '../../../shared/billing/explanation.ts';
import { formatFen } from '../../../shared/numeric/fixed.ts';
import { addDays } from '../../../shared/time/calendar.ts';
import { balanceText, quantityText } from '../../ui/balance.ts';
import { formatMoney, groupDigits } from '../../ui/format.ts';
import { lineName, linePlace, type WhyContext } from './context.ts';
import { Formulas } from './Formulas.tsx';
import { LongList } from './LongList.tsx';
import { PriceStep } from './PriceStep.tsx';
import { Step, Steps } from './Steps.tsx';
import { Timeline } from './Timeline.tsx';
import { amountText } from './words.ts';

interface Props {
  readonly pack: PackExplanation;
  readonly context: WhyContext;
}

export const PackView = ({ pack, context, users = true }: Props & { readonly users?: boolean }) => {
  const { text } = context;
  const price = pack.price.price.kind === 'flat' ? groupDigits(pack.price.price.price) : '';
  const end = pack.expiry === null ? text('validAlways') : text('period', { start: pack.start, end: addDays(pack.expiry, -1) });
  return (
    <div data-why="pack" data-value={formatFen(pack.purchase)}>
      <Steps>
        <PriceStep price={pack.price} context={context} />
        <Formulas formulas={pack.formulas} context={context} />
        <Step name={text('purchase')} value={formatMoney(pack.purchase)}>
          <p>{text('timesPacks', { price, count: groupDigits(pack.count) })}</p>
          <p>{pack.purchaseMonth === null ? text('notInCash') : text('paidIn', { month: pack.purchaseMonth })}</p>
        </Step>
        <Step name={text('class')} value={text(`class.${pack.packClass}`)}>
          {end}
        </Step>
        <Balances pack={pack} context={context} />
      </Steps>
      <Timeline pack={pack} context={context} />
      {users ? <Users pack={pack} context={context} /> : null}
    </div>
  );
};

const Balances = ({ pack, context }: Props) => {
  const { text, locale, index } = context;
  const sku = index.findSku(pack.price.sku);
  const reset = sku?.kind === 'pack' ? sku.reset : 'none';
  const show = balanceText(pack, locale);
  return (
    <>
      <Step name={text('held')} value={show(pack.held)}>
        {pack.count === '1' ? undefined : text('heldDetail', { count: groupDigits(pack.count) })}
      </Step>
      <Step name={text('used')} value={show(pack.used)}>
        {reset === 'month' ? text('resetMonth') : reset === 'level' ? text('resetLevel') : undefined}
      </Step>
      <Step name={text('forfeited')} value={show(pack.forfeited)}>
        {pack.forfeited === 0n ? undefined : text('forfeitedDetail', { cost: formatMoney(pack.forfeitedCost) })}
      </Step>
      <Step name={text('remaining')} value={show(pack.remaining)} />
    </>
  );
};

const Users = ({ pack, context }: Props) => {
  const { text, locale } = context;
  const total = pack.users.reduce((sum, { amount }) => sum + amount, 0n);
  if (pack.users.length === 0) return <p className="why-note">{text('neverUsed')}</p>;
  return (
    <>
      <h4>{text('users')}</h4>
      <LongList
        items={pack.users}
        show={({ line, month, quantity }) => ({
          key: `${line}:${month}`,
          name: lineName(context, pack.option, line),
          detail: [
            linePlace(context, pack.option, line),
            month,
            pack.denomination === 'money' ? null : quantityText(quantity, pack.unit ?? '', locale),
          ]
            .filter((each) => each !== null)
            .join(' · '),
          subject: { kind: 'draws', option: pack.option, line, month, pack: pack.line },
        })}
        format={amountText}
        context={context}
      />
      <p className="why-result">
        <span>{text('covered')}</span>
        <span className="why-number">{amountText(total)}</span>
      </p>
    </>
  );
};
