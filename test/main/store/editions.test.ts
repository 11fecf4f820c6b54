import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/main/db/driver.ts';
import { hashPriceBook } from '../../../src/shared/pricebook/hash.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { freshStore, must, openStore } from '../support/tempStore.ts';

const seed = readPriceBook('seed');

describe('price-book editions', () => {
  it('come back as they were, with their content hash', () => {
    const { store, folder } = freshStore();
    const again = openStore(folder);
    expect(must(again.getEdition('seed'))).toEqual(seed);
    again.close();
    expect(store.listEditions()[0]).toEqual({
      edition: 'seed',
      title: seed.title,
      effectiveFrom: '2019-11-15',
      hash: hashPriceBook(seed),
      skuCount: 36,
    });
  });

  it('are kept once, however often they are added', () => {
    const { store } = freshStore();
    expect(must(store.addEdition(seed))).toEqual({ edition: 'seed', hash: hashPriceBook(seed) });
    expect(store.listEditions()).toHaveLength(2);
  });

  it('of the same name and other contents get a name of their own, always the same', () => {
    const { store } = freshStore();
    const other = { ...seed, taxIncluded: !seed.taxIncluded };
    const third = { ...seed, skus: [] };
    expect(must(store.addEdition(other)).edition).toBe('seed-2');
    expect(must(store.addEdition(third)).edition).toBe('seed-3');
    expect(must(store.addEdition(other)).edition).toBe('seed-2');
    const kept = must(store.getEdition('seed-2'));
    expect(kept).toEqual({ ...other, edition: 'seed-2', title: { zh: `${seed.title.zh} (2)`, en: `${seed.title.en} (2)` } });
    // what was exported under the new name is known again too
    expect(must(store.addEdition(kept))).toEqual({ edition: 'seed-2', hash: hashPriceBook(kept) });
  });

  it('with a name too long for the window get a shorter one', () => {
    const { store } = freshStore();
    const { edition } = must(store.addEdition({ ...seed, edition: 'x'.repeat(200) }));
    expect(edition).toBe(`${'x'.repeat(62)}-2`);
  });

  it('can be neither changed nor deleted, by any SQL', () => {
    const { folder } = freshStore();
    const db = connect(join(folder, 'costbook.db'), 1000);
    expect(() => db.exec("UPDATE editions SET content = '{}'")).toThrow('never changes');
    expect(() => db.exec('DELETE FROM editions')).toThrow('never deleted');
    db.close();
  });
});
