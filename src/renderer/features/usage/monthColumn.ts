/** One month of the usage lines: computed quantities in grey, the user's own in bold; typing overrides, clearing computes again. */
import type { Locale } from '../../../shared/ipc/contract.ts';
import { formatQuantity } from '../../../shared/numeric/fixed.ts';
import type { Month } from '../../../shared/scenario/types.ts';
import { EMPTY_INPUT, shortQuantity, totalMoney } from '../../sheets/cells.ts';
import type { SheetColumn } from '../../sheets/types.ts';
import { formatMoney, groupDigits } from '../../ui/format.ts';
import { translate } from '../../ui/texts.ts';
import { USAGE_TEXTS } from './texts.ts';

export const monthColumn = (month: Month, locale: Locale, first: boolean): SheetColumn<'usage'> => {
  const t = translate(USAGE_TEXTS, locale);
  return {
    id: `m:${month}`,
    header: month,
    headerTitle: t('monthTitle', { month }),
    width: 96,
    align: 'right',
    editor: 'text',
    groupStart: first,
    view: ({ id, monthly }, { bill }) => {
      const billed = bill.lines.get(id);
      const charge = billed?.kind === 'usage' ? billed.charges.get(month) : undefined;
      const quantity = () => (charge === undefined ? '' : groupDigits(formatQuantity(charge.quantity)));
      const typed = monthly[month];
      if (typed !== undefined)
        return {
          text: groupDigits(typed),
          edit: typed,
          tone: 'own',
          title: () => t('override', { typed: groupDigits(typed), quantity: quantity() }),
        };
      if (charge === undefined) return EMPTY_INPUT;
      return {
        text: shortQuantity(charge.quantity),
        edit: '',
        tone: 'computed',
        value: () => formatQuantity(charge.quantity),
        title: () => t('quantity', { quantity: quantity(), payable: formatMoney(charge.payable) }),
      };
    },
    total: ({ bill }) => {
      const payable = bill.months.find((totals) => totals.month === month)?.payable ?? 0n;
      return { ...totalMoney(payable), title: () => t('monthTotal', { month, payable: formatMoney(payable) }) };
    },
    subject: ({ id }, { option }) => ({ kind: 'quantity', option: option.id, line: id, months: [month] }),
    totalSubject: ({ option }) => ({ kind: 'total', option: option.id, total: 'payable', month }),
  };
};
