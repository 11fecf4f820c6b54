/** A formula as a tree, and what can be wrong with it. Places are in the normalized text, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Formula = Span &
  (
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'negate'; readonly of: Formula }
    | { readonly kind: 'percent'; readonly of: Formula }
    | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Formula; readonly right: Formula }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] }
  );

export const FORMULA_CODES = [
  'FORMULA_SYNTAX', // not readable at `found`
  'FORMULA_UNKNOWN_NAME', // no driver `name`; `nearest` is one that looks like it, or ''
  'FORMULA_UNKNOWN_FUNCTION',
  'FORMULA_ARGUMENTS', // `name` takes `expected`, `count` were given; `count` '': it stands without brackets
  'FORMULA_DIVISION_BY_ZERO',
  'FORMULA_CIRCULAR', // `path`: the drivers that need each other, in order
  'FORMULA_TOO_LARGE', // a number or a text beyond the limits
  'FORMULA_TYPE', // a number where a condition belongs, or the other way round
  'FORMULA_DRIVER_VALUE', // the driver holds `value`, which is neither a number nor a formula
  'FORMULA_MONTH', // a function of the month in a cell that has none
] as const;
export type FormulaCode = (typeof FORMULA_CODES)[number];

export interface FormulaError extends Span {
  readonly code: FormulaCode;
  readonly params: Readonly<Record<string, string>>;
}
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FormulaError };

export const isFormulaCode = (code: string): code is FormulaCode => FORMULA_CODES.some((each) => each === code);

/** Whether a text of a field is a formula. */
export const isFormula = (text: string): boolean => text.startsWith('=') || text.startsWith('＝');

/** Names are the same whatever their case and width, as in a spreadsheet. */
export const sameName = (name: string): string => name.normalize('NFKC').toLowerCase();
