/** Every word in a workbook, in both languages. Sheet names and headers are understood in both on import. */

import type { IssueCode } from '../../shared/core/issue.ts';
import type { CellCode } from '../../shared/importing/problems.ts';
import type { Locale } from '../../shared/ipc/contract.ts';

export type Words = Readonly<Record<Locale, string>>;

/** At most 31 characters, none of []:*?/\' */
export const SHEET_NAMES = {
  summary: { en: 'Summary', 'zh-CN': '汇总' },
  compare: { en: 'Compare', 'zh-CN': '对比' },
  nodes: { en: 'Nodes', 'zh-CN': '节点' },
  usage: { en: 'Usage', 'zh-CN': '用量' },
  packs: { en: 'Packs', 'zh-CN': '资源包' },
  drivers: { en: 'Drivers', 'zh-CN': '参数' },
  ledger: { en: 'Ledger', 'zh-CN': '明细' },
  priceBook: { en: 'Price book', 'zh-CN': '价格簿' },
  issues: { en: 'Assumptions and issues', 'zh-CN': '假设与问题' },
} as const satisfies Record<string, Words>;
export const META_SHEET = '_costbook';
/** Hidden: what validations let choose from. No import reads it. */
export const LISTS_SHEET = '_costbook_lists';

/** Column headers; the unit stands in brackets. */
export const HEADERS = {
  option: { en: 'Option', 'zh-CN': '选项' },
  optionNumber: { en: 'No.', 'zh-CN': '序号' },
  id: { en: 'Line', 'zh-CN': '行号' },
  sku: { en: 'SKU', 'zh-CN': '计费项' },
  name: { en: 'Name', 'zh-CN': '名称' },
  region: { en: 'Region', 'zh-CN': '地域' },
  count: { en: 'Count', 'zh-CN': '数量' },
  start: { en: 'Start (first day)', 'zh-CN': '开始日' },
  months: { en: 'Duration (months)', 'zh-CN': '时长（月）' },
  price: { en: 'Own price (CNY)', 'zh-CN': '自定单价（元）' },
  published: { en: 'Published price (CNY)', 'zh-CN': '公布单价（元）' },
  priceSource: { en: 'Price source', 'zh-CN': '单价来源' },
  cost: { en: 'Purchase cost (CNY)', 'zh-CN': '购买金额（元）' },
  check: { en: 'Inputs', 'zh-CN': '输入' },
  problems: { en: 'Problems', 'zh-CN': '问题' },
  note: { en: 'Note', 'zh-CN': '备注' },
  quantity: { en: 'Quantity (units)', 'zh-CN': '用量（单位）' },
  unit: { en: 'Unit', 'zh-CN': '单位' },
  per: { en: 'Quantity per (month or total)', 'zh-CN': '用量口径（month 每月 / total 合计）' },
  instances: { en: 'Instances', 'zh-CN': '实例数' },
  from: { en: 'From (month or day)', 'zh-CN': '起（月或日）' },
  to: { en: 'To (month or day, included)', 'zh-CN': '止（月或日，含）' },
  growth: { en: 'Growth (per month)', 'zh-CN': '月增长率' },
  priceBlock: { en: 'Price is per (units)', 'zh-CN': '计价单位数' },
  unitPrice: { en: 'Price per unit (CNY)', 'zh-CN': '每单位价格（元）' },
  onNodes: { en: 'Runs on node line', 'zh-CN': '部署于节点行' },
  listCost: { en: 'List cost (CNY)', 'zh-CN': '目录价（元）' },
  payable: { en: 'Payable (CNY)', 'zh-CN': '应付（元）' },
  packClass: { en: 'Class', 'zh-CN': '类别' },
  expiry: { en: 'Expiry (first invalid day)', 'zh-CN': '失效日（当日起无效）' },
  remaining: { en: 'Opening balance (CNY or units)', 'zh-CN': '期初余额（元或单位）' },
  amount: { en: 'Own amount per pack (CNY or units)', 'zh-CN': '自定面额（元或单位）' },
  publishedAmount: { en: 'Published amount (CNY or units)', 'zh-CN': '公布面额（元或单位）' },
  held: { en: 'Held (CNY or units)', 'zh-CN': '总额（元或单位）' },
  used: { en: 'Used (CNY or units)', 'zh-CN': '已用（元或单位）' },
  forfeited: { en: 'Forfeited (CNY or units)', 'zh-CN': '过期作废（元或单位）' },
  left: { en: 'Left at the end (CNY or units)', 'zh-CN': '期末余额（元或单位）' },
  kind: { en: 'Entry', 'zh-CN': '类型' },
  month: { en: 'Month', 'zh-CN': '月份' },
  chargedQuantity: { en: 'Quantity (units)', 'zh-CN': '用量（单位）' },
  allowance: { en: 'Covered by allowance (CNY)', 'zh-CN': '免费额度抵扣（元）' },
  free: { en: 'Covered by free trial (CNY)', 'zh-CN': '免费试用抵扣（元）' },
  pack: { en: 'Covered by packs (CNY)', 'zh-CN': '资源包抵扣（元）' },
  voucher: { en: 'Covered by vouchers (CNY)', 'zh-CN': '代金券抵扣（元）' },
  purchase: { en: 'Purchase (CNY)', 'zh-CN': '购买（元）' },
  expense: { en: 'Expense (CNY)', 'zh-CN': '费用确认（元）' },
  forfeitedCost: { en: 'Forfeited cost (CNY)', 'zh-CN': '作废成本（元）' },
  driverId: { en: 'ID', 'zh-CN': '编号' },
  driverName: { en: 'Driver', 'zh-CN': '参数名称' },
  driverValue: { en: 'Value', 'zh-CN': '值' },
  driverFormula: { en: 'Formula in Costbook', 'zh-CN': 'Costbook 中的公式' },
  severity: { en: 'Severity', 'zh-CN': '级别' },
  place: { en: 'Cell', 'zh-CN': '单元格' },
  code: { en: 'Code', 'zh-CN': '代码' },
  sentence: { en: 'What is the case, and what to do', 'zh-CN': '说明与建议' },
  provider: { en: 'Provider', 'zh-CN': '服务商' },
  listPrice: { en: 'Price, or tiers (CNY)', 'zh-CN': '单价或阶梯（元）' },
  edition: { en: 'Edition', 'zh-CN': '版本' },
  document: { en: 'Source document', 'zh-CN': '来源文档' },
  date: { en: 'Date of source', 'zh-CN': '来源日期' },
  assumed: { en: 'Assumed', 'zh-CN': '是否假设' },
} as const satisfies Record<string, Words>;
export type HeaderKey = keyof typeof HEADERS;

/** Header of the column of monthly overrides: `2026-03 override (units)`. */
export const OVERRIDE_SUFFIX: Words = { en: 'override (units)', 'zh-CN': '指定用量（单位）' };

export const PHRASES = {
  total: { en: 'Total', 'zh-CN': '合计' },
  own: { en: 'own', 'zh-CN': '自定' },
  edition: { en: 'price book', 'zh-CN': '价格簿' },
  unpublished: { en: 'not published', 'zh-CN': '未公布' },
  charge: { en: 'Usage', 'zh-CN': '用量' },
  node: { en: 'Node', 'zh-CN': '节点' },
  packEntry: { en: 'Pack', 'zh-CN': '资源包' },
  usageListCost: { en: 'List cost of usage (CNY)', 'zh-CN': '用量目录价（元）' },
  payable: { en: 'Payable for usage (CNY)', 'zh-CN': '用量应付（元）' },
  purchases: { en: 'Purchases of nodes and packs (CNY)', 'zh-CN': '节点与资源包购买（元）' },
  cash: { en: 'Cash (CNY)', 'zh-CN': '现金支出（元）' },
  expense: { en: 'Expense (CNY)', 'zh-CN': '费用确认（元）' },
  prepaidBalance: { en: 'Prepaid balance at the end (CNY)', 'zh-CN': '期末预付余额（元）' },
  completeness: { en: 'Completeness', 'zh-CN': '完整性' },
  assumedYes: { en: 'assumed', 'zh-CN': '假设' },
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
  info: { en: 'note', 'zh-CN': '提示' },
  issuesOf: {
    en: 'Every problem and every assumption of every option; below them, what the price book itself assumes of the prices in use.',
    'zh-CN': '各选项的全部问题与假设；其后为所用价格在价格簿中的假设。',
  },
  pricesOf: {
    en: 'Prices that this plan uses, as the price book printed them.',
    'zh-CN': '本方案用到的价格，按价格簿原样列出。',
  },
  driversOf: {
    en: 'Change a value here and every cell that uses it moves; a formula of Costbook that Excel cannot compute to the last digit is a value.',
    'zh-CN': '在此修改数值，用到它的单元格随之变化；Excel 无法精确到最后一位的公式以数值列出。',
  },
  changed: { en: 'changed', 'zh-CN': '已改动' },
  inputsFit: { en: 'Results belong to these inputs ({inputs}).', 'zh-CN': '结果与当前输入一致（{inputs}）。' },
  inputsChanged: {
    en: 'Inputs were changed: what Excel cannot compute belongs to the inputs of the export ({inputs}). Import this workbook into Costbook to recompute it.',
    'zh-CN': '输入已改动：Excel 无法计算的数值仍属于导出时的输入（{inputs}）。请将本工作簿导入 Costbook 重新计算。',
  },
  complete: { en: 'complete', 'zh-CN': '完整' },
  incomplete: { en: 'incomplete: lines without an amount', 'zh-CN': '不完整：有行没有金额' },
  cashByMonth: { en: 'Cash by month (CNY)', 'zh-CN': '各月现金支出（元）' },
  expenseByMonth: { en: 'Expense by month (CNY)', 'zh-CN': '各月费用确认（元）' },
  forReference: { en: 'For reference (CNY)', 'zh-CN': '参考（元）' },
  totals: { en: 'Totals (CNY)', 'zh-CN': '总额（元）' },
  cashByCategory: { en: 'Cash by category (CNY)', 'zh-CN': '现金，按类别（元）' },
  expenseByCategory: { en: 'Expense by category (CNY)', 'zh-CN': '费用，按类别（元）' },
  cumulativeCash: { en: 'Cumulative cash (CNY)', 'zh-CN': '累计现金（元）' },
  cumulativeExpense: { en: 'Cumulative expense (CNY)', 'zh-CN': '累计费用（元）' },
  cashAndExpense: { en: 'Cash and expense (CNY)', 'zh-CN': '现金与费用（元）' },
  currency: { en: 'CNY', 'zh-CN': '元' },
  byCash: { en: 'By cash', 'zh-CN': '按现金' },
  byExpense: { en: 'By expense', 'zh-CN': '按费用' },
  optionSays: { en: '{option}: {sentence}', 'zh-CN': '{option}：{sentence}' },
  differencesAre: {
    en: 'Baseline: {baseline}. Differences are the option less the baseline, in CNY and in percent of the baseline.',
    'zh-CN': '基准：{baseline}。差额为各选项减去基准，单位元；百分比以基准的金额为 100%。',
  },
  asExported: { en: 'as exported', 'zh-CN': '与导出时一致' },
  sentencesFit: { en: 'These sentences belong to the figures below.', 'zh-CN': '以下结论与下方数字一致。' },
  figuresChanged: {
    en: 'The figures were changed since: these sentences are those of the export.',
    'zh-CN': '导出后数字有改动：以下结论仍是导出时的。',
  },
  ownRules: { en: 'Rules set in this scenario', 'zh-CN': '本方案自定规则' },
  priceBook: { en: 'Price book', 'zh-CN': '价格簿' },
  horizon: { en: 'Horizon', 'zh-CN': '计划期' },
  months: { en: 'months', 'zh-CN': '个月' },
  taxIncluded: { en: 'tax included', 'zh-CN': '含税' },
  taxExcluded: { en: 'tax excluded', 'zh-CN': '不含税' },
  blueIsInput: {
    en: 'Blue cells are inputs; all others are locked, without a password (Review > Unprotect Sheet).',
    'zh-CN': '蓝色单元格为输入项，其余单元格已锁定，无密码（审阅 > 撤销工作表保护）。',
  },
  lockedLines: {
    en: 'Type over blue cells; add a line below the last one, with its option. To delete or sort lines, unprotect the sheet first: there is no password.',
    'zh-CN': '可修改蓝色单元格；在末行下方添加行时请填写选项。删除或排序前请先撤销工作表保护（无密码）。',
  },
  static: {
    en: 'Node and pack purchases, usage that no pack can cover, and all sums are live formulas. What packs cover, and all that depends on it, are results of Costbook: after changing inputs, import this workbook to recompute them.',
    'zh-CN':
      '节点与资源包购买金额、没有资源包可抵扣的用量及各项合计为实时公式；资源包抵扣及取决于它的金额为 Costbook 的计算结果，修改输入后请导入本工作簿重新计算。',
  },
} as const satisfies Record<string, Words>;
export type PhraseKey = keyof typeof PHRASES;

export const PACK_CLASS_NAMES = {
  allowance: { en: 'allowance', 'zh-CN': '免费额度' },
  free: { en: 'free trial', 'zh-CN': '免费试用' },
  pack: { en: 'pack', 'zh-CN': '资源包' },
  voucher: { en: 'voucher', 'zh-CN': '代金券' },
} as const satisfies Record<string, Words>;

/** The short form of an issue; the code stands beside it. */
export const ISSUE_WORDS: Readonly<Record<IssueCode, Words>> = {
  PRICE_NOT_PUBLISHED: { en: 'no published price', 'zh-CN': '价格未公布' },
  SKU_NOT_FOUND: { en: 'not in this price book', 'zh-CN': '价格簿中没有此计费项' },
  SKU_KIND_MISMATCH: { en: 'belongs on another sheet', 'zh-CN': '计费项类型不符' },
  NODE_NOT_FOUND: { en: 'node line not found', 'zh-CN': '找不到节点行' },
  REGION_NOT_OFFERED: { en: 'region not offered', 'zh-CN': '该地域未开放' },
  VALUE_INVALID: { en: 'value cannot be used', 'zh-CN': '数值无效' },
  FIELD_NOT_ALLOWED: { en: 'field not allowed here', 'zh-CN': '此处不允许填写' },
  FORMULA_SYNTAX: { en: 'formula cannot be read', 'zh-CN': '公式无法识别' },
  FORMULA_UNKNOWN_NAME: { en: 'no driver of that name', 'zh-CN': '没有此名称的参数' },
  FORMULA_UNKNOWN_FUNCTION: { en: 'no such function', 'zh-CN': '没有此函数' },
  FORMULA_ARGUMENTS: { en: 'wrong number of arguments', 'zh-CN': '函数参数个数不对' },
  FORMULA_DIVISION_BY_ZERO: { en: 'division by zero', 'zh-CN': '除数为零' },
  FORMULA_CIRCULAR: { en: 'drivers need each other', 'zh-CN': '参数循环引用' },
  FORMULA_TOO_LARGE: { en: 'formula or number too large', 'zh-CN': '公式或数值过大' },
  FORMULA_TYPE: { en: 'number and condition mixed up', 'zh-CN': '数值与条件混用' },
  FORMULA_DRIVER_VALUE: { en: 'driver holds no number', 'zh-CN': '参数的值不是数' },
  FORMULA_MONTH: { en: 'no month here', 'zh-CN': '此格没有对应月份' },
  PERIOD_INVALID: { en: 'period ends before it begins', 'zh-CN': '期间无效' },
  PURCHASE_LIMIT_EXCEEDED: { en: 'more than one account may buy', 'zh-CN': '超过账号限购' },
  PACK_NOT_STACKABLE: { en: 'cannot be valid together', 'zh-CN': '不可叠加' },
  APPLICATION_REQUIRED: { en: 'needs an application', 'zh-CN': '需申请开通' },
  ELIGIBILITY_REQUIRED: { en: 'only for some customers', 'zh-CN': '仅限特定用户' },
  PACK_EXPIRES_UNUSED: { en: 'expires with a balance', 'zh-CN': '到期未用完' },
  PACK_NEVER_USED: { en: 'never used', 'zh-CN': '从未使用' },
  BURN_ORDER_TIE: { en: 'burn order is a tie', 'zh-CN': '抵扣顺序相同' },
  OUTSIDE_HORIZON: { en: 'outside the horizon', 'zh-CN': '在计划期之外' },
  ASSUMPTION: { en: 'rests on an assumption', 'zh-CN': '基于假设' },
};

/** Of cells of foreign tables that never became a field. */
export const CELL_WORDS: Readonly<Record<CellCode, Words>> = {
  CELL_ERROR: { en: 'the cell holds an error', 'zh-CN': '单元格为错误值' },
  FORMULA_UNCOMPUTED: { en: 'formula without a result', 'zh-CN': '公式没有计算结果' },
  UNIT_MISMATCH: { en: 'unit does not fit the item', 'zh-CN': '单位与计费项不符' },
  UNIT_ROUNDED: { en: 'rounded when its unit was changed', 'zh-CN': '换算单位时四舍五入' },
  ROW_SKIPPED: { en: 'a total, a title or a remark', 'zh-CN': '合计、标题或说明行' },
  SKU_NOT_NAMED: { en: 'no item is named', 'zh-CN': '没有写明计费项' },
  PRICE_GRADUATED: { en: 'graduated price, not replaced', 'zh-CN': '阶梯价，不替换' },
};
