import { TOTAL_NAMES_EN, TOTAL_NAMES_ZH } from '../../../shared/wording/totalNames.ts';
import { defineTexts } from '../../ui/texts.ts';

export const LEDGER_TEXTS = defineTexts(
  {
    ...TOTAL_NAMES_ZH,
    title: '明细表',
    months: '月份',
    allMonths: '全部月份',
    count: '共 {count} 条',
    byMonth: '共 {count} 条，太多，不能一起显示，请逐月查看',
    empty: '还没有明细。在“节点”“用量”或“资源包”里填入第一行后，每一笔费用都列在这里。',
    month: '月份',
    item: '项目',
    line: '来源',
    place: '{sheet} · 第 {row} 行',
    quantity: '用量',
    total: '合计',
    incomplete: '不完整',
    incompleteTitle: '有的行没有金额，合计里缺少它们。',
  },
  {
    ...TOTAL_NAMES_EN,
    title: 'Ledger sheet',
    months: 'Months',
    allMonths: 'All months',
    count: '{count} {count|entry|entries}',
    byMonth: '{count} {count|entry|entries}: too many to show together, so month by month',
    empty: 'No entries yet. Once Nodes, Usage or Packs has its first line, every charge is listed here.',
    month: 'Month',
    item: 'Item',
    line: 'From',
    place: '{sheet} · row {row}',
    quantity: 'Quantity',
    total: 'Total',
    incomplete: 'Incomplete',
    incompleteTitle: 'Some lines have no amount: the total lacks them.',
  },
);
