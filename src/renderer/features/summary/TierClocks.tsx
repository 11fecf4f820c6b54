/** Both totals of options whose graduated prices restart each month or run on: nobody published which. */
import { useActions } from '../../actions/useActions.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useTierClockDoubts } from '../../ui/report/tierClocks.ts';
import { WhyLink } from '../../ui/report/WhyLink.tsx';
import type { SummaryText } from './texts.ts';

const TOTALS = ['cash', 'expense'] as const;

/** `options`: those that are shown. */
export const TierClocks = ({ options, text }: { readonly options: readonly string[]; readonly text: SummaryText }) => {
  const { view } = useActions();
  const notes = useTierClockDoubts().flatMap(({ option, month, line }) =>
    TOTALS.flatMap((total) => (options.includes(option) && month[total] !== line[total] ? { option, total, month, line } : [])),
  );
  if (notes.length === 0) return null;
  return (
    <div className="report-head summary-clocks">
      <p>{text('tierClock')}</p>
      {notes.map(({ option, total, month, line }) => (
        <p key={`${option}:${total}`} data-tier-clock={`${option}:${total}`}>
          <WhyLink subject={{ kind: 'total', option, total, month: null }} onOpen={view.explain}>
            {text('tierClockTotals', {
              option,
              total: text(`total.${total}`),
              month: formatMoney(month[total]),
              line: formatMoney(line[total]),
            })}
          </WhyLink>
        </p>
      ))}
    </div>
  );
};
