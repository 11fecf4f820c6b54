/** Beside the big number: what it would be with the other tier clock, where the source does not settle it. */
import type { CompareBy } from '../../../shared/compare/compareOptions.ts';
import { formatFen } from '../../../shared/numeric/fixed.ts';
import { useActions } from '../../actions/useActions.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useTierClockDoubts } from '../../ui/report/tierClocks.ts';
import { useTexts } from '../../ui/texts.ts';
import { OPTION_TEXTS } from './texts.ts';

export const TierClockNote = ({ option, by }: { readonly option: string; readonly by: CompareBy }) => {
  const text = useTexts(OPTION_TEXTS);
  const { view } = useActions();
  const doubt = useTierClockDoubts().find((each) => each.option === option);
  if (doubt === undefined || doubt.month[by] === doubt.line[by]) return null;
  const params = { month: formatMoney(doubt.month[by]), line: formatMoney(doubt.line[by]) };
  return (
    <button
      type="button"
      className="verdict verdict-link"
      data-tier-clock={option}
      data-month={formatFen(doubt.month[by])}
      data-line={formatFen(doubt.line[by])}
      title={text('tierClockHint')}
      onClick={() => view.explain({ kind: 'total', option, total: by, month: null })}
    >
      {text('tierClock', params)}
    </button>
  );
};
