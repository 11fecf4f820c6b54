/** The evaluator against a second, naive reading of the same random formulas; and against texts that nobody means. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Outcome } from '../../../src/shared/formula/ast.ts';
import { evaluate } from '../../../src/shared/formula/evaluate.ts';
import { parseFormula } from '../../../src/shared/formula/parse.ts';
import { type Ratio, reduceRatio } from '../../../src/shared/numeric/ratio.ts';
import { anyTree, NAMES, type Pair, textOf, valueOfTree } from './formulaText.ts';

const evaluateText = (text: string, named: Readonly<Record<string, Pair>>): Outcome<Ratio> => {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const find = (name: string): Outcome<Ratio> | undefined => {
    const pair = Object.hasOwn(named, name) ? named[name] : undefined;
    return pair && { ok: true, value: reduceRatio(...pair) };
  };
  return evaluate(parsed.value, { find, nearest: () => null, month: null });
};

it('a formula has the value that a second, naive reading of the same tree gives', () => {
  const named: Readonly<Record<string, Pair>> = { a: [7n, 2n], b_2: [-3n, 1n], 每日图片: [1200n, 1n] };
  let values = 0;
  fc.assert(
    fc.property(anyTree, (tree) => {
      const result = evaluateText(`=${textOf(tree)}`, named);
      const expected = valueOfTree(tree, named);
      if (!result.ok && result.error.code === 'FORMULA_TOO_LARGE') return;
      if (expected === null) {
        expect(result).toMatchObject({ ok: false, error: { code: 'FORMULA_DIVISION_BY_ZERO' } });
        return;
      }
      values += 1;
      expect(result).toEqual({ ok: true, value: reduceRatio(...expected) });
    }),
    { numRuns: 2000 },
  );
  expect(values).toBeGreaterThan(500);
});

it('whatever the text is, there is a value or a coded error inside it: nothing throws and nothing hangs', () => {
  const words = [
    '1',
    '9',
    '.',
    '^',
    '*',
    '/',
    '(',
    ')',
    '%',
    ',',
    '<',
    '=',
    '-',
    'IF(',
    'ROUND(',
    'SUM(',
    'MONTH(',
    ...NAMES,
    '😀',
    '\ud800',
  ];
  const pieces = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((found) => found.join(''));
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
      const result = evaluateText(`=${text}`, { a: [99999n, 1n], b_2: [1n, 1000000n] });
      if (!result.ok) expect(result.error.from).toBeLessThanOrEqual(result.error.to);
    }),
    { numRuns: 3000 },
  );
});
