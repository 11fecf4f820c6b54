/** Names of the fields of a line and of the sheets, for sentences and for the labels of gestures. */

import type { Locale } from '../ipc/contract.ts';
import { notedField } from '../scenario/notes.ts';
import { defineTexts, translate } from './texts.ts';

const FIELDS = defineTexts(
  {
    sku: '计费项',
    region: '地域',
    count: '数量',
    start: '起始日',
    months: '月数',
    price: '单价',
    note: '备注',
    quantity: '数量',
    per: '计量方式',
    instances: '实例数',
    from: '起',
    to: '止',
    growth: '月增长',
    onNodes: '部署于节点',
    expiry: '失效日',
    value: '值',
    unit: '单位',
    remaining: '期初余额',
    amount: '面额',
    startMonth: '起始月',
    name: '名称',
    priceBook: '价格簿',
    rounding: '舍入规则',
    burnClasses: '抵扣次序',
    monthly: '{month} 用量',
    cellNote: '{field}的批注',
  },
  {
    sku: 'Item',
    region: 'Region',
    count: 'Count',
    start: 'Start',
    months: 'Months',
    price: 'Unit price',
    note: 'Note',
    quantity: 'Quantity',
    per: 'Per',
    instances: 'Instances',
    from: 'From',
    to: 'To',
    growth: 'Growth',
    onNodes: 'Runs on nodes',
    expiry: 'Expiry',
    value: 'Value',
    unit: 'Unit',
    remaining: 'Opening balance',
    amount: 'Amount',
    startMonth: 'Start month',
    name: 'Name',
    priceBook: 'Price book',
    rounding: 'rounding rule',
    burnClasses: 'burn order of classes',
    monthly: 'Usage of {month}',
    cellNote: 'Note on {field}',
  },
);
type FieldKey = keyof (typeof FIELDS)['en'];
const isFieldKey = (text: string): text is FieldKey => Object.hasOwn(FIELDS.en, text);

/** 'quantity' -> 'Quantity', 'm:2026-03' -> 'Usage of 2026-03'; a name that is not known comes back as it is. */
export const fieldName = (field: string, locale: Locale): string => {
  const noted = notedField(field);
  if (noted !== null) return translate(FIELDS, locale)('cellNote', { field: fieldName(noted, locale) });
  if (field.startsWith('m:')) return translate(FIELDS, locale)('monthly', { month: field.slice(2) });
  return isFieldKey(field) ? FIELDS[locale][field] : field;
};

export const SHEET_TEXTS = defineTexts(
  { nodes: '节点', usage: '用量', packs: '资源包', drivers: '参数', summary: '汇总', compare: '对比', ledger: '明细' },
  { nodes: 'Nodes', usage: 'Usage', packs: 'Packs', drivers: 'Drivers', summary: 'Summary', compare: 'Compare', ledger: 'Ledger' },
);
