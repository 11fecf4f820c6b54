/** What one pack paid of a charge in one phase: why it was its turn, its balance before and after, and what it gave to all lines together. */
import { useMemo } from 'react';
import { type DrawTurn, explainTurns } from '../../../shared/billing/explain/turns.ts';
import type { ChargeExplanation } from '../../../shared/billing/explanation.ts';
import { formatQuantity } from '../../../shared/numeric/fixed.ts';
import { addDays } from '../../../shared/time/calendar.ts';
import { localName } from '../../../shared/wording/names.ts';
import { unitName } from '../../../shared/wording/units.ts';
import { useDocument } from '../../ui/appContext.tsx';
import { formatExact, groupDigits } from '../../ui/format.ts';
import type { WhyContext } from './context.ts';
import { Step } from './Steps.tsx';
import { turnText } from './turnText.ts';

type Draw = ChargeExplanation['draws'][number];
interface Props {
  readonly draw: Draw;
  /** undefined: nothing is known of it */
  readonly turn: DrawTurn | undefined;
  readonly charge: ChargeExplanation;
  /** its amount as it stands in the column: added or taken away */
  readonly value: string;
  readonly context: WhyContext;
}

/** Of each draw of the charge. */
export const useTurns = (charge: ChargeExplanation, { scenario }: WhyContext): ReadonlyMap<Draw, DrawTurn> => {
  const bill = useDocument((document) => document.bill);
  const priceBook = useDocument((document) => document.priceBook);
  return useMemo(() => {
    const turns = explainTurns({ scenario, priceBook }, bill, charge);
    return new Map(charge.draws.flatMap((draw, at) => (turns[at] === undefined ? [] : [[draw, turns[at]]])));
  }, [scenario, priceBook, bill, charge]);
};

export const DrawStep = ({ draw, turn, charge, value, context }: Props) => {
  const { text, locale } = context;
  const money = draw.denomination === 'money';
  const unit = unitName(charge.price.unit, locale);
  const balance = (value: bigint): string => (money ? formatExact(value) : groupDigits(formatQuantity(value)));
  const withUnit = (value: bigint): string => `${balance(value)}${money ? '' : ` ${unit}`}`;
  const own = money ? draw.amount : draw.quantity;
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
      {turn === undefined ? null : <p data-turn={turn.after?.by ?? 'first'}>{turnText(draw, turn, context)}</p>}
      <p>
        {text('period', { start: draw.start, end: addDays(draw.end, -1) })}
        {money ? null : ` · ${text('covers', { quantity: groupDigits(formatQuantity(draw.quantity)), unit })}`}
      </p>
      <p>{text('balance', { before: balance(draw.balanceBefore), after: withUnit(draw.balanceAfter) })}</p>
      {turn === undefined || turn.given === own ? null : (
        <p data-given={balance(turn.given)}>
          {text(draw.balanceAfter === 0n ? 'givenShared' : 'givenAll', { given: withUnit(turn.given), own: withUnit(own) })}
        </p>
      )}
    </Step>
  );
};
