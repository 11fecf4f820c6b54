/** A problem of a line as a neutral sentence and what to do about it, in both languages. Source: billing.md, section 7. */

import type { Issue } from '../core/issue.ts';
import { type FormulaCode, isFormulaCode } from '../formula/ast.ts';
import type { Locale } from '../ipc/contract.ts';
import type { PriceBook } from '../pricebook/types.ts';
import { groupDigits } from './digits.ts';
import { fieldName } from './fieldTexts.ts';
import { formulaSentence } from './formulaSentences.ts';
import { ISSUE_SENTENCES, type SentenceKey } from './issueSentences.ts';
import { sourceNote } from './sourceNotes.ts';
import { translate } from './texts.ts';
import { unitName } from './units.ts';

interface Context {
  readonly locale: Locale;
  /** names SKUs and regions; without it their ids stand */
  readonly priceBook?: PriceBook;
  /** of the line that the issue stands on */
  readonly sku?: string;
}

export const issueText = (issue: Issue, context: Context): string => {
  const { code } = issue;
  if (isFormulaCode(code)) return formulaSentence({ code, params: issue.params }, '', context.locale);
  const params = { ...nameParams(issue, context), field: issue.field === null ? '' : fieldName(issue.field, context.locale) };
  return translate(ISSUE_SENTENCES, context.locale)(sentenceOf(code, issue, eligibilityOf(issue, context)), params);
};

const eligibilityOf = ({ params }: Issue, { priceBook, sku }: Context): string | undefined => {
  const found = priceBook?.skus.find((candidate) => candidate.sku === (params.sku ?? sku));
  return params.eligibility ?? (found?.kind === 'pack' ? found.limits?.eligibility : undefined);
};

const sentenceOf = (code: Exclude<Issue['code'], FormulaCode>, issue: Issue, eligibility: string | undefined): SentenceKey => {
  const { params } = issue;
  switch (code) {
    case 'SKU_NOT_FOUND':
      return params.sku === '' ? 'SKU_MISSING' : code;
    case 'VALUE_INVALID':
      return valueSentence(params);
    case 'PRICE_NOT_PUBLISHED':
      return issue.field === 'amount' ? 'AMOUNT_NOT_PUBLISHED' : code;
    case 'PERIOD_INVALID':
      return issue.field === 'months' ? 'PERIOD_MONTHS' : issue.field === 'expiry' ? 'PERIOD_EXPIRY' : code;
    case 'ELIGIBILITY_REQUIRED':
      return eligibility === 'student' ? 'ELIGIBILITY_STUDENT' : eligibility === 'newUser' ? 'ELIGIBILITY_NEW_USER' : code;
    case 'BURN_ORDER_TIE':
      if (params.lowest === undefined || params.highest === undefined) return code;
      return params.bounds === 'outer' ? 'BURN_ORDER_TIE_BOUNDS' : 'BURN_ORDER_TIE_RANGE';
    case 'ASSUMPTION':
      return assumptionSentence(params);
    case 'SKU_KIND_MISMATCH':
      return params.kind === 'allowance' ? 'SKU_IS_ALLOWANCE' : code;
    case 'NODE_NOT_FOUND':
    case 'REGION_NOT_OFFERED':
    case 'FIELD_NOT_ALLOWED':
    case 'PURCHASE_LIMIT_EXCEEDED':
    case 'PACK_NOT_STACKABLE':
    case 'APPLICATION_REQUIRED':
    case 'PACK_EXPIRES_UNUSED':
    case 'PACK_NEVER_USED':
    case 'OUTSIDE_HORIZON':
      return code;
  }
};

type Params = Issue['params'];

const valueSentence = ({ value, expected, decimals, min, max }: Params): SentenceKey => {
  if (expected === 'date') return 'VALUE_DATE';
  if (expected === 'month') return 'VALUE_MONTH';
  if (expected === 'monthOrDate') return 'VALUE_MONTH_OR_DATE';
  if (expected !== undefined) return 'VALUE_CHOICE';
  if (min === undefined || max === undefined) return 'VALUE_INVALID';
  if (value === undefined || value === '') return 'VALUE_MISSING';
  return decimals === '0' ? 'VALUE_INTEGER' : 'VALUE_DECIMAL';
};

const assumptionSentence = ({ reason }: Params): SentenceKey => {
  switch (reason) {
    case 'tierClock':
      return 'ASSUMPTION_TIER_CLOCK';
    case 'startedHour':
      return 'ASSUMPTION_STARTED_HOUR';
    case 'unusedBeforeHorizon':
      return 'ASSUMPTION_UNUSED';
    case 'voucherOrder':
      return 'ASSUMPTION_VOUCHER';
    case 'source':
      return 'ASSUMPTION_SOURCE';
    default:
      return 'ASSUMPTION';
  }
};

const NUMBERS: ReadonlySet<string> = new Set(['min', 'max', 'lowest', 'highest', 'forfeited', 'cost', 'count']);

/** Parameters as people read them: names for ids, grouped digits, a separator before a note that is there. */
const nameParams = ({ params }: Issue, { locale, priceBook }: Context): Params => {
  const language = locale === 'en' ? 'en' : 'zh';
  const skuName = (id: string): string => priceBook?.skus.find(({ sku }) => sku === id)?.name[language] ?? id;
  const regions = new Map(priceBook?.providers.flatMap((provider) => provider.regions).map(({ id, name }) => [id, name[language]]));
  const kinds = KIND_NAMES[locale];
  const named = Object.entries(params).map(([key, value]): [string, string] => {
    if (key === 'sku') return [key, skuName(value)];
    if (key === 'region') return [key, regions.get(value) ?? value];
    if (key === 'regions')
      return [
        key,
        value
          .split(', ')
          .map((id) => regions.get(id) ?? id)
          .join(locale === 'en' ? ', ' : '、'),
      ];
    if (key === 'kind' || key === 'expected') return [key, kinds[value] ?? value];
    if (key === 'unit') return [key, unitName(value, locale)];
    if (key === 'note') return [key, value === '' ? '' : locale === 'en' ? ` (${value})` : `（${sourceNote(value, locale)}）`];
    return [key, NUMBERS.has(key) ? groupDigits(value) : value];
  });
  return { note: '', ...Object.fromEntries(named) };
};

const KIND_NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { node: '节点', usage: '用量', pack: '资源包', 'month, total': '“month”（每月）或“total”（合计）' },
  en: { node: 'a node', usage: 'a usage item', pack: 'a pack', 'month, total': '“month” or “total”' },
};
