import { describe, expect, it } from 'vitest';
import { sourceNote } from '../../../src/shared/wording/sourceNotes.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

describe('a note of a price book', () => {
  it.each(['seed', '2021-01-21'] as const)('of %s has Chinese words, and stays as printed in English', (edition) => {
    const notes = new Set(readPriceBook(edition).skus.flatMap(({ source }) => source.note ?? []));
    expect(notes.size).toBeGreaterThan(5);
    for (const note of notes) {
      expect(sourceNote(note, 'zh-CN'), note).toMatch(/\p{Script=Han}/u);
      expect(sourceNote(note, 'en')).toBe(note);
    }
  });

  it('that a planner wrote stays as written', () => {
    expect(sourceNote('from the mail of 3 March', 'zh-CN')).toBe('from the mail of 3 March');
  });
});
