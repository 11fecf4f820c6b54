/** What would be otherwise with the other tier clock, where nobody published which one holds: a total, or one charge with its option. */
import { useMemo } from 'react';
import type { TotalKey } from '../../../shared/billing/bill.ts';
import type { ChargeExplanation } from '../../../shared/billing/explanation.ts';
import { chargeByClocks } from '../../../shared/compare/tierClocks.ts';
import { useDocument } from '../../ui/appContext.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useTierClockDoubts } from '../../ui/report/tierClocks.ts';
import { WhyLink } from '../../ui/report/WhyLink.tsx';
import type { WhyContext } from './context.ts';
import { amountText } from './words.ts';

/** Of an option's total over the whole horizon. */
export const TotalClocks = (props: { readonly option: string; readonly total: TotalKey; readonly context: WhyContext }) => {
  const { option, total, context } = props;
  const doubt = useTierClockDoubts().find((each) => each.option === option);
  if (doubt === undefined || (total !== 'cash' && total !== 'expense') || doubt.month[total] === doubt.line[total]) return null;
  const params = { month: formatMoney(doubt.month[total]), line: formatMoney(doubt.line[total]) };
  return (
    <p className="why-note" data-tier-clock>
      {context.text('tierClockTotals', params)}
    </p>
  );
};

/** Its list cost by both clocks, and what that makes of the option. */
export const ChargeClocks = ({ charge, context }: { readonly charge: ChargeExplanation; readonly context: WhyContext }) => {
  const { option, line, month } = charge;
  const { text, scenario, open } = context;
  const priceBook = useDocument((document) => document.priceBook);
  const costs = useMemo(() => chargeByClocks(scenario, priceBook, { option, line, month }), [scenario, priceBook, option, line, month]);
  const doubt = useTierClockDoubts().find((each) => each.option === option);
  if (costs === null) return null;
  return (
    <div className="why-note" data-tier-clock>
      <p>{text('tierClockCharge', { month: amountText(costs.month), line: amountText(costs.line) })}</p>
      {doubt === undefined ? null : (
        <p>
          <WhyLink subject={{ kind: 'total', option, total: 'cash', month: null }} onOpen={open}>
            {text('tierClockOption', { option, month: formatMoney(doubt.month.cash), line: formatMoney(doubt.line.cash) })}
          </WhyLink>
        </p>
      )}
    </div>
  );
};
