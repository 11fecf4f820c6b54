/** The words of the command line, in both languages. */
import type { ErrorCode } from '../../shared/core/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';

type Words = Readonly<Record<Locale, string>>;

export const ERROR_WORDS: Readonly<Record<ErrorCode, Words>> = {
  INPUT_NOT_FOUND: { en: 'the file cannot be read', 'zh-CN': '无法读取文件' },
  INPUT_NOT_JSON: { en: 'neither JSON nor a workbook', 'zh-CN': '既不是 JSON 也不是工作簿' },
  FORMAT_UNKNOWN: { en: 'format is not known', 'zh-CN': '格式未知' },
  KEY_UNKNOWN: { en: 'key is not known', 'zh-CN': '键未知' },
  VALUE_INVALID: { en: 'value cannot be used', 'zh-CN': '值无效' },
  ID_DUPLICATE: { en: 'id is used twice', 'zh-CN': '标识重复' },
  DRIVER_NAME_INVALID: { en: 'this name of a driver is taken, or is none', 'zh-CN': '参数名称重复或不能用作名称' },
  EDITION_NOT_FOUND: { en: 'price book not found', 'zh-CN': '找不到价格簿' },
  EDITION_CHANGED: { en: 'the price book is not the one that was pinned', 'zh-CN': '价格簿与所固定的版本不同' },
  WORKBOOK_BROKEN: { en: 'the workbook is damaged', 'zh-CN': '工作簿已损坏' },
  WORKBOOK_ENCRYPTED: { en: 'the workbook has a password', 'zh-CN': '工作簿已加密' },
  WORKBOOK_LEGACY: { en: 'an .xls workbook; save it as .xlsx', 'zh-CN': '旧版 .xls，请另存为 .xlsx' },
  WORKBOOK_TOO_LARGE: { en: 'the workbook is too large', 'zh-CN': '工作簿过大' },
  WORKBOOK_FOREIGN: { en: 'tables, not a scenario; convert makes one of them', 'zh-CN': '是表格而不是方案；可用 convert 转成方案' },
  COLUMNS_UNKNOWN: {
    en: 'no sheet has columns that are known; name them as in the README, or import the file in the window',
    'zh-CN': '没有工作表含有可识别的列；请按说明命名表头，或在窗口中导入',
  },
  ROWS_UNUSABLE: {
    en: 'rows have errors and nothing was taken; check lists them, --good-rows takes the others',
    'zh-CN': '有的行有错误，未导入任何行；用 check 查看，或用 --good-rows 只取无误的行',
  },
  FILE_LOCKED: { en: 'the file is open in another program', 'zh-CN': '文件正被其他程序打开' },
  FILE_NOT_WRITTEN: { en: 'the file cannot be written', 'zh-CN': '无法写入文件' },
  EXPORT_RUNNING: { en: 'another export is running', 'zh-CN': '另一个导出正在进行' },
  EXPORT_STOPPED: { en: 'the export was stopped', 'zh-CN': '导出已停止' },
  EXPORT_FAILED: { en: 'the export broke off', 'zh-CN': '导出中断' },
  SCENARIO_NOT_FOUND: { en: 'scenario not found', 'zh-CN': '找不到方案' },
  REVISION_CONFLICT: { en: 'the scenario was changed elsewhere', 'zh-CN': '方案已在别处修改' },
  STORE_FAILED: { en: 'the store failed', 'zh-CN': '存储失败' },
  REQUEST_INVALID: { en: 'the request is not valid', 'zh-CN': '请求无效' },
  USAGE: { en: 'see costbook --help', 'zh-CN': '用法见 costbook --help' },
  COMMAND_REFUSED: { en: 'refused', 'zh-CN': '已拒绝' },
};

export const LABELS = {
  option: { en: 'Option', 'zh-CN': '选项' },
  name: { en: 'Name', 'zh-CN': '名称' },
  month: { en: 'Month', 'zh-CN': '月份' },
  usageListCost: { en: 'List cost', 'zh-CN': '目录价' },
  covered: { en: 'Covered', 'zh-CN': '抵扣' },
  payable: { en: 'Payable', 'zh-CN': '应付' },
  purchases: { en: 'Purchases', 'zh-CN': '购买' },
  cash: { en: 'Cash', 'zh-CN': '现金' },
  expense: { en: 'Expense', 'zh-CN': '费用' },
  forfeitedCost: { en: 'Forfeited', 'zh-CN': '作废' },
  prepaidBalance: { en: 'Prepaid', 'zh-CN': '预付余额' },
  complete: { en: 'Complete', 'zh-CN': '完整' },
  yes: { en: 'yes', 'zh-CN': '是' },
  no: { en: 'no', 'zh-CN': '否' },
  amounts: { en: 'amounts in CNY', 'zh-CN': '金额单位：元' },
  overrides: { en: 'Rules set in this scenario', 'zh-CN': '本方案自定规则' },
  issues: { en: 'Issues', 'zh-CN': '问题' },
  severity: { en: 'Severity', 'zh-CN': '级别' },
  code: { en: 'Code', 'zh-CN': '代码' },
  meaning: { en: 'Meaning', 'zh-CN': '含义' },
  line: { en: 'Line', 'zh-CN': '行' },
  field: { en: 'Field', 'zh-CN': '字段' },
  place: { en: 'Place', 'zh-CN': '位置' },
  noIssues: { en: 'no problems', 'zh-CN': '没有问题' },
  baseline: { en: 'Baseline', 'zh-CN': '基准' },
  cashDifference: { en: 'Cash vs baseline', 'zh-CN': '现金差额' },
  expenseDifference: { en: 'Expense vs baseline', 'zh-CN': '费用差额' },
  tierClock: { en: 'Whether graduated tiers restart each month is not published', 'zh-CN': '阶梯是否每月重计未公布' },
  cashRestarting: { en: 'Cash, restarting', 'zh-CN': '现金（每月重计）' },
  cashContinuing: { en: 'Cash, continuing', 'zh-CN': '现金（不重计）' },
  expenseRestarting: { en: 'Expense, restarting', 'zh-CN': '费用（每月重计）' },
  expenseContinuing: { en: 'Expense, continuing', 'zh-CN': '费用（不重计）' },
  crossing: { en: 'Cash crosses', 'zh-CN': '现金交叉月' },
  cheapestCash: { en: 'Cheapest by cash', 'zh-CN': '现金最低' },
  cheapestExpense: { en: 'Cheapest by expense', 'zh-CN': '费用最低' },
  tie: { en: 'tie', 'zh-CN': '并列' },
  none: { en: 'none', 'zh-CN': '无' },
  cumulativeCash: { en: 'Cumulative cash', 'zh-CN': '累计现金' },
  breakEven: { en: 'Break-even of one prepaid node and hourly use', 'zh-CN': '单个预付节点与按时计费的盈亏平衡点' },
  hours: { en: 'Hours per month', 'zh-CN': '每月小时数' },
  formula: { en: 'Formula', 'zh-CN': '公式' },
  price: { en: 'Price', 'zh-CN': '单价' },
  ownPrice: { en: 'own price', 'zh-CN': '自定义单价' },
  quantity: { en: 'Quantity', 'zh-CN': '用量' },
  uncovered: { en: 'Uncovered', 'zh-CN': '未抵扣' },
  roundingDifference: { en: 'Rounding', 'zh-CN': '舍入差' },
  pack: { en: 'Pack', 'zh-CN': '资源包' },
  balanceBefore: { en: 'Balance before', 'zh-CN': '抵扣前余额' },
  balanceAfter: { en: 'Balance after', 'zh-CN': '抵扣后余额' },
  count: { en: 'Count', 'zh-CN': '数量' },
  months: { en: 'Months', 'zh-CN': '月数' },
  held: { en: 'Held', 'zh-CN': '总量' },
  used: { en: 'Used', 'zh-CN': '已用' },
  forfeited: { en: 'Forfeited', 'zh-CN': '作废' },
  remaining: { en: 'Remaining', 'zh-CN': '剩余' },
  opening: { en: 'Opening', 'zh-CN': '期初' },
  lapsed: { en: 'Lapsed', 'zh-CN': '当月失效' },
  closing: { en: 'Closing', 'zh-CN': '期末' },
  runsOut: { en: 'Runs out on', 'zh-CN': '用完于' },
  costForfeited: { en: 'Forfeited, CNY', 'zh-CN': '作废金额' },
  rows: { en: 'Rows', 'zh-CN': '行数' },
  good: { en: 'good', 'zh-CN': '可导入' },
  bad: { en: 'with errors', 'zh-CN': '有错误' },
  skipped: { en: 'skipped', 'zh-CN': '已跳过' },
  neverInMonth: { en: 'more than a month has', 'zh-CN': '超过一个月的小时数' },
} as const satisfies Record<string, Words>;
export type LabelKey = keyof typeof LABELS;

export const HELP: Words = {
  en: `costbook price FILE... [--price-book EDITION_OR_FILE] [--format json|table] [--xlsx OUT] [--timelines] [--strict]
costbook price FILE --explain LINE [--format json|table]
costbook compare FILE... [--baseline ID] [--price-book EDITION_OR_FILE] [--format json|table] [--xlsx OUT] [--strict]
costbook convert IN OUT [--good-rows]
costbook convert IN OUT.csv [--sheet nodes|usage|packs|ledger|summary|focus] [--option ID]
costbook check FILE [--format json|table] [--strict]
FILE is scenario JSON or a workbook, - is standard input; check and convert also take tables of other makers (xlsx, csv). LINE is a line id, or OPTION/LINE. --lang zh-CN|en.
Exit status: 0 done, 1 done with error issues under --strict, 2 the input cannot be used.`,
  'zh-CN': `costbook price 文件... [--price-book 版本或文件] [--format json|table] [--xlsx 输出] [--timelines] [--strict]
costbook price 文件 --explain 行 [--format json|table]
costbook compare 文件... [--baseline 选项] [--price-book 版本或文件] [--format json|table] [--xlsx 输出] [--strict]
costbook convert 输入 输出 [--good-rows]
costbook convert 输入 输出.csv [--sheet nodes|usage|packs|ledger|summary|focus] [--option 选项]
costbook check 文件 [--format json|table] [--strict]
文件为方案 JSON 或工作簿，- 为标准输入；check 和 convert 也接受其他来源的表格（xlsx、csv）。行为行标识，或 选项/行。--lang zh-CN|en。
退出码：0 完成；1 使用 --strict 且存在错误；2 输入无法使用。`,
};
