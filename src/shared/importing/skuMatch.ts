/**
 * What a file calls an item -> SKU of the price book.
 *
 * Rule: its id, its name in either language, or the size of a machine (`8核32G 1*T4` is 8c32g1t4); anything that fits more than one
 * SKU of the kind fits none. Width, case, spaces, brackets and punctuation do not count.
 */
import type { PriceBook, Sku } from '../pricebook/types.ts';
import { type ImportTarget, takesKind } from './fields.ts';

export interface SkuMatcher {
  /** the SKU's id, or null */
  readonly find: (text: string) => string | null;
  /** SKUs of the kind that share the most with the text, the best first */
  readonly suggest: (text: string) => readonly string[];
}

const MOST_SUGGESTIONS = 5;

/** Whether a name is an item that the target's sheet takes; matchers are made once for each. */
export const itemKnower = (book: PriceBook): ((target: ImportTarget, item: string) => boolean) => {
  const matchers = new Map<ImportTarget, SkuMatcher>();
  const kinds = new Map(book.skus.map(({ sku, kind }) => [sku, kind]));
  return (target, item) => {
    const matcher = matchers.get(target) ?? makeSkuMatcher(book, target);
    matchers.set(target, matcher);
    const sku = matcher.find(item);
    const kind = sku === null ? undefined : kinds.get(sku);
    return kind !== undefined && takesKind(target, kind);
  };
};

export const makeSkuMatcher = (book: PriceBook, target: ImportTarget): SkuMatcher => {
  const skus = book.skus.filter(({ kind }) => takesKind(target, kind));
  const byName = new Map<string, string | null>();
  const put = (name: string, sku: Sku): void => {
    const known = byName.get(name);
    if (name !== '') byName.set(name, known === undefined || known === sku.sku ? sku.sku : null);
  };
  for (const sku of skus) {
    for (const name of new Set(namesOf(sku))) put(name, sku);
  }
  // An id of the book is never in doubt, on whatever sheet it stands: billing says where it belongs.
  const byId = new Map(book.skus.map((sku) => [squeeze(sku.sku), sku.sku]));
  const words = new Map(skus.map((sku) => [sku.sku, pairsOf(squeeze(`${sku.name.zh}${sku.name.en}${sku.sku}`))]));
  // A file names the same few items again and again.
  const known = new Map<string, string | null>();
  const find = (text: string): string | null => {
    const plain = squeeze(text);
    return byId.get(plain) ?? byName.get(plain) ?? byName.get(sizeOf(text) ?? '') ?? null;
  };
  return {
    find: (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const found = find(text);
      known.set(text, found);
      return found;
    },
    suggest: (text) => suggest(words, pairsOf(squeeze(text))),
  };
};

const namesOf = (sku: Sku): readonly string[] => [
  squeeze(sku.name.zh),
  squeeze(sku.name.en),
  squeeze(withoutBrackets(sku.name.zh)),
  squeeze(withoutBrackets(sku.name.en)),
  sku.kind === 'pack' ? '' : (sizeOf(sku.name.en) ?? ''),
];

const withoutBrackets = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .split(',')[0] ?? '';

const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** '8核 32GB, 1*NVIDIA T4' -> '8c32g1t4'; null where no machine's size is in it. */
const sizeOf = (text: string): string | null => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/nvidia|tesla|显卡|gpu|内存|卡/g, ' ');
  const size = /(\d+)\s*(?:核|c|vcpus?|cores?)\W*(\d+)\s*(?:gb?|gib)(?:\W*(\d+)?\s*[*x×]?\s*([tp]4|v100|a10|a100))?/.exec(plain);
  if (size === null) return null;
  const [, cores, memory, cards, card] = size;
  return `${cores}c${memory}g${card === undefined ? '' : `${cards ?? '1'}${card}`}`;
};

/** Neighbouring characters: enough to see likeness in Chinese and in English. */
const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

const suggest = (words: ReadonlyMap<string, ReadonlySet<string>>, wanted: ReadonlySet<string>): readonly string[] =>
  [...words]
    .map(([sku, pairs]) => ({ sku, shared: [...wanted].filter((pair) => pairs.has(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ sku }) => sku);
