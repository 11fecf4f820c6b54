/**
 * Text -> tree, by precedence: comparison, then + -, then * /, then ^, then the sign, then %. As in Excel ^ is left-associative and a sign
 * binds closer than it: -2^2 is 4.
 */
import { remember } from '../core/remember.ts';
import type { BinaryOperator, Formula, FormulaError, Outcome } from './ast.ts';
import { normalizeFormula, type Token, tokenize } from './tokens.ts';

const DEEPEST = 64;
const KEPT = 5_000;
/** `text` with or without its `=`. The same tree for the same text. */
export const parseFormula = remember((text): Outcome<Formula> => {
  const tokens = tokenize(normalizeFormula(text));
  if (!isTokens(tokens)) return { ok: false, error: tokens };
  try {
    return { ok: true, value: new Parser(tokens).parse() };
  } catch (thrown) {
    if (thrown instanceof Misfit) return { ok: false, error: thrown.error };
    throw thrown;
  }
}, KEPT);

const isTokens = (tokens: readonly Token[] | FormulaError): tokens is readonly Token[] => Array.isArray(tokens);

class Misfit extends Error {
  readonly error: FormulaError;

  constructor(error: FormulaError) {
    super(error.code);
    this.error = error;
  }
}

const LEVELS: readonly (readonly string[])[] = [['=', '<>', '<', '<=', '>', '>='], ['+', '-'], ['*', '/'], ['^']];

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Formula {
    const formula = this.#level(0);
    if (this.#token.kind !== 'end') throw this.#unexpected();
    return formula;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', from: 0, to: 0 };
  }

  /** Passes over a sign where it stands next. */
  #take(sign: string): boolean {
    const isNext = this.#token.text === sign;
    if (isNext) this.#at += 1;
    return isNext;
  }

  #next(): Token {
    const token = this.#token;
    this.#at += 1;
    return token;
  }

  #unexpected(): Misfit {
    const { text, from, to } = this.#token;
    return new Misfit({ code: 'FORMULA_SYNTAX', from, to, params: { found: text } });
  }

  #level(level: number): Formula {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#signed();
    let left = this.#level(level + 1);
    while (this.#token.kind === 'sign' && operators.includes(this.#token.text)) {
      const operator = this.#next().text as BinaryOperator;
      const right = this.#level(level + 1);
      left = { kind: 'binary', operator, left, right, from: left.from, to: right.to };
    }
    return left;
  }

  #signed(): Formula {
    const { kind, text, from } = this.#token;
    if (kind !== 'sign' || (text !== '-' && text !== '+')) return this.#percent();
    this.#deeper();
    this.#at += 1;
    const of = this.#signed();
    this.#depth -= 1;
    return text === '+' ? of : { kind: 'negate', of, from, to: of.to };
  }

  #percent(): Formula {
    let of = this.#single();
    while (this.#token.text === '%') of = { kind: 'percent', of, from: of.from, to: this.#next().to };
    return of;
  }

  #single(): Formula {
    const token = this.#token;
    if (token.kind === 'number') {
      this.#at += 1;
      return { kind: 'number', text: token.text, from: token.from, to: token.to };
    }
    if (token.kind === 'name') return this.#named();
    if (token.text !== '(') throw this.#unexpected();
    this.#at += 1;
    const inner = this.#inner();
    this.#close();
    return inner;
  }

  #named(): Formula {
    const { text: name, from, to } = this.#next();
    if (!this.#take('(')) return { kind: 'name', name, from, to };
    const args: Formula[] = [];
    if (this.#token.text !== ')') {
      do args.push(this.#inner());
      while (this.#take(','));
    }
    return { kind: 'call', name, args, from, to: this.#close() };
  }

  #inner(): Formula {
    this.#deeper();
    const inner = this.#level(0);
    this.#depth -= 1;
    return inner;
  }

  #close(): number {
    if (this.#token.text !== ')') throw this.#unexpected();
    return this.#next().to;
  }

  #deeper(): void {
    this.#depth += 1;
    const { from, to } = this.#token;
    if (this.#depth > DEEPEST) throw new Misfit({ code: 'FORMULA_TOO_LARGE', from, to, params: { max: String(DEEPEST) } });
  }
}
