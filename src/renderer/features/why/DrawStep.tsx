/** What one pack paid of a charge in one phase: its balance before and after, and the days. */
import type { ChargeExplanation } from '../../../shared/billing/explanation.ts';
import { formatQuantity } from '../../../shared/numeric/fixed.ts';
import { addDays } from '../../../shared/time/calendar.ts';
import { localName } from '../../../shared/wording/names.ts';
import { unitName } from '../../../shared/wording/units.ts';
import { formatExact, groupDigits } from '../../ui/format.ts';
import type { WhyContext } from './context.ts';
import { Step } from './Steps.tsx';

interface Props {
  readonly draw: ChargeExplanation['draws'][number];
  readonly charge: ChargeExplanation;
  /** its amount as it stands in the column: added or taken away */
  readonly value: string;
  readonly context: WhyContext;
}

export const DrawStep = ({ draw, charge, value, context }: Props) => {
  const { text, locale } = context;
  const money = draw.denomination === 'money';
  const unit = unitName(charge.price.unit, locale);
  const balance = (value: bigint): string => (money ? formatExact(value) : groupDigits(formatQuantity(value)));
  const through = draw.expiry === null ? text('validAlways') : text('validThrough', { date: addDays(draw.expiry, -1) });
  return (
    <Step
      name={
        <button
          type="button"
          className="why-link"
          data-pack={draw.pack}
          onClick={() => context.open({ kind: 'pack', option: charge.option, line: draw.pack })}
        >
          {localName(draw.name, locale)}
        </button>
      }
      value={value}
    >
      <p>
        {text(`class.${draw.packClass}`)} · {through}
      </p>
      <p>
        {text('period', { start: draw.start, end: addDays(draw.end, -1) })}
        {money ? null : ` · ${text('covers', { quantity: groupDigits(formatQuantity(draw.quantity)), unit })}`}
      </p>
      <p>{text('balance', { before: balance(draw.balanceBefore), after: `${balance(draw.balanceAfter)}${money ? '' : ` ${unit}`}` })}</p>
    </Step>
  );
};
