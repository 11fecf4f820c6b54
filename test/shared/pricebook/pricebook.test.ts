import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexPriceBook } from '../../../src/shared/pricebook/find.ts';
import { hashPriceBook } from '../../../src/shared/pricebook/hash.ts';
import { unitPriceReader } from '../../../src/shared/pricebook/limits.ts';
import { parsePriceBook } from '../../../src/shared/pricebook/parse.ts';
import { sha256 } from '../../../src/shared/pricebook/sha256.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const seedText = readFileSync(new URL('../../../resources/pricebook/seed.json', import.meta.url), 'utf8');

/** The seed edition with one thing changed; positions: 0 node, 8 usage, 18 pack. */
const parseChanged = (path: string, value: unknown) => {
  const data: unknown = JSON.parse(seedText);
  const keys = path.split('.');
  let target: unknown = data;
  for (const key of keys.slice(0, -1)) target = typeof target === 'object' && target !== null ? Reflect.get(target, key) : null;
  if (typeof target !== 'object' || target === null) throw new Error(`no ${path}`);
  if (value === undefined) Reflect.deleteProperty(target, keys.at(-1) ?? '');
  else Reflect.set(target, keys.at(-1) ?? '', value);
  return parsePriceBook(data);
};
const tiers = (...bounds: readonly (readonly [string | null, string])[]) => ({
  tiers: bounds.map(([upTo, price]) => ({ upTo, price })),
  tierClock: 'month',
});

describe('parsePriceBook', () => {
  it.each(['seed', '2021-01-21'] as const)('reads the built-in edition %s unchanged', (edition) => {
    const text = readFileSync(new URL(`../../../resources/pricebook/${edition}.json`, import.meta.url), 'utf8');
    expect(readPriceBook(edition)).toEqual(JSON.parse(text));
  });

  it.each([
    ['colour', 1, 'KEY_UNKNOWN', 'colour'],
    ['skus.0.prize', '1', 'KEY_UNKNOWN', 'skus[0].prize'],
    ['skus.0.name.fr', 'x', 'KEY_UNKNOWN', 'skus[0].name.fr'],
    ['skus.9.price', { ...tiers([null, '1']), clock: 'line' }, 'KEY_UNKNOWN', 'skus[9].price.clock'],
    ['skus.18.validity', { weeks: 2 }, 'KEY_UNKNOWN', 'skus[18].validity.weeks'],
    ['skus.18.scope.sku', 'x', 'KEY_UNKNOWN', 'skus[18].scope.sku'],
    ['format', 'costbook.pricebook/2', 'FORMAT_UNKNOWN', 'format'],
    ['skus.0.price', 2403, 'VALUE_INVALID', 'skus[0].price'],
    ['skus.0.price', '1e3', 'VALUE_INVALID', 'skus[0].price'],
    ['skus.0.price', '-1', 'VALUE_INVALID', 'skus[0].price'],
    ['skus.0.price', '1000000000.01', 'VALUE_INVALID', 'skus[0].price'],
    ['skus.0.price', '0.12345678901', 'VALUE_INVALID', 'skus[0].price'],
    ['skus.0.kind', 'service', 'VALUE_INVALID', 'skus[0].kind'],
    ['skus.0.unit', undefined, 'VALUE_INVALID', 'skus[0].unit'],
    ['skus.0.provider', 'nobody', 'VALUE_INVALID', 'skus[0].provider'],
    ['skus.1.sku', 'ti-ems.node.24c48g', 'ID_DUPLICATE', 'skus[1].sku'],
    ['providers.1.id', 'ti-ems', 'ID_DUPLICATE', 'providers[1].id'],
    ['providers.0.rounding', 'up', 'VALUE_INVALID', 'providers[0].rounding'],
    ['providers.0.burnClasses', ['free', 'free'], 'VALUE_INVALID', 'providers[0].burnClasses'],
    ['skus.9.per', 20, 'VALUE_INVALID', 'skus[9].per'],
    ['skus.9.price', tiers(['360', '1'], ['96', '2'], [null, '3']), 'VALUE_INVALID', 'skus[9].price.tiers'],
    ['skus.9.price', tiers([null, '1'], ['96', '2']), 'VALUE_INVALID', 'skus[9].price.tiers'],
    ['skus.9.price', tiers(['96', '2']), 'VALUE_INVALID', 'skus[9].price.tiers'],
    ['skus.9.price', tiers(['96', 'x'], [null, '3']), 'VALUE_INVALID', 'skus[9].price.tiers[0].price'],
    ['skus.18.amount', '0', 'VALUE_INVALID', 'skus[18].amount'],
    ['skus.18.validity', { months: 0 }, 'VALUE_INVALID', 'skus[18].validity.months'],
    ['effectiveFrom', '2019-02-30', 'VALUE_INVALID', 'effectiveFrom'],
    ['currency', 'USD', 'VALUE_INVALID', 'currency'],
    ['skus', {}, 'VALUE_INVALID', 'skus'],
  ])('%s = %j is %s at %s', (path, value, code, place) => {
    const parsed = parseChanged(path, value);
    expect(parsed.ok ? null : [parsed.error.code, parsed.error.place]).toEqual([code, place]);
  });

  it('holds a price per block to 10 decimals of one unit', () => {
    // 0.0000001 / 10,000 has 11 decimals
    expect(parseChanged('skus.16.price', '0.0000001').ok).toBe(false);
    expect(parseChanged('skus.16.price', '0.000001').ok).toBe(true);
    expect(unitPriceReader(10_000).read('0.01')).toBe(10_000n);
  });

  it('refuses whatever is no price book, and never throws', () => {
    expect([null, 7, 'x', [], {}].map((data) => parsePriceBook(data).ok)).toEqual([false, false, false, false, false]);
    fc.assert(fc.property(fc.jsonValue(), (data) => !parsePriceBook({ format: 'costbook.pricebook/1', skus: data, providers: data }).ok));
  });
});

it('finds SKUs and providers by id', () => {
  const index = indexPriceBook(readPriceBook('seed'));
  expect(index.findSku('artlab.tool.shared')?.provider).toBe('artlab');
  expect(index.findProvider('artlab')?.rounding).toBe('down');
  expect([index.findSku(''), index.findSku('toString'), index.findProvider('__proto__')]).toEqual([undefined, undefined, undefined]);
});

describe('hashPriceBook', () => {
  it('does not depend on the order of keys', () => {
    const book = readPriceBook('seed');
    const reversed = { ...Object.fromEntries(Object.entries(book).reverse()), format: book.format } as typeof book;
    expect(hashPriceBook(reversed)).toBe(hashPriceBook(book));
    expect(hashPriceBook(book)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
  it('depends on every price and on the order of SKUs', () => {
    const book = readPriceBook('seed');
    const [first, ...others] = book.skus;
    if (first?.kind !== 'node') throw new Error('the first SKU is a node');
    const hashes = [book, { ...book, skus: [{ ...first, price: '2403.01' }, ...others] }, { ...book, skus: [...others, first] }].map(
      hashPriceBook,
    );
    expect(new Set(hashes).size).toBe(3);
  });
  it('is SHA-256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});
