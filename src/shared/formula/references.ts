/** Which drivers a formula names, the same formula with one of them renamed, and what could be typed next. */
import { type Formula, isFormula, sameName } from './ast.ts';
import { FUNCTIONS, findFunction } from './functions.ts';
import { parseFormula } from './parse.ts';
import { NAME, normalizeFormula, tokenize } from './tokens.ts';

export interface References {
  /** in small letters, each once */
  readonly names: readonly string[];
  /** a function of the month occurs */
  readonly usesMonth: boolean;
}
const NOTHING: References = { names: [], usesMonth: false };

/** Of a formula that can be read; nothing otherwise. */
export const referencesOf = (text: string): References => {
  const parsed = parseFormula(text);
  if (!parsed.ok) return NOTHING;
  const names = new Set<string>();
  let usesMonth = false;
  const visit = (formula: Formula): void => {
    if (formula.kind === 'name') names.add(sameName(formula.name));
    else if (formula.kind === 'negate' || formula.kind === 'percent') visit(formula.of);
    else if (formula.kind === 'binary') [formula.left, formula.right].forEach(visit);
    else if (formula.kind === 'call') {
      if (findFunction(formula.name)?.kind === 'month') usesMonth = true;
      formula.args.forEach(visit);
    }
  };
  visit(parsed.value);
  return { names: [...names], usesMonth };
};

/**
 * The text with every use of drivers renamed (old name in small letters -> new name); anything that is no formula, or cannot be read,
 * stays as it is.
 */
export const renameInFormula = (text: string, names: ReadonlyMap<string, string>): string => {
  if (!isFormula(text) || names.size === 0) return text;
  const normal = normalizeFormula(text);
  const tokens = tokenize(normal);
  if (!Array.isArray(tokens)) return text;
  const uses = tokens.flatMap((token, at) => {
    const to = token.kind === 'name' && tokens[at + 1]?.text !== '(' ? names.get(sameName(token.text)) : undefined;
    return to === undefined ? [] : [{ from: token.from, to: token.to, name: to }];
  });
  if (uses.length === 0) return text;
  let renamed = '';
  let done = 0;
  for (const use of uses) {
    renamed += normal.slice(done, use.from) + use.name;
    done = use.to;
  }
  return `=${renamed}${normal.slice(done)}`;
};

/** Whether a driver may be called so: letters, digits and _, no function's name. */
export const isDriverName = (name: string): boolean =>
  NAME.exec(name)?.[0] === name && name.length <= 64 && findFunction(name) === undefined;

export interface Completion {
  /** what is put into the text */
  readonly insert: string;
  /** what is shown */
  readonly label: string;
  readonly kind: 'driver' | 'function';
}
export interface Completions {
  /** place in the text of what is completed, up to the caret */
  readonly from: number;
  readonly items: readonly Completion[];
}
const WORD = /[\p{L}_][\p{L}\p{N}_]*$/u;

/** Drivers first, then functions, whose name begins with the word before the caret; null where no word ends there. */
export const completionsAt = (text: string, caret: number, drivers: readonly string[]): Completions | null => {
  if (!isFormula(text)) return null;
  const before = text.slice(0, caret);
  const word = WORD.exec(before)?.[0];
  // After a digit letters are no name.
  if (word === undefined || /[\d.]$/.test(before.slice(0, -word.length))) return null;
  const begins = (name: string): boolean => sameName(name).startsWith(sameName(word));
  const items: Completion[] = [
    ...drivers.filter(begins).map((name): Completion => ({ insert: name, label: name, kind: 'driver' })),
    ...FUNCTIONS.filter(({ name }) => begins(name)).map(
      ({ name, most, signature }): Completion => ({ insert: most === 0 ? `${name}()` : `${name}(`, label: signature, kind: 'function' }),
    ),
  ];
  // The word is complete: nothing is left to offer.
  const rest = items.filter(({ insert }) => insert !== word);
  return rest.length === 0 ? null : { from: caret - word.length, items: rest };
};
