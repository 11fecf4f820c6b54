/** Names of the file that the price book does not have: the user says once what each means. */
import { takesKind } from '../../../shared/importing/fields.ts';
import type { ImportPreview } from '../../../shared/importing/preview.ts';
import { indexPriceBook } from '../../../shared/pricebook/find.ts';
import { inLocale } from '../../sheets/skuTexts.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import { IMPORT_TEXTS } from './texts.ts';

interface Props {
  readonly preview: ImportPreview;
  readonly onChoose: (item: string, sku: string) => void;
}

export const UnknownItems = ({ preview, onChoose }: Props) => {
  const text = useTexts(IMPORT_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const priceBook = useDocument((document) => document.priceBook);
  const { unknown, mapping } = preview;
  if (unknown.length === 0) return null;
  const { target } = mapping;
  const { findSku } = indexPriceBook(priceBook);
  const all = priceBook.skus.filter(({ kind }) => takesKind(target, kind)).map(({ sku }) => sku);
  const nameOf = (sku: string): string => {
    const found = findSku(sku);
    return found === undefined ? sku : `${inLocale(found.name, locale)} · ${sku}`;
  };
  return (
    <section className="import-unknown">
      <h3>{text('unknown')}</h3>
      <p>{text('unknownHint')}</p>
      {unknown.map(({ item, rows, suggestions }) => (
        <label key={item} className="import-unknown-item">
          <span>{text('unknownRows', { item, rows })}</span>
          <select className="import-select" value="" onChange={(event) => onChoose(item, event.target.value)}>
            <option value="">{text('choose')}</option>
            {[...new Set([...suggestions, ...all])].map((sku) => (
              <option key={sku} value={sku}>
                {nameOf(sku)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </section>
  );
};
