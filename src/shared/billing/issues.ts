/** How grave each code is. Source: billing.md, section 7. */
import type { Issue, IssueCode, Severity } from '../core/issue.ts';

const SEVERITY: Readonly<Record<IssueCode, Severity>> = {
  PRICE_NOT_PUBLISHED: 'error',
  SKU_NOT_FOUND: 'error',
  SKU_KIND_MISMATCH: 'error',
  NODE_NOT_FOUND: 'error',
  REGION_NOT_OFFERED: 'error',
  VALUE_INVALID: 'error',
  FIELD_NOT_ALLOWED: 'error',
  PERIOD_INVALID: 'error',
  FORMULA_SYNTAX: 'error',
  FORMULA_UNKNOWN_NAME: 'error',
  FORMULA_UNKNOWN_FUNCTION: 'error',
  FORMULA_ARGUMENTS: 'error',
  FORMULA_DIVISION_BY_ZERO: 'error',
  FORMULA_CIRCULAR: 'error',
  FORMULA_TOO_LARGE: 'error',
  FORMULA_TYPE: 'error',
  FORMULA_DRIVER_VALUE: 'error',
  FORMULA_MONTH: 'error',
  PURCHASE_LIMIT_EXCEEDED: 'error',
  PACK_NOT_STACKABLE: 'error',
  APPLICATION_REQUIRED: 'warning',
  ELIGIBILITY_REQUIRED: 'warning',
  PACK_EXPIRES_UNUSED: 'warning',
  PACK_NEVER_USED: 'warning',
  BURN_ORDER_TIE: 'info',
  OUTSIDE_HORIZON: 'info',
  ASSUMPTION: 'info',
};

export interface IssueInput {
  readonly code: IssueCode;
  readonly line: string;
  readonly field?: string | null;
  readonly params?: Readonly<Record<string, string>>;
}

export const issueOf = ({ code, line, field = null, params = {} }: IssueInput): Issue => ({
  code,
  severity: SEVERITY[code],
  line,
  field,
  params,
});

/** Why a rule is marked as assumed: `params.reason` of an ASSUMPTION. The sentences live in the UI. */
export type AssumptionReason =
  /** the price book marks the SKU's data as assumed; params.note is its note */
  | 'source'
  /** whether graduated tiers restart each month is not published (4.3); params.tierClock */
  | 'tierClock'
  /** a started hour is not rounded up, as the source names only an hourly billing cycle (4.2) */
  | 'startedHour'
  /** bought before the horizon without `remaining`: counts as unused until the horizon (5) */
  | 'unusedBeforeHorizon'
  /** a voucher comes after packs, and pays for usage, not for packs (5.1) */
  | 'voucherOrder';

export const assumptionOf = (
  line: string,
  reason: AssumptionReason,
  params: Readonly<Record<string, string>> & { readonly field?: never } = {},
): Issue => issueOf({ code: 'ASSUMPTION', line, params: { reason, ...params } });
