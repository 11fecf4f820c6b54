/** Words of Summary. */
import { useMemo } from 'react';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { categoryName } from '../../../shared/wording/names.ts';
import { TOTAL_NAMES_EN, TOTAL_NAMES_ZH } from '../../../shared/wording/totalNames.ts';
import { useUi } from '../../ui/appContext.tsx';
import { defineTexts, translate } from '../../ui/texts.ts';

export const TEXTS = defineTexts(
  {
    ...TOTAL_NAMES_ZH,
    scope: '范围',
    oneOption: '当前选项',
    allOptions: '全部选项',
    measure: '指标',
    view: '显示方式',
    chart: '图表',
    table: '表格',
    month: '月份',
    total: '合计',
    totalIncomplete: '合计 · 不完整',
    incomplete: '不完整',
    monthsCaption: '{option}：按月汇总，单位 CNY',
    optionsCaption: '全部选项：每月{measure}，单位 CNY',
    partsCaption: '{measure}的构成，单位 CNY',
    chartLabel: '每月{measure}的构成，{options}。同样的数字在表格里。',
    'part.nodes': '节点',
    'part.packs': '资源包',
    'part.usage': '用量 · {category}',
    'part.class:allowance': '免费额度',
    'part.class:free': '免费试用',
    'part.class:pack': '资源包抵扣',
    'part.class:voucher': '代金券',
    'part.forfeited': '作废',
    nothing: '还没有可汇总的内容。在“节点”或“用量”里填入第一行后，这里按月汇总。',
    none: '{measure}：期限内每个月都是 0.00。',
    toNodes: '去填节点',
    tierClock: '阶梯是否每月重新累计，来源没有说明；两种算法的合计：',
    tierClockTotals: '{option} {total}：每月重计 {month}，不重计 {line}。',
  },
  {
    ...TOTAL_NAMES_EN,
    scope: 'Scope',
    oneOption: 'This option',
    allOptions: 'All options',
    measure: 'Measure',
    view: 'Show as',
    chart: 'Chart',
    table: 'Table',
    month: 'Month',
    total: 'Total',
    totalIncomplete: 'Total · incomplete',
    incomplete: 'incomplete',
    monthsCaption: '{option}: totals by month, in CNY',
    optionsCaption: 'All options: {measure} by month, in CNY',
    partsCaption: 'What {measure} is made of, in CNY',
    chartLabel: 'What {measure} of each month is made of, {options}. The table has the same numbers.',
    'part.nodes': 'Nodes',
    'part.packs': 'Packs',
    'part.usage': 'Usage · {category}',
    'part.class:allowance': 'Allowance',
    'part.class:free': 'Free trial',
    'part.class:pack': 'Paid packs',
    'part.class:voucher': 'Voucher',
    'part.forfeited': 'Forfeited',
    nothing: 'Nothing to sum up yet. Fill in a first line under Nodes or Usage, and its months appear here.',
    none: '{measure}: 0.00 in every month of the horizon.',
    toNodes: 'Go to Nodes',
    tierClock: 'The source does not say whether tiers restart each month. Both totals:',
    tierClockTotals: '{option}, {total}: {month} if they restart, {line} if they run on.',
  },
);
type TextKey = keyof (typeof TEXTS)['en'];
const isTextKey = (key: string): key is TextKey => Object.hasOwn(TEXTS.en, key);
export type SummaryText = (key: TextKey, params?: Readonly<Record<string, string>>) => string;

/** The same function until the language changes: charts are drawn again when it does. */
export const useSummaryText = (): SummaryText => {
  const locale = useUi((ui) => ui.locale);
  return useMemo(() => translate(TEXTS, locale), [locale]);
};

export const partName = (id: string, text: SummaryText, locale: Locale): string => {
  const category = /^usage:(.*)$/.exec(id)?.[1];
  if (category !== undefined) return text('part.usage', { category: categoryName(category, locale) });
  const key = `part.${id}`;
  return isTextKey(key) ? text(key) : id;
};
