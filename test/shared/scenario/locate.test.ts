import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeNodeLine } from '../../../src/shared/scenario/blank.ts';
import { createLineLocator } from '../../../src/shared/scenario/locate.ts';

const lines = Array.from({ length: 12 }, (_, at) => makeNodeLine(`n${at}`));

test('finds each line where it is, in any order of asking, and none that is not there', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 30 }), (asked) => {
      const locate = createLineLocator(lines);
      for (const at of asked) expect(locate(`n${at}`)).toBe(at < lines.length ? at : -1);
    }),
  );
});
