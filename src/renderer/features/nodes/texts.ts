import { defineTexts } from '../../ui/texts.ts';

export const NODES_TEXTS = defineTexts(
  {
    title: '节点表',
    spec: '规格',
    source: '价格来源',
    purchase: '购买额',
    purchaseTitle: '单价 × 数量 × 月数，在起始月一次付清',
    countUnit: '台',
    priceUnit: 'CNY / 节点·月',
  },
  {
    title: 'Nodes sheet',
    spec: 'Spec',
    source: 'Price source',
    purchase: 'Purchase',
    purchaseTitle: 'Unit price × count × months, paid at once in the month of the start',
    countUnit: 'nodes',
    priceUnit: 'CNY / node-month',
  },
);
