import { expect, test } from 'vitest';
import type { CellView } from '../../../src/renderer/grid/types.ts';
import { ViewCache } from '../../../src/renderer/grid/viewCache.ts';

test('names the cells on screen that look different, and reads the others once', () => {
  const cells = new Map<string, CellView>([
    ['r1/a', { text: '1', tone: 'typed' }],
    ['r1/b', { text: '10', tone: 'computed', title: () => 'ten' }],
    ['r2/a', { text: '2', tone: 'typed' }],
  ]);
  let reads = 0;
  const cache = new ViewCache((row, column) => {
    reads += 1;
    return cells.get(`${row}/${column}`) ?? { text: '', tone: 'typed' };
  });
  for (const [row, column] of [
    ['r1', 'a'],
    ['r1', 'b'],
    ['r2', 'a'],
    ['r1', 'a'],
  ] as const)
    cache.get(row, column);
  expect(reads).toBe(3);

  cells.set('r1/b', { text: '20', tone: 'computed' });
  cells.set('r2/a', { text: '2', tone: 'bad' });
  expect(cache.update(['r1', 'r2'])).toEqual([
    { row: 'r1', columns: ['b'] },
    { row: 'r2', columns: ['a'] },
  ]);
  expect(cache.get('r1', 'b').text).toBe('20');
});

test('a row that left the screen is read anew when it comes back', () => {
  let text = 'old';
  const cache = new ViewCache(() => ({ text, tone: 'typed' }));
  cache.get('r1', 'a');
  cache.update([]);
  text = 'new';
  expect(cache.get('r1', 'a').text).toBe('new');
});
