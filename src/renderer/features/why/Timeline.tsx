/**
 * A pack's balance month by month: the next month opens where one closed, or full where the pack starts anew; and the day on which it runs
 * out, of its life or of each month.
 */
import type { PackMonth } from '../../../shared/billing/bill.ts';
import type { PackExplanation } from '../../../shared/billing/explanation.ts';
import { balanceFormat } from '../../../shared/billing/result.ts';
import { formatQuantity } from '../../../shared/numeric/fixed.ts';
import { addDays } from '../../../shared/time/calendar.ts';
import { balanceText } from '../../ui/balance.ts';
import { formatAmountShort, groupDigits } from '../../ui/format.ts';
import type { WhyContext } from './context.ts';

interface Props {
  readonly pack: PackExplanation;
  readonly context: WhyContext;
}
type Column = 'opening' | 'used' | 'lost' | 'closing';

/** No more than the panel has room for: what a column would say over and over is left out. */
const columnsOf = (months: readonly PackMonth[]): readonly Column[] => {
  if (months.every((month) => lostOf(month) === 0n)) return ['opening', 'used', 'closing'];
  return months.some(({ forfeited }) => forfeited > 0n) ? ['used', 'lost', 'closing'] : ['opening', 'used', 'lost'];
};

const lostOf = ({ lapsed, forfeited }: PackMonth): bigint => lapsed + forfeited;

export const Timeline = ({ pack, context }: Props) => {
  const { text, locale } = context;
  const { months, runsOut } = pack.timeline;
  if (months.length === 0) return null;
  const columns = columnsOf(months);
  const emptied = months.filter((month) => month.runsOut !== null).length;
  return (
    <>
      <h4>{text('timeline')}</h4>
      <table className="why-timeline" data-why-timeline>
        <thead>
          <tr>
            <th scope="col">{text('timelineMonth')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {text(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">
                {month.month}
                {runsOut === null && month.runsOut !== null ? (
                  <small data-runs-out={month.runsOut}>{text('monthRunsOut', { day: month.runsOut.slice('2026-'.length) })}</small>
                ) : null}
              </th>
              {columns.map((column) => (
                <Balance key={column} pack={pack} context={context} column={column} month={month} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {runsOut === null ? null : <p className="why-note">{text('runsOut', { date: runsOut })}</p>}
      {runsOut === null && emptied > 0 ? <p className="why-note">{text('runsOutMonthly', { count: emptied, of: months.length })}</p> : null}
      {pack.forfeited > 0n && pack.expiry !== null ? (
        <p className="why-note">
          {text('forfeitedAfter', { amount: balanceText(pack, locale)(pack.forfeited), date: addDays(pack.expiry, -1) })}
        </p>
      ) : null}
    </>
  );
};

/** Short, so that a row stays a row; the exact balance on hover, and as its data. */
const Balance = ({ pack, context, column, month }: Props & { readonly column: Column; readonly month: PackMonth }) => {
  const value = column === 'lost' ? lostOf(month) : month[column];
  return (
    <td
      className={column === 'lost' && value > 0n ? 'why-lost' : undefined}
      title={balanceText(pack, context.locale)(value)}
      data-value={balanceFormat(pack.denomination)(value)}
    >
      {pack.denomination === 'money' ? formatAmountShort(value) : groupDigits(formatQuantity(value))}
    </td>
  );
};
