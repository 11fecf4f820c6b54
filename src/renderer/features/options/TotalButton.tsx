/** One total of an option: shown with two decimals, exact on hover, explained on click. */
import type { OptionTotals } from '../../../shared/billing/bill.ts';
import { useActions } from '../../actions/useActions.tsx';
import { fenMoney, fullText, type Money, type MonthKey, plainText, shortText, totalMoney } from '../../ui/report/amounts.ts';
import { useTexts } from '../../ui/texts.ts';
import { OPTION_TEXTS } from './texts.ts';

export type CardTotal = MonthKey | 'prepaidBalance';

interface Props {
  readonly option: string;
  readonly total: CardTotal;
  readonly totals: OptionTotals;
  readonly big?: boolean;
}

export const TotalButton = ({ option, total, totals, big = false }: Props) => {
  const text = useTexts(OPTION_TEXTS);
  const { view } = useActions();
  const money: Money = total === 'prepaidBalance' ? fenMoney(totals.prepaidBalance) : totalMoney(totals, total);
  const label = text(`total.${total}`);
  return (
    <button
      type="button"
      className={big ? 'total total-big' : 'total'}
      data-total={total}
      data-value={plainText(money)}
      data-tone={total === 'forfeitedCost' && money.amount > 0n ? 'warn' : undefined}
      title={text('explain', { label, value: fullText(money), meaning: text(`${total}Meaning`) })}
      onClick={() => view.explain({ kind: 'total', option, total, month: null })}
    >
      <span className="total-label">{big ? `${label} ¥` : label}</span>
      <b>{shortText(money)}</b>
    </button>
  );
};
