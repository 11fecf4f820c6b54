import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RowChanges, rowChanges, sameRows } from '../../../src/renderer/grid/rowChanges.ts';
import type { GridRow } from '../../../src/renderer/grid/types.ts';

const row = (id: string): GridRow => ({ id });
const rows = (ids: string): readonly GridRow[] => [...ids].map(row);

/** What the grid does with a transaction: remove, then put each run at its index. */
const applyChanges = (before: readonly GridRow[], { removed, inserted }: RowChanges<GridRow>): string => {
  const gone = new Set(removed.map(({ id }) => id));
  const after = before.filter(({ id }) => !gone.has(id));
  for (const run of inserted) after.splice(run.index, 0, ...run.rows);
  return after.map(({ id }) => id).join('');
};

describe('rowChanges', () => {
  test.each([
    ['abc', 'abcd'],
    ['abc', 'xabyzc'],
    ['abcde', 'bd'],
    ['abcd', 'ebd'],
    ['', 'ab'],
    ['ab', ''],
  ])('%s -> %s', (before, after) => {
    const changes = rowChanges(rows(before), rows(after));
    expect(changes === null ? null : applyChanges(rows(before), changes)).toBe(after);
  });
  test('rows that changed places need a whole new list', () => {
    expect(rowChanges(rows('abc'), rows('acb'))).toBeNull();
  });
  test('leads from any list to any other, or says that it cannot', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh')).map((ids) => ids.join(''));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = rowChanges(rows(before), rows(after));
        const stayed = [...before].filter((id) => after.includes(id)).join('');
        const kept = [...after].filter((id) => before.includes(id)).join('');
        if (stayed !== kept) expect(changes).toBeNull();
        else expect(changes === null ? null : applyChanges(rows(before), changes)).toBe(after);
      }),
    );
  });
});

test('sameRows looks at ids and places only', () => {
  expect(sameRows(rows('abc'), rows('abc'))).toBe(true);
  expect(sameRows(rows('abc'), rows('acb'))).toBe(false);
  expect(sameRows(rows('abc'), rows('ab'))).toBe(false);
});
