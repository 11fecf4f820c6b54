/** What a line uses: in one month as its charge says, in several month by month. */
import { formatQuantity } from '../../../shared/numeric/fixed.ts';
import { quantityText } from '../../ui/balance.ts';
import { ChargeView } from './ChargeView.tsx';
import type { WhyContext } from './context.ts';
import type { QuantityView as View } from './counted.ts';
import { LongList } from './LongList.tsx';
import { Result } from './Steps.tsx';

export const QuantityView = ({ view, context }: { readonly view: View; readonly context: WhyContext }) => {
  const { text, locale } = context;
  const [first, ...others] = view.charges;
  if (others.length === 0) return <ChargeView charge={first} context={context} />;
  const { option, line, price } = first;
  return (
    <div data-why="quantity" data-value={formatQuantity(view.quantity)}>
      <LongList
        items={view.charges.map(({ month, quantity }) => ({ month, amount: quantity.quantity }))}
        show={({ month }) => ({ key: month, name: month, detail: null, subject: { kind: 'quantity', option, line, months: [month] } })}
        format={(quantity) => quantityText(quantity, price.unit, locale)}
        context={context}
      />
      <Result name={text('quantity')} value={quantityText(view.quantity, price.unit, locale)} />
    </div>
  );
};
