/** A quarter of the usage lines in one column: what its months come to. Computed; unfold it to type. */
import type { UsageLineBill } from '../../../shared/billing/bill.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { formatQuantity, type Quantity } from '../../../shared/numeric/fixed.ts';
import type { Month } from '../../../shared/scenario/types.ts';
import { EMPTY, shortQuantity, totalMoney } from '../../sheets/cells.ts';
import type { SheetColumn } from '../../sheets/types.ts';
import { translate } from '../../ui/texts.ts';
import { USAGE_TEXTS } from './texts.ts';

interface Input {
  readonly quarter: string;
  /** those inside the horizon */
  readonly months: readonly Month[];
  readonly locale: Locale;
}

export const quarterColumn = ({ quarter, months, locale }: Input): SheetColumn<'usage'> => {
  const t = translate(USAGE_TEXTS, locale);
  return {
    id: `q:${quarter}`,
    header: quarter,
    unit: t('quarterUnit', { count: months.length }),
    headerTitle: t('quarterTitle', { quarter }),
    width: 112,
    align: 'right',
    editor: 'none',
    groupStart: true,
    view: ({ id }, { bill }) => {
      const billed = bill.lines.get(id);
      const quantity = billed?.kind === 'usage' ? quantityOf(billed, months) : null;
      if (quantity === null) return EMPTY;
      return { text: shortQuantity(quantity), tone: 'computed', value: () => formatQuantity(quantity) };
    },
    total: ({ bill }) => totalMoney(bill.months.reduce((sum, totals) => (months.includes(totals.month) ? sum + totals.payable : sum), 0n)),
    subject: ({ id }, { option }) => ({ kind: 'quantity', option: option.id, line: id, months }),
  };
};

/** null where no month has a charge. */
const quantityOf = ({ charges }: UsageLineBill, months: readonly Month[]): Quantity | null => {
  const quantities = months.flatMap((month) => charges.get(month)?.quantity ?? []);
  return quantities.length === 0 ? null : quantities.reduce((sum, quantity) => sum + quantity, 0n);
};
