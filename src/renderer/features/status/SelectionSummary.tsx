/** Sum, average, count, lowest and highest of several selected cells, exact. */
import type { SelectionSummary as Summary } from '../../state/ui.ts';
import { useUi } from '../../ui/appContext.tsx';
import { groupDigits } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import { STATUS_TEXTS } from './texts.ts';

const NUMBERS = ['sum', 'average', 'min', 'max'] as const satisfies readonly (keyof Summary)[];

export const SelectionSummary = () => {
  const text = useTexts(STATUS_TEXTS);
  const selection = useUi((ui) => (ui.edition === null && ui.sheet in ui.ranges ? ui.selection : null));
  if (selection === null) return null;
  return (
    <output className="status-selection" data-selection aria-label={text('selection')}>
      {NUMBERS.map((key) => {
        const value = selection[key];
        return value === null ? null : (
          <span key={key}>
            {text(key)} <b data-aggregate={key}>{groupDigits(value)}</b>
          </span>
        );
      })}
      <span>
        {text('count')} <b data-aggregate="count">{groupDigits(String(selection.count))}</b>
      </span>
    </output>
  );
};
