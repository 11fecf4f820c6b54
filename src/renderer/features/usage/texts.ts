import { defineTexts } from '../../ui/texts.ts';

export const USAGE_TEXTS = defineTexts(
  {
    title: '用量表',
    unit: '单位',
    quantityUnit: '每实例',
    growthUnit: '每月',
    priceUnit: 'CNY / 单位',
    periodUnit: '月或日，含',
    listCost: '目录价',
    covered: '抵扣',
    payable: '应付',
    totalSuffix: '应付 CNY',
    monthTitle: '{month}：灰色为计算的用量，加粗为自填的基数（乘以实例数和天数前）；清空即恢复计算。合计行为当月应付（CNY）。',
    override: '自填基数 {typed}；当月用量 {quantity}',
    quantity: '当月用量 {quantity}，应付 {payable}',
    onNodesCovered: '部署在节点上，不另计费',
    monthTotal: '{month} 应付 {payable} CNY',
  },
  {
    title: 'Usage sheet',
    unit: 'Unit',
    quantityUnit: 'per instance',
    growthUnit: 'per month',
    priceUnit: 'CNY / unit',
    periodUnit: 'included',
    listCost: 'List cost',
    covered: 'Covered',
    payable: 'Payable',
    totalSuffix: 'payable, CNY',
    monthTitle:
      '{month}: grey is the computed usage, bold your own base (before instances and days); clear it to compute again. The total is the month’s payable in CNY.',
    override: 'Own base {typed}; usage of the month {quantity}',
    quantity: 'Usage of the month {quantity}, payable {payable}',
    onNodesCovered: 'Runs on prepaid nodes: nothing more to pay',
    monthTotal: '{month}: payable {payable} CNY',
  },
);
