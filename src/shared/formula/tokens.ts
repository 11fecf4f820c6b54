/** The words of a formula. Full-width signs and digits, as a Chinese input method gives them, are the plain ones. */
import type { FormulaError, Span } from './ast.ts';

export interface Token extends Span {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
}
/** Longer formulas are mistakes. */
export const LONGEST_FORMULA = 1_000;

const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)/;
export const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;
const SIGN = /^(?:<>|<=|>=|[-+*/^%=<>(),])/;
const SIGNS: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '≤': '<=', '≥': '>=', '≠': '<>', '、': ',' };

/** The formula behind its `=`, in plain signs; the same length is not kept. */
export const normalizeFormula = (text: string): string =>
  text
    .replace(/^[=＝]/, '')
    .normalize('NFKC')
    .replace(/[×÷−≤≥≠、]/g, (sign) => SIGNS[sign] ?? sign);

/** The words, an `end` last; the error where something is no word. */
export const tokenize = (text: string): readonly Token[] | FormulaError => {
  if (text.length > LONGEST_FORMULA)
    return { code: 'FORMULA_TOO_LARGE', from: 0, to: text.length, params: { max: String(LONGEST_FORMULA) } };
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const token = tokenAt(rest, at);
    if (token === null) return { code: 'FORMULA_SYNTAX', from: at, to: at + 1, params: { found: [...rest][0] ?? '' } };
    tokens.push(token);
    at = token.to;
  }
  return [...tokens, { kind: 'end', text: '', from: text.length, to: text.length }];
};

const tokenAt = (rest: string, from: number): Token | null => {
  for (const [kind, pattern] of PATTERNS) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { kind, text, from, to: from + text.length };
  }
  return null;
};

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', NUMBER],
  ['name', NAME],
  ['sign', SIGN],
];
