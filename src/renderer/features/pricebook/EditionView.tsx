/** A price-book edition, read only, in place of the sheets: what is in it, what it costs and where each price comes from. */
import { useEffect, useMemo, useState } from 'react';
import type { PriceBook } from '../../../shared/pricebook/types.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Badge } from '../../ui/controls/Badge.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { errorText } from '../../ui/errorTexts.ts';
import { useTexts } from '../../ui/texts.ts';
import './pricebook.css';
import { RulesBar } from './RulesBar.tsx';
import { SkuTable } from './SkuTable.tsx';
import { factsOf, normalize } from './skuFacts.ts';
import { PRICEBOOK_TEXTS } from './texts.ts';
import { usePriceBook } from './usePriceBook.ts';

export const EditionView = ({ edition }: { readonly edition: string }) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const { view } = useActions();
  const loaded = usePriceBook(edition);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it wherever the focus is inside; the button does the same
    <div
      className="edition"
      data-edition-view={edition}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement && event.target.value !== '')) view.showEdition(null);
      }}
    >
      {loaded.state === 'ready' ? <EditionContent key={edition} book={loaded.book} /> : null}
      {loaded.state === 'loading' ? <p className="edition-state">{text('loading')}</p> : null}
      {loaded.state === 'failed' ? (
        <div className="edition-state">
          <p>{errorText(loaded.error, locale)}</p>
          <Button onClick={() => view.showEdition(null)}>{text('back')}</Button>
        </div>
      ) : null}
    </div>
  );
};

const EditionContent = ({ book }: { readonly book: PriceBook }) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const wanted = useUi((ui) => ui.priceInView);
  const [query, setQuery] = useState('');
  useEffect(() => {
    // What is looked for must not be hidden by an older search.
    if (wanted !== null) setQuery('');
  }, [wanted]);
  const facts = useMemo(() => book.skus.map((sku) => factsOf(sku, locale)), [book, locale]);
  const words = normalize(query).split(/\s+/).filter(Boolean);
  const found = facts.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
  const title = locale === 'en' ? book.title.en : book.title.zh;
  return (
    <>
      <EditionHead book={book} title={title} query={query} onQuery={setQuery} found={found.length} />
      <RulesBar book={book} />
      {found.length === 0 ? (
        <div className="edition-state">
          <p>{text('noMatch', { query })}</p>
          <Button onClick={() => setQuery('')}>{text('showAll')}</Button>
        </div>
      ) : (
        <SkuTable facts={found} label={text('table', { title })} />
      )}
    </>
  );
};

interface HeadProps {
  readonly book: PriceBook;
  readonly title: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found: number;
}

const EditionHead = ({ book, title, query, onQuery, found }: HeadProps) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  const { view } = useActions();
  const inUse = useDocument((document) => document.scenario.priceBook === book.edition);
  const params = { date: book.effectiveFrom, count: book.skus.length };
  return (
    <header className="edition-head">
      <Button onClick={() => view.showEdition(null)}>{text('back')}</Button>
      <div className="edition-title">
        <h2>
          {title} {inUse ? <Badge tone="accent">{text('inUse')}</Badge> : null}
        </h2>
        <p>{text(book.taxIncluded ? 'summary' : 'summaryNet', params)}</p>
      </div>
      <input
        type="search"
        className="text-input edition-search"
        placeholder={text('search')}
        aria-label={text('search')}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      <span className="visually-hidden" role="status">
        {query === '' ? '' : text('found', { count: found })}
      </span>
    </header>
  );
};
