/** The SKUs by kind; the head stays in sight. */
import { useEffect, useRef } from 'react';
import { useApp, useUi } from '../../ui/appContext.tsx';
import { Badge } from '../../ui/controls/Badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { SkuFacts } from './skuFacts.ts';
import { PRICEBOOK_TEXTS } from './texts.ts';

const KINDS = ['node', 'usage', 'pack'] as const;

export const SkuTable = ({ facts, label }: { readonly facts: readonly SkuFacts[]; readonly label: string }) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="skus" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('item')}</th>
            <th scope="col">{text('spec')}</th>
            <th scope="col" className="sku-number">
              {text('price')} <small>CNY</small>
            </th>
            <th scope="col">{text('unit')}</th>
            <th scope="col">{text('source')}</th>
          </tr>
        </thead>
        {KINDS.map((kind) => (
          <KindRows key={kind} label={text(kind)} facts={facts.filter((sku) => sku.kind === kind)} />
        ))}
      </table>
    </section>
  );
};

const KindRows = ({ label, facts }: { readonly label: string; readonly facts: readonly SkuFacts[] }) =>
  facts.length === 0 ? null : (
    <tbody>
      <tr className="sku-kind">
        <th scope="rowgroup" colSpan={5}>
          {label} <small>{facts.length}</small>
        </th>
      </tr>
      {facts.map((sku) => (
        <SkuRow key={sku.sku} facts={sku} />
      ))}
    </tbody>
  );

const SkuRow = ({ facts }: { readonly facts: SkuFacts }) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  const price = useWantedPrice(facts.sku);
  return (
    <tr data-sku={facts.sku}>
      <th scope="row">
        {facts.name}
        <small className="sku-block">{facts.sku}</small>
      </th>
      <td>
        {facts.spec}
        {facts.onApplication ? <Badge tone="warn">{text('application')}</Badge> : null}
      </td>
      <td ref={price} className="sku-number" tabIndex={-1}>
        {facts.prices.length === 0 ? <Badge tone="warn">{text('notPublished')}</Badge> : null}
        {facts.prices.map(({ price, tier }) => (
          <span key={tier} className="sku-price">
            {tier === '' ? null : <small>{tier}</small>}
            {price}
          </span>
        ))}
      </td>
      <td>{facts.unit}</td>
      <td className="sku-source" title={facts.source}>
        {facts.assumed ? <Badge tone="warn">{text('assumed')}</Badge> : null}
        <span className="sku-document">{facts.source}</span>
        <small className="sku-block">
          {facts.date}
          {facts.note === '' ? null : ` · ${facts.note}`}
        </small>
      </td>
    </tr>
  );
};

/** The price that an explanation led to comes into sight and takes the focus, once. */
const useWantedPrice = (sku: string) => {
  const { ui } = useApp();
  const cell = useRef<HTMLTableCellElement>(null);
  const wanted = useUi(({ priceInView }) => (priceInView?.sku === sku ? priceInView : null));
  useEffect(() => {
    if (wanted === null) return;
    cell.current?.scrollIntoView({ block: 'center' });
    cell.current?.focus({ preventScroll: true });
    ui.setState(({ priceInView }) => (priceInView === wanted ? { priceInView: null } : {}));
  }, [wanted, ui]);
  return cell;
};
