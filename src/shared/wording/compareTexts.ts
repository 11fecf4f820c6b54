/** What the rows and columns of a comparison are called, in the window's Compare and in a workbook's. */
import { defineTexts } from './texts.ts';
import { TOTAL_NAMES_EN, TOTAL_NAMES_ZH } from './totalNames.ts';

export const COMPARE_TEXTS = defineTexts(
  {
    ...TOTAL_NAMES_ZH,
    'total.cash': '现金合计',
    'total.expense': '费用合计',
    baseline: '基准',
    incomplete: '不完整',
    cumulative: '累计{by}',
    item: '项目',
    month: '月份',
    total: '合计',
    prepaid: '预付与一次性',
    nodes: '节点',
    packs: '资源包',
    usage: '用量应付 · {category}',
    difference: '与基准 {option} 相差',
    reference: '参考',
    missingHere: '缺 {count} 行',
    noAmount: '没有金额',
  },
  {
    ...TOTAL_NAMES_EN,
    'total.cash': 'Cash total',
    'total.expense': 'Expense total',
    baseline: 'Baseline',
    incomplete: 'incomplete',
    cumulative: 'Cumulative {by}',
    item: 'Item',
    month: 'Month',
    total: 'Total',
    prepaid: 'Prepaid and one-off',
    nodes: 'Nodes',
    packs: 'Packs',
    usage: 'Usage payable · {category}',
    difference: 'Against baseline {option}',
    reference: 'For reference',
    missingHere: '{count} missing',
    noAmount: 'no amount',
  },
);
