/** A unit price and where it comes from: a document with its date, or the user. */

import type { PriceFact } from '../../../shared/billing/explanation.ts';
import { formatQuantity } from '../../../shared/numeric/fixed.ts';
import { localName } from '../../../shared/wording/names.ts';
import { sourceNote } from '../../../shared/wording/sourceNotes.ts';
import { pricedUnit, unitName } from '../../../shared/wording/units.ts';
import { groupDigits } from '../../ui/format.ts';
import { perSuffix, tierAmount } from './arithmetic.ts';
import type { WhyContext } from './context.ts';
import { Inputs } from './Inputs.tsx';
import { Step } from './Steps.tsx';
import { amountText } from './words.ts';

export const PriceStep = ({ price, context }: { readonly price: PriceFact; readonly context: WhyContext }) => {
  const { text } = context;
  return (
    <Step name={text('price')} value={priceText(price, context)}>
      {price.price.kind === 'graduated' ? <Tiers price={price.price} context={context} /> : null}
      <PriceSource price={price} context={context} />
    </Step>
  );
};

const priceText = ({ price, unit }: PriceFact, { text, locale }: WhyContext): string => {
  if (price.kind === 'graduated') return text('tiers');
  const params = {
    price: groupDigits(price.price),
    per: groupDigits(String(price.per)),
    unit: price.per === 1 ? pricedUnit(unit, locale) : unitName(unit, locale),
  };
  if (unit === 'pack') return text('perPack', params);
  return text(price.per === 1 ? 'perUnit' : 'perUnits', params);
};

const PriceSource = ({ price, context }: { readonly price: PriceFact; readonly context: WhyContext }) => {
  const { text, locale, index, showPrice } = context;
  const { source, edition, sku } = price;
  if (price.origin === 'user') {
    return (
      <>
        <p className="why-own" data-source="user">
          {text('own')}
        </p>
        <Inputs fields={['price']} context={context} />
      </>
    );
  }
  return (
    <>
      <p className="why-source" data-source="book">
        {text('published', { document: source.document, date: source.date })}
      </p>
      <p>
        {text('edition', { edition: index.book.edition === edition ? localName(index.book.title, locale) : edition })}
        {source.assumed === true ? <em className="why-assumed">{text('assumed')}</em> : null}
      </p>
      {source.note === undefined ? null : <p>{sourceNote(source.note, locale)}</p>}
      <button type="button" className="report-link why-go" data-published={sku} onClick={() => showPrice(edition, sku)}>
        {text('inPriceBook')}
      </button>
    </>
  );
};

type Graduated = PriceFact['price'] & { readonly kind: 'graduated' };

const Tiers = ({ price, context: { text } }: { readonly price: Graduated; readonly context: WhyContext }) => (
  <>
    <ul className="why-tiers">
      {price.tiers.map((tier) => (
        <li key={tier.upTo ?? 'last'}>
          <span>{tier.upTo === null ? text('lastTier') : text('tier', { upTo: groupDigits(tier.upTo) })}</span>
          <span className="why-number">
            {groupDigits(formatQuantity(tier.quantity))} × {groupDigits(tier.price)}
            {perSuffix(price.per)} = {amountText(tierAmount(tier.quantity, tier.price, price.per))}
          </span>
        </li>
      ))}
    </ul>
    <p>{text(price.tierClock === 'month' ? 'clockMonth' : 'clockLine')}</p>
  </>
);
