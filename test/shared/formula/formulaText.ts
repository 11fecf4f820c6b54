/** Random formulas as text, and a second reading of their value that shares no code with the evaluator: fractions as plain pairs. */
import fc from 'fast-check';

export type Tree =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'percent' | 'minus'; readonly inner: Tree }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'power'; readonly base: Tree; readonly exponent: number }
  | { readonly kind: 'call'; readonly name: 'MIN' | 'MAX' | 'SUM'; readonly inner: readonly Tree[] }
  | {
      readonly kind: 'if';
      readonly comparison: '<' | '<=' | '=' | '<>' | '>' | '>=';
      readonly left: Tree;
      readonly right: Tree;
      readonly yes: Tree;
      readonly no: Tree;
    };

export const NAMES = ['a', 'b_2', '每日图片'];

export const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => {
  const inner = tie('tree');
  return {
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(
        fc.constantFrom('0', '1', '2.5', '0.04', '30', '1000').map((text): Tree => ({ kind: 'number', text })),
        fc.constantFrom(...NAMES).map((name): Tree => ({ kind: 'name', name })),
      ),
      fc.record({ kind: fc.constantFrom('percent', 'minus'), inner }) as fc.Arbitrary<Tree>,
      fc.record({
        kind: fc.constant('binary'),
        operator: fc.constantFrom('+', '-', '*', '/'),
        left: inner,
        right: inner,
      }) as fc.Arbitrary<Tree>,
      fc.record({ kind: fc.constant('power'), base: inner, exponent: fc.integer({ min: -2, max: 3 }) }) as fc.Arbitrary<Tree>,
      fc.record({
        kind: fc.constant('call'),
        name: fc.constantFrom('MIN', 'MAX', 'SUM'),
        inner: fc.array(inner, { minLength: 1, maxLength: 3 }),
      }) as fc.Arbitrary<Tree>,
      fc.record({
        kind: fc.constant('if'),
        comparison: fc.constantFrom('<', '<=', '=', '<>', '>', '>='),
        left: inner,
        right: inner,
        yes: inner,
        no: inner,
      }) as fc.Arbitrary<Tree>,
    ),
  };
}).tree;

/** With brackets around everything, so that its meaning does not hang on the order of operators. */
export const textOf = (tree: Tree): string => {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'name':
      return tree.name;
    case 'percent':
      return `(${textOf(tree.inner)})%`;
    case 'minus':
      return `(-${textOf(tree.inner)})`;
    case 'binary':
      return `(${textOf(tree.left)} ${tree.operator} ${textOf(tree.right)})`;
    case 'power':
      return `((${textOf(tree.base)})^(${tree.exponent}))`;
    case 'call':
      return `${tree.name}(${tree.inner.map(textOf).join(', ')})`;
    case 'if':
      return `IF(${textOf(tree.left)}${tree.comparison}${textOf(tree.right)}, ${textOf(tree.yes)}, ${textOf(tree.no)})`;
  }
};

/** Numerator and denominator, never reduced; null: division by zero. */
export type Pair = readonly [bigint, bigint];

export const valueOfTree = (tree: Tree, named: Readonly<Record<string, Pair>>): Pair | null => {
  const read = (inner: Tree): Pair | null => valueOfTree(inner, named);
  switch (tree.kind) {
    case 'number': {
      const [whole = '', fraction = ''] = tree.text.split('.');
      return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
    }
    case 'name':
      return named[tree.name] ?? null;
    case 'percent':
      return both(read(tree.inner), [100n, 1n], ([a, b], [c]) => [a, b * c]);
    case 'minus':
      return both(read(tree.inner), [1n, 1n], ([a, b]) => [-a, b]);
    case 'binary':
      return both(read(tree.left), read(tree.right), (left, right) => combine(tree.operator, left, right));
    case 'power': {
      const base = read(tree.base);
      if (base === null || (base[0] === 0n && tree.exponent < 0)) return null;
      const times = BigInt(Math.abs(tree.exponent));
      return tree.exponent < 0 ? [base[1] ** times, base[0] ** times] : [base[0] ** times, base[1] ** times];
    }
    case 'call':
      return tree.inner.map(read).reduce((a, b) =>
        both(a, b, (left, right) => {
          if (tree.name === 'SUM') return combine('+', left, right);
          return order(left, right) <= 0 === (tree.name === 'MIN') ? left : right;
        }),
      );
    case 'if': {
      const [left, right] = [read(tree.left), read(tree.right)];
      if (left === null || right === null) return null;
      return read(decide(tree.comparison, order(left, right)) ? tree.yes : tree.no);
    }
  }
};

const both = (a: Pair | null, b: Pair | null, join: (a: Pair, b: Pair) => Pair | null): Pair | null =>
  a === null || b === null ? null : join(a, b);

const combine = (operator: '+' | '-' | '*' | '/', [a, b]: Pair, [c, d]: Pair): Pair | null => {
  if (operator === '+') return [a * d + c * b, b * d];
  if (operator === '-') return [a * d - c * b, b * d];
  if (operator === '*') return [a * c, b * d];
  return c === 0n ? null : [a * d, b * c];
};

const order = (left: Pair, right: Pair): number => {
  const [difference, over] = combine('-', left, right) ?? [0n, 1n];
  const sign = difference * over;
  return sign < 0n ? -1 : sign > 0n ? 1 : 0;
};

const decide = (comparison: string, sign: number): boolean =>
  (sign < 0 && ['<', '<=', '<>'].includes(comparison)) ||
  (sign === 0 && ['<=', '=', '>='].includes(comparison)) ||
  (sign > 0 && ['>', '>=', '<>'].includes(comparison));
