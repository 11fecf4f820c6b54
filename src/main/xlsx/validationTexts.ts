/** What Excel says beside a cell and about a value that it does not expect. At most 255 characters each. */
import type { Words } from './texts.ts';

export const PROMPTS = {
  option: { en: 'Option of the line.', 'zh-CN': '该行所属选项。' },
  sku: { en: 'SKU of the price book.', 'zh-CN': '价格簿中的计费项。' },
  region: { en: 'Region. Empty: not checked.', 'zh-CN': '地域。留空则不校验。' },
  count: { en: 'Whole number from {min} to {max}. Empty: 1.', 'zh-CN': '{min} 至 {max} 的整数。留空为 1。' },
  start: { en: 'First day, as 2026-01-15. Empty: first day of the plan.', 'zh-CN': '开始日，如 2026-01-15。留空为计划期首日。' },
  months: { en: 'Whole months from {min} to {max}. Empty: 1.', 'zh-CN': '{min} 至 {max} 的整月数。留空为 1。' },
  price: { en: 'Own price in CNY, 0 or more. Empty: the published one.', 'zh-CN': '自定单价（元），不小于 0。留空用公布单价。' },
  quantity: { en: 'Number from {min} to {max}.', 'zh-CN': '{min} 至 {max} 的数。' },
  per: { en: 'month or total. Empty: month.', 'zh-CN': 'month（每月）或 total（合计）。留空为 month。' },
  instances: { en: 'Whole number from {min} to {max}. Empty: 1.', 'zh-CN': '{min} 至 {max} 的整数。留空为 1。' },
  from: {
    en: 'Month as 2026-03, or day as 2026-03-15. Empty: start of the plan.',
    'zh-CN': '月份如 2026-03，或日期如 2026-03-15。留空为计划期起。',
  },
  to: {
    en: 'Month as 2026-03, or day as 2026-03-15, included. Empty: end of the plan.',
    'zh-CN': '月份如 2026-03，或日期如 2026-03-15，含当日。留空为计划期止。',
  },
  growth: { en: 'Growth per month, from -100 % to 1000 %.', 'zh-CN': '月增长率，-100% 至 1000%。' },
  onNodes: {
    en: 'Node line of the same option that it runs on; it costs nothing then.',
    'zh-CN': '部署于同一选项的哪个节点行，此时不另计费。',
  },
  expiry: { en: 'First day on which it is no longer valid. Empty: by the price book.', 'zh-CN': '失效日（当日起无效）。留空按价格簿。' },
  remaining: { en: 'Opening balance, 0 or more: bought before this plan.', 'zh-CN': '期初余额，不小于 0：在计划期前购买。' },
  amount: { en: 'Own amount of one pack, 0 or more. Empty: the published one.', 'zh-CN': '每包自定面额，不小于 0。留空用公布面额。' },
  driverName: {
    en: 'Letters, digits and _, a letter first; each name once. Formulas use it.',
    'zh-CN': '由字母（含汉字）、数字和 _ 组成，以字母开头，不可重名。公式按此名称引用。',
  },
  driverValue: { en: 'Number, or a formula over other names.', 'zh-CN': '数，或引用其他名称的公式。' },
  override: { en: 'Quantity of this month alone, from {min} to {max}.', 'zh-CN': '仅本月的用量，{min} 至 {max}。' },
} as const satisfies Record<string, Words>;
export type PromptKey = keyof typeof PROMPTS;

export const ERRORS = {
  unexpected: {
    en: 'Costbook will mark this as a problem of its line, unless it is your own entry of the list. Keep it?',
    'zh-CN': 'Costbook 会将其标为该行的问题，除非是您自己的条目。是否保留？',
  },
  option: {
    en: 'There is no such option in this plan: Costbook could not import the line.',
    'zh-CN': '本方案中没有此选项，Costbook 无法导入该行。',
  },
  driverName: {
    en: 'Another driver has this name: Costbook could not import the workbook.',
    'zh-CN': '已有同名参数，Costbook 无法导入此工作簿。',
  },
} as const satisfies Record<string, Words>;

/** What Excel does not let in. */
export const refusalOf = (key: PromptKey): Words | null => (key === 'option' || key === 'driverName' ? ERRORS[key] : null);
