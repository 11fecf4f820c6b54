import { describe, expect, it } from 'vitest';
import { defineTexts, translate } from '../../../src/shared/wording/texts.ts';

const TEXTS = defineTexts({ rows: '{count} 行，{name}' }, { rows: '{count} {count|row is|rows are} in {name}' });

describe('a text with placeholders', () => {
  it.each([
    [0, '0 rows are in A'],
    [1, '1 row is in A'],
    ['1', '1 row is in A'],
    [2, '2 rows are in A'],
    [12_345, '12,345 rows are in A'],
    ['1000000000000000001', '1,000,000,000,000,000,001 rows are in A'],
  ])('of %s says “%s”', (count, text) => {
    expect(translate(TEXTS, 'en')('rows', { count, name: 'A' })).toBe(text);
  });

  it('is grouped in Chinese too, where one word does for all', () => {
    expect(translate(TEXTS, 'zh-CN')('rows', { count: 12_345, name: 'A' })).toBe('12,345 行，A');
  });

  it('keeps what nobody fills, so that it is seen', () => {
    expect(translate(TEXTS, 'en')('rows', { count: 2 })).toBe('2 rows are in {name}');
  });
});
