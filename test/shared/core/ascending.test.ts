import { describe, expect, it } from 'vitest';
import { mergeAscending } from '../../../src/shared/core/ascending.ts';

describe('ascending lists', () => {
  it('merge into one with each position once', () => {
    expect(
      mergeAscending([
        [1, 4, 9],
        [0, 4, 5],
        [9, 10],
      ]),
    ).toEqual([0, 1, 4, 5, 9, 10]);
  });

  it('are nothing where there is none, and one list is itself', () => {
    const list = [2, 3];
    expect(mergeAscending([])).toEqual([]);
    expect(mergeAscending([[], []])).toEqual([]);
    expect(mergeAscending([list])).toBe(list);
  });
});
