/** Problems of a scenario's data (billing.md, section 7). Bad data never stops the rest. */
export const ISSUE_CODES = [
  'PRICE_NOT_PUBLISHED',
  'SKU_NOT_FOUND',
  'SKU_KIND_MISMATCH',
  'NODE_NOT_FOUND',
  'REGION_NOT_OFFERED',
  'VALUE_INVALID',
  'FIELD_NOT_ALLOWED',
  'PERIOD_INVALID',
  'FORMULA_SYNTAX',
  'FORMULA_UNKNOWN_NAME',
  'FORMULA_UNKNOWN_FUNCTION',
  'FORMULA_ARGUMENTS',
  'FORMULA_DIVISION_BY_ZERO',
  'FORMULA_CIRCULAR',
  'FORMULA_TOO_LARGE',
  'FORMULA_TYPE',
  'FORMULA_DRIVER_VALUE',
  'FORMULA_MONTH',
  'PURCHASE_LIMIT_EXCEEDED',
  'PACK_NOT_STACKABLE',
  'APPLICATION_REQUIRED',
  'ELIGIBILITY_REQUIRED',
  'PACK_EXPIRES_UNUSED',
  'PACK_NEVER_USED',
  'BURN_ORDER_TIE',
  'OUTSIDE_HORIZON',
  'ASSUMPTION',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];
export type Severity = 'error' | 'warning' | 'info';

export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** id of the line it stands on */
  readonly line: string;
  /** field name of the scenario format (`quantity`, `m:2026-03`), null for the line as a whole */
  readonly field: string | null;
  /** facts for the sentence: limits, the typed value, ids of other lines; decimal strings and ISO dates */
  readonly params: Readonly<Record<string, string>>;
}
